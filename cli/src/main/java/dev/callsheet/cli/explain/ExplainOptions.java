package dev.callsheet.cli.explain;

import dev.callsheet.cli.console.Console;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which rule to explain, if any. */
public final class ExplainOptions {
  @Option(
      names = "--explain",
      paramLabel = "RULE",
      description =
          "Explain a rule, with a request that passes and one that fails, and lint nothing.")
  private @Nullable String rule;

  @Option(
      names = "--model",
      paramLabel = "ID",
      description = "The model whose rule is explained, where several have one of that name.")
  private @Nullable String model;

  /** Explains the rule that the user named; false if there is none. */
  public boolean explain(ModelCatalogue catalogue, Console console) {
    if (rule == null) {
      return false;
    }
    new RuleFinder(catalogue).find(rule, model).print(catalogue, console);
    return true;
  }
}
