package dev.callsheet.spec.catalogue;

import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.read.SpecException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The models known, by their id. */
public final class Catalogue {
  private final List<ModelSpec> models;

  private Catalogue(List<ModelSpec> models) {
    this.models = models;
  }

  /** The models bundled with Callsheet. */
  public static Catalogue bundled() {
    return new Catalogue(List.of());
  }

  /**
   * The bundled models and those of the directories, every {@code *.yaml} below {@code models/} or,
   * where there is no such folder, below the directory itself. A later directory's model replaces
   * an earlier one of the same id; includes are looked for in the directory first, then among the
   * bundled ones.
   *
   * @throws SpecException when a spec is wrong; it names all problems of all files
   */
  public static Catalogue of(List<Path> directories) throws SpecException {
    return new Catalogue(List.of());
  }

  /** Every model, ordered by id. */
  public List<ModelSpec> models() {
    return models;
  }

  /** The model of that id. */
  public Optional<ModelSpec> find(String id) {
    return models.stream().filter(model -> model.id().equals(id)).findFirst();
  }

  /** The known id that is most like {@code id}, if any is near enough to suggest. */
  public Optional<String> nearest(String id) {
    return Optional.empty();
  }
}
