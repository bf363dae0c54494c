package dev.callsheet.cli.option;

import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.catalogue.ModelSelection;
import dev.callsheet.spec.model.ModelSpec;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which models a command makes something of: the user's own, and those named. */
public final class GeneratedModelOptions {
  @Option(
      names = "--model",
      paramLabel = "ID",
      description =
          "Besides those in --spec: this model, or those that a pattern such as 'klingai:*' matches;"
              + " with '!' in front, those to leave out (repeatable).")
  private List<String> patterns = List.of();

  @Mixin private final SpecOptions specs = new SpecOptions();

  /** The ids and patterns given. */
  public List<String> patterns() {
    return patterns;
  }

  /** The user's directories of specs. */
  public List<Path> directories() {
    return specs.directories();
  }

  /** The models, each once and at least one. */
  public List<ModelSpec> selected() {
    ModelSelection selection = new ModelSelection(patterns);
    ModelCatalogue catalogue = specs.catalogue();
    selection.namedIds().forEach(id -> SpecOptions.model(catalogue, id));
    for (String pattern : selection.unknown(catalogue)) {
      throw new UserErrorException(
          "no model matches '" + pattern + "'; `callsheet models` lists those known");
    }
    List<ModelSpec> selected = selection.from(catalogue);
    if (selected.isEmpty()) {
      throw new UserErrorException(
          "no model is chosen: name models with --model, such as 'klingai:*' or '*' for all, or a"
              + " directory of your own specs with --spec; `callsheet models` lists those known");
    }
    return selected;
  }
}
