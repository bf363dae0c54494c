package dev.callsheet.cli.demo;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.Palette;
import java.util.List;

/** Tells the demo's story: numbered headings, lines below them, pieces of code. */
final class Narrator {
  private static final String INDENT = "   ";

  private final Console console;
  private final Palette palette;
  private int stages;

  Narrator(Console console) {
    this.console = console;
    this.palette = console.outPalette();
  }

  Palette palette() {
    return palette;
  }

  /** Begins the next stage. */
  void stage(String title) {
    stages++;
    console.out().println();
    console.out().println(palette.strong(stages + "  " + title));
  }

  /** Says one thing. */
  void say(String line) {
    console.out().println(line.isEmpty() ? "" : INDENT + line);
  }

  /** Shows a piece of code, a little further in. */
  void code(List<String> lines) {
    lines.forEach(line -> say(line.isEmpty() ? "" : INDENT + palette.code(line)));
  }

  /** Shows a text as it is. */
  void show(List<String> lines) {
    lines.forEach(this::say);
  }
}
