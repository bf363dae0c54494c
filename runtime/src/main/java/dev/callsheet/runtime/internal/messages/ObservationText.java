package dev.callsheet.runtime.internal.messages;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** The sentences that say what a broken rule found. */
public final class ObservationText {
  /** As many digits of a quotient are shown. */
  private static final MathContext QUOTIENT_DIGITS = new MathContext(6);

  private ObservationText() {}

  /** What numbers add up to, and what they should. */
  public static String sum(
      String terms, Number sum, String total, Number expected, boolean isDefault) {
    return addsUpTo(terms, sum)
        + ", and "
        + DisplayText.quotedName(total)
        + " is "
        + DisplayText.number(expected)
        + (isDefault ? " by default." : ".");
  }

  /** What numbers add up to. */
  public static String boundedSum(String terms, Number sum) {
    return addsUpTo(terms, sum) + ".";
  }

  private static String addsUpTo(String terms, Number sum) {
    return "Here " + DisplayText.quotedName(terms) + " adds up to " + DisplayText.number(sum);
  }

  /** What numbers make when multiplied. */
  public static String product(List<String> factors, Number product) {
    return "Here "
        + String.join(" times ", factors.stream().map(DisplayText::quotedName).toList())
        + " is "
        + DisplayText.number(product)
        + ".";
  }

  /** What one number by another is, about. */
  public static String quotient(String dividend, String divisor, Number quotient) {
    return "Here "
        + DisplayText.quotedName(dividend)
        + " divided by "
        + DisplayText.quotedName(divisor)
        + " is "
        + DisplayText.number(new BigDecimal(quotient.toString()).round(QUOTIENT_DIGITS))
        + ".";
  }

  /** Which item a text names, and how many there are. */
  public static String missingItem(String placeholder, String list, int count) {
    return "Here "
        + DisplayText.quotedName(placeholder)
        + " names no item: "
        + DisplayText.quotedName(list)
        + " has "
        + count
        + ".";
  }
}
