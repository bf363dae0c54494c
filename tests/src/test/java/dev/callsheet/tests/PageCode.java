package dev.callsheet.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The pieces of code that a page of the documentation shows. */
final class PageCode {
  private PageCode() {}

  /**
   * Those in a language, in the order of the page.
   *
   * @param page relative to the project's root
   */
  static List<String> blocks(String page, String language) throws IOException {
    return Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(Path.of("..").resolve(page)))
        .results()
        .map(block -> block.group(1))
        .toList();
  }

  /** The same text, however it is broken into lines and indented. */
  static String normalizeWhitespace(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
