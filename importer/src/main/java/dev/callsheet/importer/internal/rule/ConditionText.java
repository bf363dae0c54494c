package dev.callsheet.importer.internal.rule;

import dev.callsheet.importer.internal.condition.Condition;
import dev.callsheet.importer.internal.condition.ConditionVisitor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Conditions as parts of sentences: {@code `resolution` is provided}. */
final class ConditionText implements ConditionVisitor<String> {
  private static final ConditionText INSTANCE = new ConditionText();
  private static final int MAX_VALUES_NAMED = 6;
  private static final int MAX_CHARACTERS = 60;

  private ConditionText() {}

  static String of(Condition condition) {
    return condition.accept(INSTANCE);
  }

  /** Several, joined by a word. */
  static String joined(List<Condition> conditions, String word) {
    return list(conditions.stream().map(ConditionText::of).toList(), word);
  }

  /** {@code a}, {@code a and b}, {@code a, b and c}. */
  static String list(List<String> parts, String word) {
    if (parts.size() < 2) {
      return String.join("", parts);
    }
    int last = parts.size() - 1;
    return String.join(", ", parts.subList(0, last)) + " " + word + " " + parts.get(last);
  }

  /** What a parameter has to be to match, as the end of a sentence: {@code is at most 4}. */
  static String demand(ObjectNode fragment) {
    List<String> parts = new ArrayList<>();
    for (var entry : fragment.properties()) {
      boolean isPlain =
          fragment.has("properties")
              && (entry.getKey().equals("type") || entry.getKey().equals("required"));
      if (!isPlain) {
        parts.add(keyword(entry.getKey(), entry.getValue()));
      }
    }
    return list(parts, "and");
  }

  private static String keyword(String keyword, JsonNode value) {
    return switch (keyword) {
      case "const" -> "is `" + text(value) + "`";
      case "enum" -> "is " + values(value);
      case "type" -> "is " + article(value.asString());
      case "minimum" -> "is at least " + value;
      case "maximum" -> "is at most " + value;
      case "exclusiveMinimum" -> "is more than " + value;
      case "exclusiveMaximum" -> "is less than " + value;
      case "multipleOf" -> "is a multiple of " + value;
      case "minLength" -> "has at least " + value + " characters";
      case "maxLength" -> "has at most " + value + " characters";
      case "minItems" -> "has at least " + items(value);
      case "maxItems" -> "has at most " + items(value);
      case "required" -> "has " + list(names(value), "and");
      case "contains" -> "has an item that " + inner(value);
      case "items" -> "has only items that each " + inner(value);
      case "not" -> "does not fulfil this: " + inner(value);
      case "properties" -> members(value);
      default -> "matches the `" + keyword + "` of this rule";
    };
  }

  private static String inner(JsonNode fragment) {
    return fragment instanceof ObjectNode object ? demand(object) : "matches what this rule says";
  }

  private static String members(JsonNode members) {
    List<String> parts = new ArrayList<>();
    members
        .properties()
        .forEach(member -> parts.add("`" + member.getKey() + "` " + inner(member.getValue())));
    return list(parts, "and");
  }

  private static String items(JsonNode number) {
    return number + (number.asString().equals("1") ? " item" : " items");
  }

  private static List<String> names(JsonNode list) {
    return list.valueStream().map(name -> "`" + text(name) + "`").toList();
  }

  private static String values(JsonNode list) {
    List<String> named = names(list);
    return named.size() <= MAX_VALUES_NAMED
        ? list(named, "or")
        : list(named.subList(0, MAX_VALUES_NAMED), "or") + ", to name " + MAX_VALUES_NAMED;
  }

  private static String article(String type) {
    return switch (type) {
      case "integer", "object", "array" -> "an " + type;
      default -> "a " + type;
    };
  }

  private static String text(JsonNode value) {
    String text = value.isString() ? value.stringValue() : value.toString();
    boolean isLong = text.codePointCount(0, text.length()) > MAX_CHARACTERS;
    return isLong ? text.substring(0, text.offsetByCodePoints(0, MAX_CHARACTERS)) + "..." : text;
  }

  @Override
  public String visitConstant(Condition.Constant condition) {
    return condition.holds() ? "anything is provided" : "nothing is provided";
  }

  @Override
  public String visitProvided(Condition.Provided condition) {
    return "`" + condition.path() + "` is provided";
  }

  @Override
  public String visitMatches(Condition.Matches condition) {
    return "`" + condition.path() + "` " + demand(condition.fragment());
  }

  @Override
  public String visitRows(Condition.Rows condition) {
    return condition.parameters().stream()
            .map(path -> "`" + path + "`")
            .collect(Collectors.joining(" and "))
        + " are one of the combinations";
  }

  @Override
  public String visitAll(Condition.All condition) {
    return joined(condition.parts(), "and");
  }

  @Override
  public String visitAny(Condition.Any condition) {
    return joined(condition.parts(), "or");
  }

  @Override
  public String visitExactlyOne(Condition.ExactlyOne condition) {
    return "only one of these holds: " + joined(condition.parts(), "or");
  }

  @Override
  public String visitNot(Condition.Not condition) {
    if (condition.part() instanceof Condition.Provided provided) {
      return "`" + provided.path() + "` is not provided";
    }
    if (condition.part() instanceof Condition.Any any
        && any.parts().stream().allMatch(Condition.Provided.class::isInstance)) {
      return "none of "
          + list(
              any.parts().stream().map(p -> "`" + ((Condition.Provided) p).path() + "`").toList(),
              "and")
          + " is provided";
    }
    return "it is not so that " + of(condition.part());
  }

  @Override
  public String visitImplies(Condition.Implies condition) {
    return "where " + of(condition.condition()) + ", " + of(condition.consequence());
  }
}
