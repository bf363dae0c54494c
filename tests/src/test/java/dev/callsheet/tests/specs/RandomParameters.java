package dev.callsheet.tests.specs;

import dev.callsheet.tests.specs.RandomParameter.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes parameters of every shape that the language has, and says what rules may ask of them. */
final class RandomParameters {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();
  private static final List<String> LENGTH_UNITS = List.of("codePoints", "utf16", "utf8");

  private final Random random;

  RandomParameters(Random random) {
    this.random = random;
  }

  /** A piece of a spec; quotes may be single. */
  @SuppressWarnings("AnnotateFormatMethod") // its annotation would be one more dependency
  static ObjectNode json(String text, Object... parts) {
    return (ObjectNode) JSON.readTree(String.format(text, parts).replace('\'', '"'));
  }

  /** A parameter and, where it is an object, its members. */
  List<RandomParameter> parameter(String name) {
    List<RandomParameter> made = new ArrayList<>();
    switch (random.nextInt(17)) {
      case 0 -> made.add(integer(name));
      case 1 -> made.add(number(name));
      case 2, 3 -> made.add(text(name));
      case 4 -> made.add(flag(name));
      case 5 -> made.add(words(name));
      case 6 -> made.add(fractions(name));
      case 7 -> made.add(wholeNumbers(name));
      case 8 -> made.add(describedValues(name));
      case 9, 10 -> made.add(forms(name));
      case 11 -> made.addAll(object(name));
      case 12 -> made.add(dictionary(name));
      case 13 -> made.add(list(name));
      case 14, 15 -> made.add(listOfObjects(name));
      default -> made.add(media(name));
    }
    return made;
  }

  RandomParameter integer(String path) {
    int least = random.nextInt(4);
    int most = least + 1 + random.nextInt(9);
    ObjectNode schema = json("{'type': 'integer', 'minimum': %d, 'maximum': %d}", least, most);
    if (random.nextInt(3) == 0) {
      schema.put("default", least + 1);
    }
    if (random.nextInt(4) == 0) {
      schema.remove("default");
      schema.put("multipleOf", 2).put("minimum", 0).put("maximum", 2 * most);
    }
    return new RandomParameter(
        path,
        Kind.INTEGER,
        schema,
        List.of(
            json("{'minimum': %d}", least + 1),
            json("{'const': %d}", schema.has("multipleOf") ? 2 : most)));
  }

  private RandomParameter number(String path) {
    ObjectNode schema =
        switch (random.nextInt(3)) {
          case 0 -> json("{'type': 'number', 'minimum': 0.5, 'exclusiveMaximum': 4}");
          case 1 -> json("{'type': 'number', 'minimum': 0, 'maximum': 3, 'multipleOf': 0.25}");
          default -> json("{'type': 'number', 'exclusiveMinimum': 0, 'maximum': 1e2, 'unit': 's'}");
        };
    return new RandomParameter(
        path,
        Kind.NUMBER,
        schema,
        List.of(json("{'maximum': 1.5}"), json("{'const': 2}"), json("{'type': 'integer'}")));
  }

  private RandomParameter text(String path) {
    String unit = LENGTH_UNITS.get(random.nextInt(3));
    int least = random.nextInt(3);
    int most = least + 1 + random.nextInt(6);
    ObjectNode schema =
        switch (random.nextInt(5)) {
          case 0 -> json("{'type': 'string', 'pattern': '^[a-z]{1,4}$'}");
          case 1 -> json("{'type': 'string', 'minLength': %d}", least);
          case 2 -> json("{'type': 'string', 'format': 'date-time'}");
          default ->
              json(
                  "{'type': 'string', 'minLength': %d, 'maxLength': %d, 'lengthIn': '%s'}",
                  least, most, unit);
        };
    String counted = schema.has("lengthIn") ? unit : "codePoints";
    return new RandomParameter(
        path,
        Kind.TEXT,
        schema,
        List.of(
            json("{'maxLength': %d, 'lengthIn': '%s'}", most - 1, counted),
            json(
                "{'minLength': %d, 'lengthIn': '%s'}",
                least + 1, LENGTH_UNITS.get(random.nextInt(3))),
            json("{'pattern': '[aeiou]'}")));
  }

  private RandomParameter flag(String path) {
    return new RandomParameter(
        path, Kind.FLAG, json("{'type': 'boolean'}"), List.of(json("{'const': true}")));
  }

  private RandomParameter words(String path) {
    String values =
        random.nextInt(4) == 0 ? "['low', 'high', 'high+', null]" : "['low', 'high', '2x']";
    return new RandomParameter(
        path,
        Kind.CHOICE,
        json("{'enum': %s}", values),
        List.of(json("{'const': 'low'}"), json("{'enum': ['low', 'high']}")));
  }

  private RandomParameter fractions(String path) {
    String values =
        List.of("[0.5, 1, 1.5, 24]", "[-0.1, 0, 0.1]", "[1e-7, 2.50, 3]").get(random.nextInt(3));
    JsonNode first = JSON.readTree(values).get(0);
    return new RandomParameter(
        path,
        Kind.CHOICE,
        json("{'type': 'number', 'enum': %s}", values),
        List.of(json("{'const': %s}", first), json("{'minimum': 1}")));
  }

  private RandomParameter wholeNumbers(String path) {
    return new RandomParameter(
        path,
        Kind.CHOICE,
        json("{'enum': [4, 6, 8]}"),
        List.of(json("{'const': 6}"), json("{'maximum': 6}")));
  }

  private RandomParameter describedValues(String path) {
    ObjectNode schema =
        json(
            "{'oneOf': [{'const': 'fast', 'description': 'Quick.'},"
                + " {'const': 'slow', 'description': 'Good.'},"
                + " {'const': 'old', 'description': 'As it was.'%s}]}",
            random.nextBoolean() ? ", 'replacedBy': 'slow'" : "");
    return new RandomParameter(
        path,
        Kind.CHOICE,
        schema,
        List.of(json("{'const': 'fast'}"), json("{'enum': ['slow', 'old']}")));
  }

  private RandomParameter forms(String path) {
    String forms =
        switch (random.nextInt(7)) {
          case 0 ->
              "{'title': 'seconds', 'type': 'integer', 'minimum': 1, 'maximum': 9},"
                  + " {'title': 'auto', 'const': 'auto'}";
          case 1 ->
              "{'title': 'index', 'type': 'integer', 'minimum': 0},"
                  + " {'title': 'none', 'const': null}";
          case 2 ->
              "{'title': 'name', 'type': 'string', 'maxLength': 6, 'lengthIn': 'utf8'},"
                  + " {'title': 'none', 'const': null}";
          case 3 ->
              "{'title': 'one', 'type': 'string', 'maxLength': 5},"
                  + " {'title': 'several', 'type': 'array', 'items': {'type': 'string'}, 'maxItems': 3}";
          case 4 ->
              "{'title': 'level', 'enum': [0.5, 1, 2]}, {'title': 'word', 'enum': ['low', 'top']}";
          case 5 ->
              "{'title': 'share', 'type': 'number', 'minimum': 0, 'maximum': 1},"
                  + " {'title': 'part', 'type': 'object', 'required': ['of'], 'properties':"
                  + " {'of': {'type': 'integer', 'minimum': 1, 'maximum': 5}}}, {'title': 'none', 'const': null}";
          default ->
              "{'title': 'flag', 'type': 'boolean'},"
                  + " {'title': 'free', 'type': 'object', 'additionalProperties': {'type': 'integer'}}";
        };
    return new RandomParameter(
        path,
        Kind.FORMS,
        json("{'oneOf': [%s]}", forms),
        List.of(
            forms.contains("null")
                ? json("{'const': null}")
                : json("{'type': '%s'}", firstType(forms)),
            json("{'not': {'type': '%s'}}", firstType(forms))));
  }

  /** A type of the first form, or one that its values are of. */
  private static String firstType(String forms) {
    JsonNode first = json("{'oneOf': [%s]}", forms).get("oneOf").get(0);
    return first.has("type") ? first.get("type").stringValue() : "number";
  }

  private List<RandomParameter> object(String path) {
    ObjectNode schema = json("{'type': 'object', 'properties': {}}");
    List<RandomParameter> all = new ArrayList<>();
    all.add(new RandomParameter(path, Kind.OBJECT, schema, List.of(json("{'required': ['a']}"))));
    List<RandomParameter> members =
        List.of(
            integer(path + ".a"),
            random.nextBoolean() ? flag(path + ".b") : fractions(path + ".b"),
            text(path + ".c"));
    ObjectNode properties = (ObjectNode) schema.get("properties");
    members.forEach(
        member -> properties.set(member.path().substring(path.length() + 1), member.schema()));
    if (random.nextInt(3) == 0) {
      schema.putArray("required").add("b");
    }
    all.addAll(members);
    return all;
  }

  private RandomParameter dictionary(String path) {
    String values =
        List.of(
                "true",
                "{'type': 'string', 'maxLength': 4}",
                "{'type': 'integer', 'minimum': 0}",
                "{'enum': [0.5, 1]}",
                "{'type': 'array', 'items': {'type': 'string'}, 'maxItems': 2}")
            .get(random.nextInt(5));
    ObjectNode schema =
        json("{'type': 'object', 'additionalProperties': %s, 'maxProperties': 3}", values);
    if (random.nextBoolean()) {
      schema.put("minProperties", 1);
    }
    return new RandomParameter(
        path,
        Kind.DICTIONARY,
        schema,
        List.of(json("{'minProperties': 2}"), json("{'maxProperties': 1}")));
  }

  private RandomParameter list(String path) {
    int kind = random.nextInt(5);
    String items =
        List.of(
                "{'type': 'string', 'maxLength': 3}",
                "{'type': 'integer', 'minimum': 0, 'maximum': 9}",
                "{'enum': ['a', 'b', 'c']}",
                "{'enum': [0.5, 1.5]}",
                "{'type': 'string', 'accepts': ['uuid', 'url'], 'media': 'image'}")
            .get(kind);
    String unwanted =
        List.of(
                "{'const': 'a'}",
                "{'minimum': 5}",
                "{'const': 'a'}",
                "{'const': 0.5}",
                "{'pattern': '^h'}")
            .get(kind);
    ObjectNode schema = json("{'type': 'array', 'items': %s, 'maxItems': 3}", items);
    if (random.nextInt(3) == 0) {
      schema.put("uniqueItems", true);
    }
    return new RandomParameter(
        path,
        Kind.LIST,
        schema,
        List.of(
            json("{'minItems': 2}"),
            json("{'maxItems': 1}"),
            json("{'items': {'not': %s}, 'minItems': 1}", unwanted)));
  }

  private RandomParameter listOfObjects(String path) {
    ObjectNode schema =
        json(
            "{'type': 'array', 'minItems': 1, 'maxItems': 4, 'items': {'type': 'object',"
                + " 'required': ['n'], 'properties': {"
                + "'n': {'type': 'integer', 'minimum': 1, 'maximum': 6},"
                + " 'share': {'enum': [0.5, 1, 1.5]},"
                + " 't': {'type': 'string', 'maxLength': 20}, 'on': {'type': 'boolean'}}}}");
    return new RandomParameter(
        path,
        Kind.LIST_OF_OBJECTS,
        schema,
        List.of(
            json("{'minItems': 2}"),
            json("{'contains': {'required': ['on']}}"),
            json("{'items': {'properties': {'n': {'maximum': 4}}}}")));
  }

  private RandomParameter media(String path) {
    return new RandomParameter(
        path,
        Kind.TEXT,
        json("{'type': 'string', 'accepts': ['uuid', 'url', 'dataUri'], 'media': 'image'}"),
        List.of(json("{'pattern': '^http'}")));
  }
}
