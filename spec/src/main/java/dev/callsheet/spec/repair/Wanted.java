package dev.callsheet.spec.repair;

import dev.callsheet.spec.calculus.Facet;
import dev.callsheet.spec.calculus.MediaSource;
import dev.callsheet.spec.calculus.StringFormat;
import dev.callsheet.spec.model.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Words for the values that only the author of a request can choose. */
final class Wanted {
  private static final int LISTED = 12;
  private static final int LONGEST = 60;

  private Wanted() {}

  /** What a value of one of these shapes is: {@code a UUID or a URL}. */
  static String of(List<Shape> shapes) {
    return listed(shapes.stream().map(Wanted::of).distinct().toList(), "or");
  }

  /** {@code a, b or c}. */
  static String listed(List<String> words, String last) {
    if (words.size() < 2) {
      return String.join("", words);
    }
    int end = words.size() - 1;
    return String.join(", ", words.subList(0, end)) + " " + last + " " + words.get(end);
  }

  /** A value as it is written in JSON, cut when it is long. */
  static String shown(JsonNode value) {
    String text =
        value.isNumber() ? value.decimalValue().toPlainString() : printable(value.toString());
    int length = text.codePointCount(0, text.length());
    return length <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
  }

  /** A name between backticks. */
  static String name(String name) {
    return "`" + printable(name) + "`";
  }

  private static String printable(String text) {
    return text.codePoints()
        .map(c -> isPrintable(c) ? c : 0xFFFD)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static boolean isPrintable(int c) {
    int type = Character.getType(c);
    return type != Character.CONTROL
        && type != Character.SURROGATE
        && type != Character.FORMAT
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR;
  }

  private static String of(Shape shape) {
    if (shape instanceof Shape.Choice choice) {
      List<JsonNode> values = choice.values();
      return values.size() > LISTED
          ? "one of its " + values.size() + " values"
          : listed(values.stream().map(Wanted::shown).toList(), "or");
    }
    if (shape instanceof Shape.Scalar scalar) {
      List<String> words = new ArrayList<>();
      for (Facet facet : scalar.facets()) {
        if (facet instanceof Facet.Accepts accepts) {
          accepts.sources().stream().map(MediaSource::wanted).forEach(words::add);
        } else if (facet instanceof Facet.Format format) {
          StringFormat.named(format.name()).map(StringFormat::wanted).ifPresent(words::add);
        }
      }
      return words.isEmpty() ? ofType(scalar) : listed(words, "or");
    }
    return shape instanceof Shape.Sequence ? "a list" : "an object";
  }

  private static String ofType(Shape.Scalar scalar) {
    return switch (scalar.type()) {
      case STRING -> "a string";
      case INTEGER -> "an integer";
      case BOOLEAN -> "true or false";
      default -> "a number";
    };
  }
}
