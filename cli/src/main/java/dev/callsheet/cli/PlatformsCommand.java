package dev.callsheet.cli;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.cli.console.TextTable;
import dev.callsheet.cli.option.SpecOptions;
import dev.callsheet.runtime.client.CallsheetClientBuilder;
import dev.callsheet.runtime.client.RawRequest;
import dev.callsheet.runtime.protocol.PlatformProtocol;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.Platform;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code callsheet platforms}: the platforms known. */
@Command(
    name = "platforms",
    description =
        "List the platforms known: name, address, the variable of the key, and how many models are"
            + " known.")
final class PlatformsCommand implements Callable<Integer> {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final String RUNWARE_ADDRESS = "https://api.runware.ai/v1";

  private enum Format {
    TEXT,
    JSON
  }

  /** A platform as a row. */
  private record Row(String name, String title, String address, String key, long models) {
    static Row of(Platform platform, ModelCatalogue catalogue) {
      PlatformProtocol protocol = platform.protocol();
      boolean isBuiltIn = platform.name().equals(RawRequest.PLATFORM);
      return new Row(
          platform.name(),
          platform.title(),
          protocol != null ? protocol.base().toString() : isBuiltIn ? RUNWARE_ADDRESS : "",
          protocol != null
              ? protocol.key().variable()
              : isBuiltIn ? CallsheetClientBuilder.KEY_VARIABLE : "",
          catalogue.models().stream()
              .filter(
                  model ->
                      model.metadata().platformName().filter(platform.name()::equals).isPresent())
              .count());
    }

    List<String> cells() {
      return List.of(
          name,
          title,
          address.isEmpty() ? "not described" : address,
          key.isEmpty() ? "-" : key,
          Long.toString(models));
    }
  }

  @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.")
  private Format format = Format.TEXT;

  @Mixin private final SpecOptions specs = new SpecOptions();
  private final Console console;

  PlatformsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    ModelCatalogue catalogue = specs.catalogue();
    List<Row> rows =
        catalogue.platforms().stream().map(platform -> Row.of(platform, catalogue)).toList();
    if (format == Format.JSON) {
      console.out().println(MAPPER.writeValueAsString(rows));
      return ExitStatus.DONE;
    }
    new TextTable(
            List.of("PLATFORM", "NAME", "ADDRESS", "KEY", "MODELS"),
            rows.stream().map(Row::cells).toList())
        .print(console);
    return ExitStatus.DONE;
  }
}
