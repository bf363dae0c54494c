package dev.callsheet.sandbox.api;

import dev.callsheet.spec.calculus.Facet;
import dev.callsheet.spec.calculus.MediaSource;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Shape;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Finds the media that a task works from. */
final class InputMedia {
  private InputMedia() {}

  /** The UUIDs in a valid task where its model takes those of stored media. */
  static Stream<String> storedMedia(ModelSpec model, JsonNode task) {
    return inMembers(model.request().members(), task).distinct();
  }

  private static Stream<String> inMembers(List<Parameter> members, JsonNode value) {
    return members.stream().flatMap(member -> in(member.shape(), value.path(member.name())));
  }

  private static Stream<String> in(Shape shape, JsonNode value) {
    if (shape instanceof Shape.Structure structure) {
      return inMembers(structure.members(), value);
    }
    if (shape instanceof Shape.Sequence sequence) {
      return value.isArray()
          ? value.valueStream().flatMap(item -> in(sequence.items(), item))
          : Stream.empty();
    }
    if (shape instanceof Shape.Union union) {
      return union.alternatives().stream().flatMap(one -> in(one.shape(), value));
    }
    return shape instanceof Shape.Scalar scalar && takesUuids(scalar)
        ? Stream.of(value.asString("")).filter(MediaSource.UUID::accepts)
        : Stream.empty();
  }

  private static boolean takesUuids(Shape.Scalar scalar) {
    return scalar.facets().stream()
        .anyMatch(
            facet ->
                facet instanceof Facet.Accepts accepts
                    && accepts.sources().contains(MediaSource.UUID));
  }
}
