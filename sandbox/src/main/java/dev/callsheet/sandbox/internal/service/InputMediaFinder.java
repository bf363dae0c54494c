package dev.callsheet.sandbox.internal.service;

import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.MediaSource;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.model.ShapeVisitor;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Finds the media that a task works from. */
final class InputMediaFinder {
  private InputMediaFinder() {}

  /** The UUIDs in a valid task where its model takes those of stored media. */
  static Stream<String> storedMediaUuids(ModelSpec model, JsonNode task) {
    return uuidsInMembers(model.request().members(), task).distinct();
  }

  private static Stream<String> uuidsInMembers(List<Parameter> members, JsonNode value) {
    return members.stream().flatMap(member -> uuidsIn(member.shape(), value.path(member.name())));
  }

  private static Stream<String> uuidsIn(Shape shape, JsonNode value) {
    return shape.accept(
        new ShapeVisitor<Stream<String>>() {
          @Override
          public Stream<String> visitStructure(Shape.Structure structure) {
            return uuidsInMembers(structure.members(), value);
          }

          @Override
          public Stream<String> visitDictionary(Shape.Dictionary dictionary) {
            Shape values = dictionary.values();
            return values != null && value.isObject()
                ? value.valueStream().flatMap(member -> uuidsIn(values, member))
                : Stream.empty();
          }

          @Override
          public Stream<String> visitSequence(Shape.Sequence sequence) {
            return value.isArray()
                ? value.valueStream().flatMap(item -> uuidsIn(sequence.items(), item))
                : Stream.empty();
          }

          @Override
          public Stream<String> visitUnion(Shape.Union union) {
            return union.alternatives().stream().flatMap(one -> uuidsIn(one.shape(), value));
          }

          @Override
          public Stream<String> visitScalar(Shape.Scalar scalar) {
            return takesUuids(scalar)
                ? Stream.of(value.asString("")).filter(MediaSource.UUID::accepts)
                : Stream.empty();
          }

          @Override
          public Stream<String> visitChoice(Shape.Choice choice) {
            return Stream.empty();
          }
        });
  }

  private static boolean takesUuids(Shape.Scalar scalar) {
    return scalar.facets().stream()
        .anyMatch(
            facet ->
                facet instanceof Facet.Accepts accepts
                    && accepts.sources().contains(MediaSource.UUID));
  }
}
