package dev.callsheet.cli;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.cli.option.SpecOptions;
import dev.callsheet.generator.schema.SchemaExport;
import dev.callsheet.spec.model.RuleInterpretation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code callsheet schema}: a model's requests as JSON Schema. */
@Command(
    name = "schema",
    description = "Print the JSON Schema (2020-12) of a model's requests, for editors.")
final class SchemaCommand implements Callable<Integer> {
  @Parameters(paramLabel = "MODEL", description = "The model's identifier.")
  private String id = "";

  @Option(
      names = "--reading",
      paramLabel = "FORM",
      description =
          "Which form of rules that are published in another form than they are enforced: enforced (default),"
              + " documented.")
  private RuleInterpretation reading = RuleInterpretation.ENFORCED;

  @Mixin private final SpecOptions specs = new SpecOptions();
  private final Console console;

  SchemaCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    console
        .out()
        .println(
            SchemaExport.of(SpecOptions.model(specs.catalogue(), id), reading).toPrettyString());
    return ExitStatus.DONE;
  }
}
