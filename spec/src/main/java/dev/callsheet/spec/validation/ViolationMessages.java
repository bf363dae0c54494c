package dev.callsheet.spec.validation;

import dev.callsheet.spec.logic.JsonLocation;
import dev.callsheet.spec.source.SpellingSuggestion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The sentences about parameters and their values: what is wrong, and what would be right. */
public final class ViolationMessages {
  /** More allowed values than this are not listed in a sentence. */
  private static final int MAX_LISTED_VALUES = 12;

  private ViolationMessages() {}

  static String wrongType(JsonLocation place, ShapeValidator judge) {
    return parameterName(place)
        + " is "
        + JsonDisplayText.value(place.value())
        + "; it must be "
        + judge.expected()
        + typeHint(place.value(), judge);
  }

  static String missing(JsonLocation parent, String name, String wanted) {
    String before = parent.toString();
    return "`"
        + JsonDisplayText.shortened(before.isEmpty() ? name : before + "." + name)
        + "` is missing; it must be "
        + wanted;
  }

  static String unknown(JsonLocation place, Optional<String> suggestion) {
    return parameterName(place)
        + " is not a parameter of this model"
        + suggestion.map(known -> "; did you mean `" + known + "`?").orElse("");
  }

  static String notAllowed(JsonLocation place, List<JsonNode> allowed) {
    String suggestion =
        allowed.size() == 1
            ? ""
            : SpellingSuggestion.nearest(
                    JsonDisplayText.text(place.value()),
                    allowed.stream().map(JsonDisplayText::text).toList())
                .flatMap(
                    near ->
                        allowed.stream()
                            .filter(v -> JsonDisplayText.text(v).equals(near))
                            .findFirst())
                .map(near -> "; did you mean " + JsonDisplayText.value(near) + "?")
                .orElse("");
    return parameterName(place)
        + " is "
        + JsonDisplayText.value(place.value())
        + "; it must be "
        + oneOf(allowed)
        + suggestion;
  }

  static String ambiguous(JsonLocation place, long forms) {
    return parameterName(place)
        + " is "
        + JsonDisplayText.value(place.value())
        + ", which fits "
        + forms
        + " of its forms; it must fit exactly one";
  }

  /** The allowed values, such as {@code "MP4", "WEBM" or "MOV"}. */
  static String oneOf(List<JsonNode> values) {
    if (values.size() > MAX_LISTED_VALUES) {
      return "one of " + values.size() + " values";
    }
    return joinWithOr(values.stream().map(JsonDisplayText::value).toList());
  }

  /** {@code a, b or c}. */
  static String joinWithOr(List<String> words) {
    if (words.size() == 1) {
      return words.get(0);
    }
    return words.subList(0, words.size() - 1).stream().collect(Collectors.joining(", "))
        + " or "
        + words.get(words.size() - 1);
  }

  /** The parameter at a place, as people write it. */
  public static String parameterName(JsonLocation place) {
    String name = place.toString();
    return name.isEmpty() ? "the task" : "`" + JsonDisplayText.shortened(name) + "`";
  }

  private static String typeHint(JsonNode value, ShapeValidator judge) {
    if (value.isNull()) {
      return "; leave it out instead of giving null";
    }
    if (value.isString()
        && JsonDisplayText.parsedScalar(value.stringValue())
            .filter(judge::hasMatchingType)
            .isPresent()) {
      return "; leave the quotes out";
    }
    if (judge instanceof SequenceValidator list && list.items().hasMatchingType(value)) {
      return "; put it in brackets";
    }
    return "";
  }
}
