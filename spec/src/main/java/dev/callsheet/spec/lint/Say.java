package dev.callsheet.spec.lint;

import dev.callsheet.spec.calculus.Place;
import dev.callsheet.spec.source.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The sentences about parameters and their values: what is wrong, and what would be right. */
final class Say {
  /** More allowed values than this are not listed in a sentence. */
  private static final int LISTED = 12;

  private Say() {}

  static String wrongType(Place place, ShapeJudge judge) {
    return name(place)
        + " is "
        + Shown.value(place.value())
        + "; it must be "
        + judge.wanted()
        + remedy(place.value(), judge);
  }

  static String missing(Place parent, String name, String wanted) {
    String before = parent.toString();
    return "`"
        + Shown.name(before.isEmpty() ? name : before + "." + name)
        + "` is missing; it must be "
        + wanted;
  }

  static String unknown(Place place, Optional<String> suggestion) {
    return name(place)
        + " is not a parameter of this model"
        + suggestion.map(known -> "; did you mean `" + known + "`?").orElse("");
  }

  static String notAllowed(Place place, List<JsonNode> allowed) {
    String suggestion =
        allowed.size() == 1
            ? ""
            : Suggestion.nearest(
                    Shown.text(place.value()), allowed.stream().map(Shown::text).toList())
                .flatMap(
                    near -> allowed.stream().filter(v -> Shown.text(v).equals(near)).findFirst())
                .map(near -> "; did you mean " + Shown.value(near) + "?")
                .orElse("");
    return name(place)
        + " is "
        + Shown.value(place.value())
        + "; it must be "
        + oneOf(allowed)
        + suggestion;
  }

  static String ambiguous(Place place, long forms) {
    return name(place)
        + " is "
        + Shown.value(place.value())
        + ", which fits "
        + forms
        + " of its forms; it must fit exactly one";
  }

  /** The allowed values, such as {@code "MP4", "WEBM" or "MOV"}. */
  static String oneOf(List<JsonNode> values) {
    if (values.size() > LISTED) {
      return "one of " + values.size() + " values";
    }
    return listed(values.stream().map(Shown::value).toList());
  }

  /** {@code a, b or c}. */
  static String listed(List<String> words) {
    if (words.size() == 1) {
      return words.get(0);
    }
    return words.subList(0, words.size() - 1).stream().collect(Collectors.joining(", "))
        + " or "
        + words.get(words.size() - 1);
  }

  /** The parameter at a place, as people write it. */
  static String name(Place place) {
    String name = place.toString();
    return name.isEmpty() ? "the task" : "`" + Shown.name(name) + "`";
  }

  private static String remedy(JsonNode value, ShapeJudge judge) {
    if (value.isNull()) {
      return "; leave it out instead of giving null";
    }
    if (value.isString() && Shown.parsed(value.stringValue()).filter(judge::suits).isPresent()) {
      return "; leave the quotes out";
    }
    if (judge instanceof SequenceJudge list && list.items().suits(value)) {
      return "; put it in brackets";
    }
    return "";
  }
}
