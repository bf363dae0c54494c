package dev.callsheet.generator.incremental;

import dev.callsheet.generator.java.GeneratedFile;
import dev.callsheet.generator.java.JavaGenerator;
import dev.callsheet.spec.model.ModelSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Generates the sources of several models, of which most may have been kept from an earlier run.
 */
public final class IncrementalGenerator {
  private final List<ModelSpec> specs;
  private final GeneratedModels kept;
  private final Map<ModelSpec, String> parents;
  private final IdentityHashMap<ModelSpec, List<GeneratedFile>> found = new IdentityHashMap<>();

  /** Looks for what was kept of these models. */
  public IncrementalGenerator(
      JavaGenerator generator, Collection<ModelSpec> specs, GeneratedModels kept) {
    this.specs = List.copyOf(specs);
    this.kept = kept;
    this.parents = generator.parentPackages(specs);
    for (ModelSpec spec : specs) {
      kept.find(spec, parent(spec)).ifPresent(sources -> found.put(spec, sources));
    }
  }

  /** The models of which nothing is kept; they have to be proved before they are generated. */
  public List<ModelSpec> newModels() {
    return specs.stream().filter(spec -> !found.containsKey(spec)).toList();
  }

  /**
   * The sources of all models, in their order; those of new ones are kept, and what is kept of
   * others is removed.
   *
   * @throws IllegalArgumentException as {@link JavaGenerator#generate(Collection)}
   */
  public List<GeneratedFile> generate() throws IOException {
    JavaGenerator.requirePossible(newModels());
    List<List<GeneratedFile>> all =
        specs.parallelStream()
            .map(
                spec ->
                    Optional.ofNullable(found.get(spec))
                        .orElseGet(() -> JavaGenerator.generateBelow(parent(spec), spec)))
            .toList();
    List<GeneratedFile> files = new ArrayList<>();
    for (int i = 0; i < specs.size(); i++) {
      kept.keep(specs.get(i), parent(specs.get(i)), all.get(i));
      files.addAll(all.get(i));
    }
    kept.removeUnused();
    return files;
  }

  private String parent(ModelSpec spec) {
    return Objects.requireNonNull(parents.get(spec));
  }
}
