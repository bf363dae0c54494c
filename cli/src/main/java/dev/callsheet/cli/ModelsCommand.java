package dev.callsheet.cli;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.cli.console.TextTable;
import dev.callsheet.cli.option.SpecOptions;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.Deprecation;
import dev.callsheet.spec.model.ModelMetadata;
import dev.callsheet.spec.model.ModelMode;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.price.LowestPrice;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code callsheet models}: the models known. */
@Command(
    name = "models",
    description = "List the models known: identifier, name, modes, lowest price.")
final class ModelsCommand implements Callable<Integer> {
  @Mixin private final SpecOptions specs = new SpecOptions();
  private final Console console;

  ModelsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    ModelCatalogue catalogue = specs.catalogue();
    List<List<String>> rows =
        catalogue.models().stream().map(ModelsCommand::row).collect(Collectors.toList());
    rows.add(0, List.of("MODEL", "NAME", "MODES", "FROM"));
    new TextTable(rows).print(console.out());
    return ExitStatus.DONE;
  }

  private static String name(ModelMetadata model) {
    Deprecation deprecation = model.deprecation();
    if (deprecation == null) {
      return model.name();
    }
    LocalDate sunset = deprecation.sunset();
    return model.name() + (sunset == null ? " (deprecated)" : " (until " + sunset + ")");
  }

  private static List<String> row(ModelSpec model) {
    return List.of(
        model.id(),
        name(model.metadata()),
        model.modes().stream().map(ModelMode::name).collect(Collectors.joining(", ")),
        LowestPrice.of(model).map(Object::toString).orElse("not published"));
  }
}
