package dev.callsheet.linter.internal.messages;

import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.MediaSource;
import dev.callsheet.spec.logic.StringFormat;
import dev.callsheet.spec.model.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Words for the values that only the author of a request can choose. */
public final class ExpectedValueText {
  private static final int MAX_LISTED = 12;
  private static final int MAX_LENGTH = 60;

  private ExpectedValueText() {}

  /** What a value of one of these shapes is: {@code a UUID or a URL}. */
  public static String describe(List<Shape> shapes) {
    return enumeration(shapes.stream().map(ExpectedValueText::describe).distinct().toList(), "or");
  }

  /** {@code a, b or c}. */
  public static String enumeration(List<String> words, String last) {
    if (words.size() < 2) {
      return String.join("", words);
    }
    int end = words.size() - 1;
    return String.join(", ", words.subList(0, end)) + " " + last + " " + words.get(end);
  }

  /** A value as it is written in JSON, cut when it is long. */
  public static String displayValue(JsonNode value) {
    String text =
        value.isNumber() ? value.decimalValue().toPlainString() : printable(value.toString());
    int length = text.codePointCount(0, text.length());
    return length <= MAX_LENGTH
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MAX_LENGTH)) + "…";
  }

  /** A name between backticks. */
  public static String quotedName(String name) {
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

  private static String describe(Shape shape) {
    if (shape instanceof Shape.Choice choice) {
      List<JsonNode> values = choice.values();
      return values.size() > MAX_LISTED
          ? "one of its " + values.size() + " values"
          : enumeration(values.stream().map(ExpectedValueText::displayValue).toList(), "or");
    }
    if (shape instanceof Shape.Scalar scalar) {
      List<String> words = new ArrayList<>();
      for (Facet facet : scalar.facets()) {
        if (facet instanceof Facet.Accepts accepts) {
          accepts.sources().stream().map(MediaSource::displayName).forEach(words::add);
        } else if (facet instanceof Facet.Format format) {
          StringFormat.forKeyword(format.name())
              .map(StringFormat::displayName)
              .ifPresent(words::add);
        }
      }
      return words.isEmpty() ? describeType(scalar) : enumeration(words, "or");
    }
    return shape instanceof Shape.Sequence ? "a list" : "an object";
  }

  private static String describeType(Shape.Scalar scalar) {
    return switch (scalar.type()) {
      case STRING -> "a string";
      case INTEGER -> "an integer";
      case BOOLEAN -> "true or false";
      default -> "a number";
    };
  }
}
