package dev.callsheet.benchmarks.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A goal as it stands on the page, from where those of parts that are not measured anew are read.
 *
 * @param part the part that it belongs to, such as {@code P2w}
 * @param description what is measured
 * @param wanted such as {@code at least 5 x}
 * @param measured such as {@code 7.21 x}
 * @param isReached whether it is
 */
record GoalRow(String part, String description, String wanted, String measured, boolean isReached) {
  static final String[] COLUMNS = {"goal", "wanted", "measured", ""};
  static final String AT_LEAST = "at least ";
  static final String AT_MOST = "at most ";

  private static final String REACHED = "reached";
  private static final Pattern NUMBER = Pattern.compile("-?[\\d.,]+");
  private static final String EXPLANATIONS = "decisions/0036-goals-that-are-missed.md";

  /** The goals of a section of the page. */
  static List<GoalRow> of(String part, String section) {
    return section.lines().map(line -> parse(part, line)).flatMap(Optional::stream).toList();
  }

  /** The cells of its row; a goal that is missed leads to why. */
  String[] cells() {
    return new String[] {description, wanted, measured, verdict()};
  }

  /** The same where rows of all parts stand. */
  GoalRow withPart() {
    return new GoalRow(part, part + ": " + description, wanted, measured, isReached);
  }

  private String verdict() {
    return isReached
        ? REACHED
        : "[**missed**](" + EXPLANATIONS + "#" + part.toLowerCase(Locale.ROOT) + ")";
  }

  /**
   * How much better than wanted it is: 2 when twice as good, 0.5 when half as good. Where less is
   * better, nothing at all is infinitely better than something, and as good as nothing.
   */
  double timesAsGood() {
    boolean atLeast = wanted.startsWith(AT_LEAST);
    double target = number(wanted.substring((atLeast ? AT_LEAST : AT_MOST).length()));
    double figure = Math.max(0, number(measured));
    if (target == figure) {
      return 1;
    }
    return atLeast ? figure / target : target / figure;
  }

  private static double number(String figure) {
    Matcher number = NUMBER.matcher(figure);
    if (!number.lookingAt()) {
      throw new IllegalArgumentException("no figure: " + figure);
    }
    return Double.parseDouble(number.group().replace(",", ""));
  }

  private static Optional<GoalRow> parse(String part, String line) {
    String[] cells = line.split(" *\\| *", -1);
    return cells.length == 6 && (cells[2].startsWith(AT_LEAST) || cells[2].startsWith(AT_MOST))
        ? Optional.of(new GoalRow(part, cells[1], cells[2], cells[3], cells[4].equals(REACHED)))
        : Optional.empty();
  }
}
