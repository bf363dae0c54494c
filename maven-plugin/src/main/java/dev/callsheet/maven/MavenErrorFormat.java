package dev.callsheet.maven;

import dev.callsheet.spec.analysis.CausingRule;
import dev.callsheet.spec.check.CheckFinding;
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
    return location.file() + ":[" + location.line() + "," + location.column() + "]";
  }

  /** A finding in a spec: its location and message, its line, and the rules that cause it. */
  static List<String> lines(CheckFinding flaw) {
    List<String> lines = new ArrayList<>();
    lines.add(position(flaw.location()) + " " + flaw.message() + " [" + flaw.kind() + "]");
    String source = flaw.sourceLine();
    if (source != null) {
      lines.add("    " + source);
      lines.add("    " + " ".repeat(flaw.location().column() - 1) + "^");
    }
    for (CausingRule cause : flaw.causes()) {
      lines.add(
          "  " + position(cause.location()) + " '" + cause.ruleId() + "': " + cause.description());
    }
    if (flaw.exampleRequest() != null) {
      lines.add("  such as " + flaw.exampleRequest());
    }
    return lines;
  }

  /** All findings, one after the other. */
  static String joinedLines(Collection<CheckFinding> flaws) {
    return flaws.stream().flatMap(flaw -> lines(flaw).stream()).collect(Collectors.joining("\n"));
  }
}
