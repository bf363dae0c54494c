package dev.callsheet.spec.parser;

import dev.callsheet.runtime.internal.messages.DisplayText;
import dev.callsheet.spec.source.MarkedLine;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A spec that cannot be used. Its message shows every problem with its line and a caret. */
public final class SpecException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<SpecProblem> problems;

  /** Made of at least one problem, in the order of the file. */
  public SpecException(List<SpecProblem> problems) {
    super(problems.stream().map(SpecException::format).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, in the order of the file. */
  public List<SpecProblem> problems() {
    return problems;
  }

  private static String format(SpecProblem problem) {
    List<String> lines = new ArrayList<>();
    lines.add(
        DisplayText.fileName(problem.location().toString())
            + ": "
            + DisplayText.line(problem.message()));
    lines.addAll(MarkedLine.of(problem.sourceLine(), problem.location().column()));
    return String.join("\n", lines);
  }
}
