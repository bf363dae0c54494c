package dev.callsheet.cli;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.cli.console.TextTable;
import dev.callsheet.cli.option.SpecOptions;
import dev.callsheet.cli.report.PriceJson;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.catalogue.ModelSummary;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
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
      catalogue.summaries().forEach(model -> add(model, models.addObject()));
      console.out().println(MAPPER.writeValueAsString(models));
      return ExitStatus.DONE;
    }
    new TextTable(
            List.of("MODEL", "PLATFORM", "NAME", "MODES", "FROM"),
            catalogue.summaries().stream().map(ModelsCommand::row).toList())
        .print(console);
    return ExitStatus.DONE;
  }

  private static void add(ModelSummary model, ObjectNode json) {
    json.put("id", model.id()).put("platform", model.platform()).put("name", model.name());
    ArrayNode modes = json.putArray("modes");
    model.modes().forEach(modes::add);
    if (model.lowestPrice() != null) {
      new PriceJson(json.putObject("from")).add(model.lowestPrice());
    }
  }

  private static String name(ModelSummary model) {
    if (!model.isDeprecated()) {
      return model.name();
    }
    LocalDate sunset = model.sunset();
    return model.name() + (sunset == null ? " (deprecated)" : " (until " + sunset + ")");
  }

  private static List<String> row(ModelSummary model) {
    return List.of(
        model.id(),
        Objects.requireNonNullElse(model.platform(), "not named"),
        name(model),
        String.join(", ", model.modes()),
        model.lowestPrice() == null ? "not published" : model.lowestPrice().toString());
  }
}
