package dev.callsheet.cli.demo;

import java.util.List;

/**
 * A method in generated source, with its Javadoc.
 *
 * @param lines as they stand there, without their common indentation
 */
record SourceMethod(List<String> lines) {
  private static final String INDENT = "  ";

  /**
   * The method of that name, where it is declared.
   *
   * @throws IllegalArgumentException when there is none
   */
  static SourceMethod named(String name, String source) {
    List<String> lines = source.lines().toList();
    int declared = 0;
    while (!declares(lines.get(declared), name)) {
      declared++;
      if (declared == lines.size()) {
        throw new IllegalArgumentException("there is no method " + name);
      }
    }
    int first = declared;
    while (!lines.get(first - 1).isBlank()) {
      first--;
    }
    int last = declared;
    while (!lines.get(last).equals(INDENT + "}")) {
      last++;
    }
    return new SourceMethod(
        lines.subList(first, last + 1).stream()
            .map(line -> line.startsWith(INDENT) ? line.substring(INDENT.length()) : line)
            .toList());
  }

  /** What stands between its braces, without their indentation. */
  List<String> body() {
    int opening = 0;
    while (!lines.get(opening).endsWith("{")) {
      opening++;
    }
    return lines.subList(opening + 1, lines.size() - 1).stream()
        .map(line -> line.substring(Math.min(INDENT.length(), line.length())))
        .toList();
  }

  private static boolean declares(String line, String name) {
    return line.startsWith(INDENT + "p") && line.contains(" " + name + "(") && !line.endsWith(";");
  }
}
