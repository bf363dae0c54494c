package dev.callsheet.spec.baseline;

import dev.callsheet.spec.source.Location;
import dev.callsheet.spec.source.SourceText;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A baseline or a file of suppressions is wrong. The message shows every mistake with its line. */
public final class SettingsException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * A mistake.
   *
   * @param location where it stands
   * @param message what is wrong and what would be right
   */
  public record Mistake(Location location, String message) {}

  private final transient List<Mistake> mistakes;

  SettingsException(SourceText source, List<Mistake> mistakes) {
    super(
        mistakes.stream()
            .sorted(Comparator.comparing(Mistake::location))
            .map(mistake -> shown(source, mistake))
            .collect(Collectors.joining("\n")));
    this.mistakes = mistakes.stream().sorted(Comparator.comparing(Mistake::location)).toList();
  }

  /** What is wrong, in the order of the file. */
  public List<Mistake> mistakes() {
    return mistakes;
  }

  private static String shown(SourceText source, Mistake mistake) {
    String headline = mistake.location() + ": " + mistake.message();
    String line = source.line(mistake.location().line());
    return line == null || line.length() > 500
        ? headline
        : headline + "\n    " + line + "\n    " + " ".repeat(mistake.location().column() - 1) + "^";
  }
}
