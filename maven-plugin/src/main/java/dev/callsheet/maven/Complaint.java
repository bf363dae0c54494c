package dev.callsheet.maven;

import dev.callsheet.spec.analysis.Cause;
import dev.callsheet.spec.check.Flaw;
import dev.callsheet.spec.source.Location;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What is wrong, in the form of Maven's own plugins: {@code file:[line,column] message}. */
final class Complaint {
  private Complaint() {}

  /** A place as consoles make it clickable in the output of Maven. */
  static String place(Location location) {
    return location.file() + ":[" + location.line() + "," + location.column() + "]";
  }

  /** A flaw of a spec: its place and message, its line, and the rules that bring it about. */
  static List<String> lines(Flaw flaw) {
    List<String> lines = new ArrayList<>();
    lines.add(place(flaw.location()) + " " + flaw.message() + " [" + flaw.kind() + "]");
    String source = flaw.sourceLine();
    if (source != null) {
      lines.add("    " + source);
      lines.add("    " + " ".repeat(flaw.location().column() - 1) + "^");
    }
    for (Cause cause : flaw.causes()) {
      lines.add("  " + place(cause.location()) + " '" + cause.rule() + "': " + cause.sentence());
    }
    if (flaw.request() != null) {
      lines.add("  such as " + flaw.request());
    }
    return lines;
  }

  /** All flaws, one after the other. */
  static String all(Collection<Flaw> flaws) {
    return flaws.stream().flatMap(flaw -> lines(flaw).stream()).collect(Collectors.joining("\n"));
  }
}
