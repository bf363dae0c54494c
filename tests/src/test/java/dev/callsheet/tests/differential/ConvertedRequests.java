package dev.callsheet.tests.differential;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes requests from one, of which a mapper would read something else than stands there: each
 * value is put in its place as what mappers take for it (a number as a text, a text as a number, an
 * integer with a fraction) and as what has no place there (null, an object, a list), and each name
 * twice.
 */
public final class ConvertedRequests {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Another model is another verdict. */
  private static final JsonPointer MODEL = JsonPointer.compile("/model");

  private ConvertedRequests() {}

  /** How many values a request has, inside of each other. */
  public static int size(ObjectNode request) {
    return places(request).size();
  }

  /** The request with one value converted in each. */
  public static Stream<JsonNode> of(ObjectNode request) {
    return places(request).stream()
        .filter(place -> !place.equals(MODEL))
        .flatMap(
            place ->
                converted(request.at(place)).stream().map(value -> with(request, place, value)));
  }

  /** The request, as JSON, with one name twice in each. */
  public static Stream<String> withNamesTwice(ObjectNode request) {
    return Stream.concat(Stream.of(JsonPointer.empty()), places(request).stream())
        .filter(place -> request.at(place) instanceof ObjectNode object && !object.isEmpty())
        .map(place -> withNameTwice(request, place));
  }

  /** The places of all values inside of one. */
  private static List<JsonPointer> places(JsonNode value) {
    List<JsonPointer> places = new ArrayList<>();
    addPlaces(JsonPointer.empty(), value, places);
    return places;
  }

  private static void addPlaces(JsonPointer at, JsonNode value, List<JsonPointer> places) {
    if (!at.matches()) {
      places.add(at);
    }
    value
        .properties()
        .forEach(
            member -> addPlaces(at.appendProperty(member.getKey()), member.getValue(), places));
    if (value instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) {
        addPlaces(at.appendIndex(i), list.get(i), places);
      }
    }
  }

  private static List<JsonNode> converted(JsonNode value) {
    List<JsonNode> others = new ArrayList<>(EdgeCaseValues.valuesOfEveryType());
    others.add(JSON.arrayNode().add(value));
    others.add(JSON.stringNode(" " + value.asString("") + " "));
    others.add(JSON.stringNode(""));
    others.add(JSON.numberNode(1));
    others.add(JSON.numberNode(new BigDecimal("1e18")));
    if (value.isNumber()) {
      BigDecimal number = value.decimalValue();
      others.add(JSON.stringNode(number.toPlainString()));
      others.add(JSON.numberNode(number.setScale(Math.max(number.scale(), 0) + 1)));
      others.add(JSON.numberNode(number.add(new BigDecimal("0.5"))));
    } else if (value.isBoolean()) {
      others.add(JSON.stringNode(value.toString()));
    }
    return others;
  }

  private static JsonNode with(ObjectNode request, JsonPointer place, JsonNode value) {
    ObjectNode changed = request.deepCopy();
    JsonNode parent = changed.at(place.head());
    if (parent instanceof ObjectNode object) {
      object.set(place.last().getMatchingProperty(), value);
    } else {
      ((ArrayNode) parent).set(place.last().getMatchingIndex(), value);
    }
    return changed;
  }

  private static String withNameTwice(ObjectNode request, JsonPointer place) {
    ObjectNode object = (ObjectNode) request.at(place);
    String name = object.propertyNames().iterator().next();
    String member = JSON.objectNode().set(name, object.get(name)).toString();
    String twice = member.substring(0, member.length() - 1) + "," + object.toString().substring(1);
    return place.matches()
        ? twice
        : with(request, place, JSON.stringNode("@@")).toString().replace("\"@@\"", twice);
  }
}
