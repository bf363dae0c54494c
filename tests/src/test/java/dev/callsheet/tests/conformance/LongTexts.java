package dev.callsheet.tests.conformance;

import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Requests with a text at a limit of megabytes, and one character beyond: too large to be kept, so
 * each is made of a smaller one, whose texts are made as long one after the other.
 */
final class LongTexts {
  /** No test vector has longer texts. */
  private static final int MAX_IN_VECTORS = 100_000;

  private LongTexts() {}

  /** The requests, each made when it is asked for. */
  static Stream<JsonNode> of(ModelSpec model, Collection<JsonNode> requests) {
    List<Integer> lengths =
        RecordPlace.of(model.request(), LongTexts::isShape).stream()
            .map(RecordPlace::value)
            .filter(Facet.Length.class::isInstance)
            .map(facet -> ((Facet.Length) facet).maximum())
            .filter(maximum -> maximum != null && maximum > MAX_IN_VECTORS)
            .distinct()
            .flatMap(maximum -> Stream.of(maximum, maximum + 1))
            .toList();
    return requests.stream()
        .flatMap(
            request ->
                lengths.stream().flatMap(length -> texts(request).map(at -> at.with(length))));
  }

  private static boolean isShape(Record record, String component) {
    return !(record instanceof Parameter) || component.equals("shape");
  }

  /** A text in a request. */
  private record Text(JsonNode request, String pointer) {
    JsonNode with(int length) {
      JsonNode changed = request.deepCopy();
      String text = request.at(pointer).stringValue();
      JsonNode longer =
          JsonNodeFactory.instance.stringNode(text + "x".repeat(length - text.length()));
      int name = pointer.lastIndexOf('/');
      JsonNode parent = changed.at(pointer.substring(0, name));
      if (parent instanceof ObjectNode object) {
        object.set(pointer.substring(name + 1), longer);
      } else if (parent instanceof ArrayNode list) {
        list.set(Integer.parseInt(pointer.substring(name + 1)), longer);
      }
      return changed;
    }
  }

  private static Stream<Text> texts(JsonNode request) {
    return pointers(request, "").map(pointer -> new Text(request, pointer));
  }

  private static Stream<String> pointers(JsonNode value, String at) {
    if (value.isString()) {
      return Stream.of(at);
    }
    if (value.isArray()) {
      return IntStream.range(0, value.size())
          .boxed()
          .flatMap(i -> pointers(value.get(i), at + "/" + i));
    }
    return value.properties().stream()
        .flatMap(member -> pointers(member.getValue(), at + "/" + member.getKey()));
  }
}
