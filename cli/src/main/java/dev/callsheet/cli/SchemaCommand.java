package dev.callsheet.cli;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.cli.option.SpecOptions;
import dev.callsheet.generator.schema.SchemaExport;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.parser.SpecLanguageSchema;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code callsheet schema}: a model's requests as JSON Schema. */
@Command(
    name = "schema",
    description = "Print the JSON Schema (2020-12) of a model's requests, for editors.")
final class SchemaCommand implements Callable<Integer> {
  @Parameters(arity = "0..1", paramLabel = "MODEL", description = "The model's identifier.")
  private @Nullable String id;

  @Option(
      names = "--spec-language",
      description =
          "Print the schema of spec files instead, for the editors of those who write them.")
  private boolean specLanguage;

  @Option(
      names = "--reading",
      paramLabel = "FORM",
      description =
          "Which form of rules that are published in another form than they are enforced: enforced"
              + " (default), documented.")
  private RuleInterpretation reading = RuleInterpretation.ENFORCED;

  @Mixin private final SpecOptions specs = new SpecOptions();
  private final Console console;

  SchemaCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (specLanguage == (id != null)) {
      throw new UserErrorException(
          "name a MODEL, or ask for the schema of specs with --spec-language");
    }
    if (id == null) {
      console.out().print(SpecLanguageSchema.text());
      return ExitStatus.DONE;
    }
    console
        .out()
        .println(
            SchemaExport.of(SpecOptions.model(specs.catalogue(), id), reading).toPrettyString());
    return ExitStatus.DONE;
  }
}
