package dev.callsheet.spec.read;

import dev.callsheet.spec.calculus.JsonType;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.source.Suggestion;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Whether a value written in a spec is one that its parameter can have. */
final class Fit {
  private Fit() {}

  /**
   * Why the value fits none of the shapes: the end of a sentence that begins with the parameter.
   * Empty when it fits one, or when no shape is known.
   */
  static Optional<String> complaint(JsonNode value, Collection<Shape> shapes) {
    List<Shape> flat = ParameterIndex.flat(shapes);
    if (flat.isEmpty() || flat.stream().anyMatch(shape -> fits(value, shape))) {
      return Optional.empty();
    }
    Set<JsonType> types = KeywordTypes.of(flat);
    if (flat.stream().allMatch(Shape.Choice.class::isInstance)) {
      List<JsonNode> allowed =
          flat.stream().flatMap(shape -> ((Shape.Choice) shape).values().stream()).toList();
      List<String> words = allowed.stream().map(JsonNode::asString).toList();
      return Optional.of(
          "is never "
              + value
              + "; it is "
              + allowed.stream().map(JsonNode::toString).collect(Collectors.joining(" or "))
              + (value.isString() ? Suggestion.hint(value.stringValue(), words) : ""));
    }
    return Optional.of("is never " + value + ": it is " + KeywordTypes.named(types));
  }

  private static boolean fits(JsonNode value, Shape shape) {
    JsonType type = KeywordTypes.of(value);
    if (shape instanceof Shape.Choice choice) {
      return choice.values().stream().anyMatch(allowed -> equal(allowed, value));
    }
    Set<JsonType> types = KeywordTypes.of(List.of(shape));
    return types.contains(type) || (type == JsonType.INTEGER && types.contains(JsonType.NUMBER));
  }

  private static boolean equal(JsonNode one, JsonNode other) {
    if (one.isNumber() && other.isNumber()) {
      return one.decimalValue().compareTo(other.decimalValue()) == 0;
    }
    return one.equals(other);
  }
}
