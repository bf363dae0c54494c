package dev.callsheet.tests.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What became of the mutants of a model.
 *
 * @param byVectors how many change what is said of a test vector
 * @param byKept how many change what is said of a request that was kept for them
 * @param equivalent how many the solver proves to mean the same
 * @param found requests, new ones, that tell others from the model; each is to be kept
 * @param open those that nothing tells apart, and that nobody has proved to mean the same
 */
record ModelMutation(
    String model,
    int mutants,
    int byVectors,
    int byKept,
    int equivalent,
    Set<JsonNode> found,
    List<String> open) {

  private String row() {
    return "| %s | %,d | %,d | %,d | %,d | %,d |"
        .formatted(model, mutants, byVectors, byKept + found.size(), equivalent, open.size());
  }

  private ModelMutation plus(ModelMutation other) {
    List<String> all = new ArrayList<>(open);
    all.addAll(other.open);
    return new ModelMutation(
        model,
        mutants + other.mutants,
        byVectors + other.byVectors,
        byKept + other.byKept + other.found.size(),
        equivalent + other.equivalent,
        Set.of(),
        all);
  }

  /** A table of all, in Markdown, with their sum. */
  static String table(List<ModelMutation> models) {
    StringBuilder table =
        new StringBuilder(
            """
            | model | mutants | noticed by a test vector | by a kept request | proved the same | open |
            | --- | ---: | ---: | ---: | ---: | ---: |
            """);
    models.forEach(model -> table.append(model.row()).append('\n'));
    ModelMutation none = new ModelMutation("all " + models.size(), 0, 0, 0, 0, Set.of(), List.of());
    return table
        .append(models.stream().reduce(none, ModelMutation::plus).row())
        .append('\n')
        .toString();
  }
}
