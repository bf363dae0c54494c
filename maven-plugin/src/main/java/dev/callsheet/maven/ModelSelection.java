package dev.callsheet.maven;

import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * The models of a catalogue that a user chose.
 *
 * @param patterns ids, or patterns of ids with {@code *}; empty for every model
 */
record ModelSelection(List<String> patterns) {
  /** Copies the list, so that a selection never changes. */
  ModelSelection {
    patterns = List.copyOf(patterns);
  }

  /**
   * The chosen models, in the order of the catalogue.
   *
   * @throws MojoExecutionException when a pattern fits no model
   */
  List<ModelSpec> from(ModelCatalogue catalogue) throws MojoExecutionException {
    for (String pattern : patterns) {
      if (catalogue.matching(pattern).isEmpty()) {
        throw new MojoExecutionException(noSuchModel(pattern, catalogue));
      }
    }
    Set<ModelSpec> chosen = new HashSet<>();
    patterns.forEach(pattern -> chosen.addAll(catalogue.matching(pattern)));
    return catalogue.models().stream()
        .filter(model -> patterns.isEmpty() || chosen.contains(model))
        .toList();
  }

  private static String noSuchModel(String pattern, ModelCatalogue catalogue) {
    String headline = "<models> names '" + pattern + "', which fits no model. ";
    return headline
        + catalogue
            .nearestId(pattern)
            .map(id -> "Did you mean <model>" + id + "</model>?")
            .orElseGet(
                () ->
                    catalogue.models().stream()
                        .map(ModelSpec::id)
                        .collect(Collectors.joining(", ", "The models known: ", ".")));
  }
}
