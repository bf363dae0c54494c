package dev.callsheet.cli;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.cli.console.TextTable;
import dev.callsheet.cli.option.SpecOptions;
import dev.callsheet.cli.report.PriceJson;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.Deprecation;
import dev.callsheet.spec.model.ModelMetadata;
import dev.callsheet.spec.model.ModelMode;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Platform;
import dev.callsheet.spec.price.LowestPrice;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code callsheet models}: the models known. */
@Command(
    name = "models",
    description = "List the models known: identifier, platform, name, modes, lowest price.")
final class ModelsCommand implements Callable<Integer> {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private enum Format {
    TEXT,
    JSON
  }

  @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.")
  private Format format = Format.TEXT;

  @Mixin private final SpecOptions specs = new SpecOptions();
  private final Console console;

  ModelsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    ModelCatalogue catalogue = specs.catalogue();
    if (format == Format.JSON) {
      ArrayNode models = MAPPER.createArrayNode();
      catalogue.models().forEach(model -> add(model, models.addObject()));
      console.out().println(MAPPER.writeValueAsString(models));
      return ExitStatus.DONE;
    }
    List<List<String>> rows =
        catalogue.models().stream().map(ModelsCommand::row).collect(Collectors.toList());
    rows.add(0, List.of("MODEL", "PLATFORM", "NAME", "MODES", "FROM"));
    new TextTable(rows).print(console.out());
    return ExitStatus.DONE;
  }

  private static void add(ModelSpec model, ObjectNode json) {
    Platform platform = model.metadata().platform();
    json.put("id", model.id())
        .put("platform", platform == null ? null : platform.name())
        .put("name", model.metadata().name());
    ArrayNode modes = json.putArray("modes");
    model.modes().forEach(mode -> modes.add(mode.name()));
    LowestPrice.of(model).ifPresent(price -> new PriceJson(json.putObject("from")).add(price));
  }

  private static String name(ModelMetadata model) {
    Deprecation deprecation = model.deprecation();
    if (deprecation == null) {
      return model.name();
    }
    LocalDate sunset = deprecation.sunset();
    return model.name() + (sunset == null ? " (deprecated)" : " (until " + sunset + ")");
  }

  private static String platform(ModelMetadata model) {
    Platform platform = model.platform();
    return platform == null ? "not named" : platform.name();
  }

  private static List<String> row(ModelSpec model) {
    return List.of(
        model.id(),
        platform(model.metadata()),
        name(model.metadata()),
        model.modes().stream().map(ModelMode::name).collect(Collectors.joining(", ")),
        LowestPrice.of(model).map(Object::toString).orElse("not published"));
  }
}
