package dev.callsheet.cli.demo;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.ConsoleStyle;
import java.util.List;

/** Tells the demo's story: numbered headings, lines below them, pieces of code. */
final class DemoOutput {
  private static final String INDENT = "   ";

  private final Console console;
  private final ConsoleStyle style;
  private int stages;

  DemoOutput(Console console) {
    this.console = console;
    this.style = console.outStyle();
  }

  ConsoleStyle style() {
    return style;
  }

  /** Begins the next stage. */
  void printHeading(String title) {
    stages++;
    console.out().println();
    console.out().println(style.strong(stages + "  " + title));
  }

  /** Says one thing. */
  void printLine(String line) {
    console.out().println(line.isEmpty() ? "" : INDENT + line);
  }

  /** Shows a piece of code, a little further in. */
  void printCode(List<String> lines) {
    lines.forEach(line -> printLine(line.isEmpty() ? "" : INDENT + style.code(line)));
  }

  /** Shows a text as it is. */
  void printLines(List<String> lines) {
    lines.forEach(this::printLine);
  }
}
