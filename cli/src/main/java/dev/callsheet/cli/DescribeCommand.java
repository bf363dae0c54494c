package dev.callsheet.cli;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.cli.describe.ModelDescription;
import dev.callsheet.cli.option.SpecOptions;
import dev.callsheet.generator.page.ModelPage;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code callsheet describe}: a model for people. */
@Command(
    name = "describe",
    description = "Show the parameters, modes, rules and prices of a model.")
final class DescribeCommand implements Callable<Integer> {
  @Parameters(paramLabel = "MODEL", description = "The model's identifier.")
  private String id = "";

  @Mixin private final SpecOptions specs = new SpecOptions();
  private final Console console;

  DescribeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    ModelPage page = ModelPage.of(SpecOptions.model(specs.catalogue(), id));
    ModelDescription.of(page).forEach(console.out()::println);
    return ExitStatus.DONE;
  }
}
