package dev.callsheet.importer;

import java.util.regex.Matcher;
import java.util.stream.Collectors;

/** Pages with places, such as {@code @rule}, that a line can be put into. */
final class PageLines {
  private PageLines() {}

  /** The page with a line in one of its places, and none in the others. */
  static String filled(String page, String place, String line) {
    return page.replaceAll(
            "@" + (place.isEmpty() ? "none" : place) + "\\b", Matcher.quoteReplacement(line))
        .lines()
        .filter(each -> !each.strip().matches("@[a-z]+"))
        .collect(Collectors.joining("\n"));
  }
}
