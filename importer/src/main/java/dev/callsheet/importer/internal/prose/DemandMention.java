package dev.callsheet.importer.internal.prose;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Tells whether a sentence seems to demand something of requests, understood or not: by the words
 * of demands and conditions, or by a limit whose number the parameter does not have.
 */
final class DemandMention {
  private static final Pattern DEMAND =
      Pattern.compile(
          "(?i)\\b(?:must|cannot|can't|can not|may not|mutually exclusive|but not both|not both"
              + "|required (?:if|when|for|with|unless)|requires"
              + "|only (?:\\w+ ){0,3}(?:when|if|with|for))\\b");

  private static final Pattern LIMIT =
      Pattern.compile(
          "(?i)\\b(?:at least|at most|up to|no (?:more|less|fewer|longer) than|divisible by"
              + "|multiples? of|max(?:imum)?|min(?:imum)?|between)\\b[^.]*\\d");

  private static final Pattern NUMBER = Pattern.compile("(?<!\\d)-?\\d{1,18}(?:\\.\\d{1,18})?");

  private DemandMention() {}

  /**
   * Whether it does.
   *
   * @param shapes of the parameter that the sentence describes
   */
  static boolean isIn(String sentence, List<JsonNode> shapes) {
    return DEMAND.matcher(sentence).find()
        || (LIMIT.matcher(sentence).find() && !areLimited(shapes, sentence));
  }

  /** Whether all the numbers of a sentence stand in the shapes. */
  private static boolean areLimited(List<JsonNode> shapes, String sentence) {
    Set<BigDecimal> known = new HashSet<>();
    shapes.forEach(shape -> collect(shape, known));
    return NUMBER
        .matcher(sentence.replaceAll("(?i)UTF-?\\d+", ""))
        .results()
        .map(number -> new BigDecimal(number.group()).stripTrailingZeros())
        .allMatch(known::contains);
  }

  private static void collect(JsonNode shape, Set<BigDecimal> numbers) {
    if (shape.isNumber()) {
      numbers.add(shape.decimalValue().stripTrailingZeros());
    }
    shape.forEach(inner -> collect(inner, numbers));
  }
}
