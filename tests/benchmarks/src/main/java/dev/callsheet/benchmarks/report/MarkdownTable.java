package dev.callsheet.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A table in Markdown; numbers, from the second column on, are set to the right. */
public final class MarkdownTable {
  private final List<String> lines = new ArrayList<>();

  /** A table with these columns. */
  public MarkdownTable(String... columns) {
    lines.add(line(List.of(columns)));
    lines.add("| --- |" + " ---: |".repeat(columns.length - 1));
  }

  /** Adds a row. */
  public MarkdownTable row(String... cells) {
    lines.add(line(List.of(cells)));
    return this;
  }

  /** All of it. */
  public String markdown() {
    return String.join("\n", lines);
  }

  private static String line(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
  }
}
