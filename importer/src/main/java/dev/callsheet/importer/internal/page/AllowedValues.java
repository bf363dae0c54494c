package dev.callsheet.importer.internal.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The values that a line of a page lists as allowed. Values are written in backticks; where they
 * are not, single words are taken for values, as long as all that stands between commas is one.
 *
 * @param values as written, without backticks
 * @param text what is said of them
 * @param unread what stands in the place of values, and is not taken for any; may be empty
 */
record AllowedValues(List<String> values, String text, String unread) {
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern SEPARATOR = Pattern.compile("[,;|]|\\s/\\s|\\b(?:or|and)\\b");
  private static final Pattern BETWEEN_VALUES = Pattern.compile("[\\s,;|/.]|\\b(?:or|and)\\b");
  private static final Pattern NEXT_VALUE = Pattern.compile("[\\s,;|/]*+(?:(?:or|and)\\s++)?+`");
  private static final Pattern WORD = Pattern.compile("[\\w:./+-]*\\w[\\w:./+-]*");

  /**
   * The values in a line.
   *
   * @param areNumbers whether only numbers can be values
   */
  static AllowedValues ofLine(String line, boolean areNumbers) {
    List<String> values = codes(line);
    List<String> others =
        SEPARATOR
            .splitAsStream(CODE.matcher(line).replaceAll(","))
            .map(each -> each.strip().replaceFirst("(?<![^\\w])\\.$", ""))
            .filter(each -> !each.isEmpty())
            .toList();
    boolean areValues =
        values.size() + others.size() > 1
            && others.stream().allMatch(each -> isValue(each, areNumbers));
    return areValues || others.isEmpty()
        ? new AllowedValues(Stream.concat(values.stream(), others.stream()).toList(), "", "")
        : new AllowedValues(values, "", String.join(", ", others));
  }

  /**
   * The values in an item of a list: mostly one, and what is said of it.
   *
   * @param areNumbers whether only numbers can be values
   */
  static AllowedValues ofItem(String item, boolean areNumbers) {
    List<String> values = codes(item);
    String others = BETWEEN_VALUES.matcher(CODE.matcher(item).replaceAll("")).replaceAll("");
    if (!values.isEmpty() && others.isEmpty()) {
      return new AllowedValues(values, "", "");
    }
    Matcher first = CODE.matcher(item);
    if (first.lookingAt()) {
      String rest = item.substring(first.end()).strip();
      return new AllowedValues(
          values.subList(0, 1), rest, NEXT_VALUE.matcher(rest).lookingAt() ? rest : "");
    }
    return isValue(item, areNumbers)
        ? new AllowedValues(List.of(item), "", "")
        : new AllowedValues(List.of(), item, item);
  }

  private static boolean isValue(String text, boolean areNumbers) {
    return areNumbers ? PageNumbers.isNumber(text) : WORD.matcher(text).matches();
  }

  private static List<String> codes(String text) {
    List<String> codes = new ArrayList<>();
    CODE.matcher(text).results().forEach(code -> codes.add(code.group(1)));
    return codes;
  }
}
