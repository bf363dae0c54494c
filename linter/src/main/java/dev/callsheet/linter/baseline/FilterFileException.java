package dev.callsheet.linter.baseline;

import dev.callsheet.spec.source.SourceLocation;
import dev.callsheet.spec.source.SourceText;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A baseline or a file of suppressions is wrong. The message shows every mistake with its line. */
public final class FilterFileException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * A mistake.
   *
   * @param location where it stands
   * @param message what is wrong and what would be right
   */
  public record FileProblem(SourceLocation location, String message) {}

  private final transient List<FileProblem> problems;

  FilterFileException(SourceText source, List<FileProblem> mistakes) {
    super(
        mistakes.stream()
            .sorted(Comparator.comparing(FileProblem::location))
            .map(mistake -> format(source, mistake))
            .collect(Collectors.joining("\n")));
    this.problems = mistakes.stream().sorted(Comparator.comparing(FileProblem::location)).toList();
  }

  /** What is wrong, in the order of the file. */
  public List<FileProblem> problems() {
    return problems;
  }

  private static String format(SourceText source, FileProblem mistake) {
    String headline = mistake.location() + ": " + mistake.message();
    String line = source.line(mistake.location().line());
    return line == null || line.length() > 500
        ? headline
        : headline + "\n    " + line + "\n    " + " ".repeat(mistake.location().column() - 1) + "^";
  }
}
