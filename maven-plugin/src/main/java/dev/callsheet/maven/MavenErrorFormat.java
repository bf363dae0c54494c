package dev.callsheet.maven;

import dev.callsheet.runtime.internal.messages.DisplayText;
import dev.callsheet.spec.analysis.CausingRule;
import dev.callsheet.spec.check.CheckFinding;
import dev.callsheet.spec.source.MarkedLine;
import dev.callsheet.spec.source.SourceLocation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Formats findings as Maven's own plugins do: {@code file:[line,column] message}. */
final class MavenErrorFormat {
  private MavenErrorFormat() {}

  /** A location in the form that editors make clickable in the output of Maven. */
  static String position(SourceLocation location) {
    return DisplayText.fileName(location.file())
        + ":["
        + location.line()
        + ","
        + location.column()
        + "]";
  }

  /** A finding in a spec: its location and message, its line, and the rules that cause it. */
  static List<String> lines(CheckFinding flaw) {
    List<String> lines = new ArrayList<>();
    lines.add(
        position(flaw.location())
            + " "
            + DisplayText.line(flaw.message())
            + " ["
            + flaw.kind()
            + "]");
    lines.addAll(MarkedLine.of(flaw.sourceLine(), flaw.location().column()));
    for (CausingRule cause : flaw.causes()) {
      lines.add(
          "  "
              + position(cause.location())
              + " '"
              + DisplayText.line(cause.ruleId())
              + "': "
              + DisplayText.line(cause.description()));
    }
    if (flaw.exampleRequest() != null) {
      lines.add("  such as " + DisplayText.line(flaw.exampleRequest().toString()));
    }
    return lines;
  }

  /** All findings, one after the other. */
  static String joinedLines(Collection<CheckFinding> flaws) {
    return flaws.stream().flatMap(flaw -> lines(flaw).stream()).collect(Collectors.joining("\n"));
  }
}
