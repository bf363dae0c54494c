package dev.callsheet.linter.testing;

import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Shape;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes requests at random, but the same from run to run: removes members, adds those of other
 * requests, replaces values, repeats and drops items.
 */
public final class RequestMutator {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> TEXTS =
      List.of(
          "",
          "a",
          "<<<element_1>>> and <<<element_2>>>",
          "<<<element_0>>>",
          "sk-abcdefghijklmnopqrstuvwxyz",
          "0123456789abcdefABCDEF0123456789",
          "7f6b2a10-9d3c-4e58-8a41-2b6c1d0e9f73",
          "7f6b2a10-9d3c-1e58-8a41-2b6c1d0e9f73",
          "https://example.com/a?b=c",
          "https://",
          "data:image/png;base64,aGk=",
          "aGk=",
          "two words",
          "鯨 🐋",
          "\uD83D",
          "line\nbreak \"quoted\" \\ \t",
          "x".repeat(2500),
          "🐋".repeat(2500),
          "🐋".repeat(2501));
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-1",
          "1",
          "3",
          "5",
          "5.0",
          "5.5",
          "16",
          "60",
          "1440",
          "1920",
          "1e1",
          "1E+2",
          "99999999999999999999",
          "0.1",
          "-0",
          "1e400");

  private final Random random;
  private final List<ObjectNode> valid;
  private final List<ObjectNode> others;
  private final List<String> names = new ArrayList<>();

  private RequestMutator(
      ModelSpec model, List<ObjectNode> valid, List<ObjectNode> others, long seed) {
    this.random = new Random(seed);
    this.valid = valid;
    this.others = others;
    collect(model.request());
    names.add("unknownName");
    names.add("apiKey");
  }

  /** Changes the valid requests of a model; the same for the same seed. */
  public static RequestMutator of(ModelSpec model, long seed) throws IOException {
    return new RequestMutator(
        model,
        PublishedRequests.of(model, "valid"),
        PublishedRequests.of(model, "(valid|invalid)"),
        seed);
  }

  /** The next request, which may be valid or not. */
  public ObjectNode next() {
    ObjectNode request = any(valid).deepCopy();
    int changes = random.nextInt(3);
    for (int i = 0; i < changes; i++) {
      change(request, any(others));
    }
    return request;
  }

  private void change(ObjectNode object, ObjectNode other) {
    List<String> own = List.copyOf(object.propertyNames());
    if (own.isEmpty() || random.nextInt(12) == 0) {
      object.set(any(names), scalar());
      return;
    }
    String name = any(own);
    JsonNode value = object.get(name);
    if (value instanceof ObjectNode inner && random.nextInt(4) > 0) {
      change(inner, other.get(name) instanceof ObjectNode match ? match : inner);
      return;
    }
    if (value instanceof ArrayNode list && random.nextInt(4) > 0) {
      change(list);
      return;
    }
    switch (random.nextInt(4)) {
      case 0 -> object.remove(name);
      case 1 -> object.set(name, scalar());
      case 2 -> object.set(name, JSON.arrayNode().add(value));
      default -> {
        List<String> theirs = List.copyOf(other.propertyNames());
        String taken = theirs.isEmpty() ? name : any(theirs);
        object.set(taken, theirs.isEmpty() ? value : other.get(taken).deepCopy());
      }
    }
  }

  private void change(ArrayNode list) {
    int at = list.isEmpty() ? -1 : random.nextInt(list.size());
    if (at >= 0 && list.get(at) instanceof ObjectNode item && random.nextBoolean()) {
      change(item, item);
    } else if (at >= 0 && random.nextBoolean()) {
      list.remove(at);
    } else {
      list.add(at >= 0 && random.nextBoolean() ? list.get(at).deepCopy() : scalar());
    }
  }

  private JsonNode scalar() {
    return switch (random.nextInt(6)) {
      case 0 -> JSON.booleanNode(random.nextBoolean());
      case 1 -> random.nextInt(4) == 0 ? JSON.nullNode() : JSON.objectNode();
      case 2, 3 -> JSON.numberNode(new BigDecimal(any(NUMBERS)));
      default -> JSON.stringNode(any(TEXTS));
    };
  }

  private void collect(Shape shape) {
    if (shape instanceof Shape.Structure structure) {
      for (Parameter member : structure.members()) {
        names.add(member.name());
        collect(member.shape());
      }
    } else if (shape instanceof Shape.Sequence list) {
      collect(list.items());
    } else if (shape instanceof Shape.Union union) {
      union.alternatives().forEach(alternative -> collect(alternative.shape()));
    }
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
