package dev.callsheet.linter.baseline;

import dev.callsheet.runtime.internal.messages.DisplayText;
import dev.callsheet.spec.source.MarkedLine;
import dev.callsheet.spec.source.SourceLocation;
import dev.callsheet.spec.source.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A baseline or a file of suppressions is wrong. The message shows every problem with its line. */
public final class FilterFileException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * A problem in the file.
   *
   * @param location where it is
   * @param message what is wrong and what would be right
   */
  public record FileProblem(SourceLocation location, String message) {}

  private final transient List<FileProblem> problems;

  FilterFileException(SourceText source, List<FileProblem> problems) {
    super(
        problems.stream()
            .sorted(Comparator.comparing(FileProblem::location))
            .map(problem -> format(source, problem))
            .collect(Collectors.joining("\n")));
    this.problems = problems.stream().sorted(Comparator.comparing(FileProblem::location)).toList();
  }

  /** What is wrong, in the order of the file. */
  public List<FileProblem> problems() {
    return problems;
  }

  private static String format(SourceText source, FileProblem problem) {
    SourceLocation location = problem.location();
    List<String> lines = new ArrayList<>();
    lines.add(
        DisplayText.fileName(location.toString()) + ": " + DisplayText.line(problem.message()));
    lines.addAll(MarkedLine.of(source.line(location.line()), location.column()));
    return String.join("\n", lines);
  }
}
