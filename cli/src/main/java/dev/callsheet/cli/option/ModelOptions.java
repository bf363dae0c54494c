package dev.callsheet.cli.option;

import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.source.Glob;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which models a command makes something of: all that are known, or those named. */
public final class ModelOptions {
  @Option(
      names = "--model",
      paramLabel = "ID",
      description =
          "Only this model, or those that a pattern such as 'klingai:*' matches (repeatable); all"
              + " that are known without it.")
  private List<String> ids = List.of();

  @Mixin private final SpecOptions specs = new SpecOptions();

  /** The ids and patterns given. */
  public List<String> ids() {
    return ids;
  }

  /** The user's directories of specs. */
  public List<Path> directories() {
    return specs.directories();
  }

  /** The models, each once. */
  public List<ModelSpec> selected() {
    ModelCatalogue catalogue = specs.catalogue();
    return ids.isEmpty()
        ? catalogue.models()
        : ids.stream().flatMap(id -> models(catalogue, id).stream()).distinct().toList();
  }

  private static List<ModelSpec> models(ModelCatalogue catalogue, String id) {
    if (Glob.isLiteral(id)) {
      return List.of(SpecOptions.model(catalogue, id));
    }
    List<ModelSpec> matching = catalogue.matching(id);
    if (matching.isEmpty()) {
      throw new UserErrorException(
          "no model matches '" + id + "'; `callsheet models` lists those known");
    }
    return matching;
  }
}
