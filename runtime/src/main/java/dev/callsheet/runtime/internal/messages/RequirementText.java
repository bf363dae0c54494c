package dev.callsheet.runtime.internal.messages;

import java.util.List;

/** The words for what a value must be. */
public final class RequirementText {
  /** The id of a model. */
  public static final String MODEL_ID = "the id of a model, a string";

  /** No item is repeated. */
  public static final String DISTINCT_ITEMS = "not hold the same item twice";

  /** An item is as the spec describes it. */
  public static final String DESCRIBED_ITEM = "hold an item of the kind its description asks for";

  /** The value is not of an excluded kind. */
  public static final String NOT_EXCLUDED = "be something else";

  /** More allowed values than this are counted instead of listed. */
  private static final int MAX_LISTED_VALUES = 12;

  private RequirementText() {}

  /** The obligation to be what a description says. */
  public static String be(String description) {
    return "be " + description;
  }

  /** {@code at least 3 s}. */
  public static String bound(String side, Number number, String unit) {
    return side + " " + DisplayText.quantity(number, unit);
  }

  /** {@code a multiple of 8 px}. */
  public static String multipleOf(Number divisor, String unit) {
    return "a multiple of " + DisplayText.quantity(divisor, unit);
  }

  /** The obligation to match a regular expression. */
  public static String matching(String regex) {
    return "match `" + regex + "`";
  }

  /** The obligation to have a member that is as the spec describes it. */
  public static String describedMember(String name) {
    return "have a fitting " + DisplayText.quotedName(name);
  }

  /** The allowed values, such as {@code "MP4", "WEBM" or "MOV"}; of many, only their number. */
  public static String oneOf(List<?> values) {
    return values.size() > MAX_LISTED_VALUES
        ? "one of " + values.size() + " values"
        : alternatives(values.stream().map(DisplayText::value).toList());
  }

  /** {@code a, b or c}. */
  public static String alternatives(List<String> words) {
    return DisplayText.enumeration(words, "or");
  }

  /** How many characters or items there must be, such as {@code must have from 2 to 2500}. */
  static String count(int minimum, int maximum) {
    if (minimum <= 0) {
      return "may have at most " + maximum;
    }
    if (maximum == Integer.MAX_VALUE) {
      return "must have at least " + minimum;
    }
    return minimum == maximum
        ? "must have " + minimum
        : "must have from " + minimum + " to " + maximum;
  }
}
