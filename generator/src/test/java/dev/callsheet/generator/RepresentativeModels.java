package dev.callsheet.generator;

import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The bundled models that tests go through one by one: those with request files in {@code
 * tests/requests}, which are of every kind of task and use every part of the language. All of them
 * with {@code -Dcallsheet.test.models=all}, which takes as much longer as there are more.
 */
public final class RepresentativeModels {
  private static final Path REQUESTS = Path.of("../tests/requests");
  private static final boolean ALL = "all".equals(System.getProperty("callsheet.test.models"));

  private RepresentativeModels() {}

  /** The models, ordered by id. */
  public static List<ModelSpec> list() {
    return ModelCatalogue.bundled().models().stream()
        .filter(RepresentativeModels::contains)
        .toList();
  }

  /** Whether a bundled model is one of them. */
  public static boolean contains(ModelSpec model) {
    String folder = model.location().file().replaceFirst(".*models/(.*)\\.yaml$", "$1");
    return ALL || Files.isDirectory(REQUESTS.resolve(folder));
  }
}
