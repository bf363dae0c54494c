package dev.callsheet.linter.report.diff;

import dev.callsheet.linter.internal.report.Ansi;
import dev.callsheet.runtime.internal.messages.DisplayText;
import dev.callsheet.spec.diff.SpecChange;
import dev.callsheet.spec.diff.SpecChanges;
import java.io.IOException;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** For people: each change with where it stands and a request that shows it, and the step. */
public final class DiffTextReport implements DiffReport {
  private final Ansi ansi;

  /** Writes with ANSI colours, or without. */
  public DiffTextReport(boolean colour) {
    this.ansi = new Ansi(colour);
  }

  @Override
  public void write(List<SpecChanges> specs, Appendable out) throws IOException {
    for (SpecChanges spec : specs) {
      for (SpecChange change : spec.changes()) {
        write(change, out);
      }
      long breaking = spec.changes().stream().filter(SpecChange::isBreaking).count();
      out.append(ansi.bold(DisplayText.line(spec.model())))
          .append(": ")
          .append(count(spec.changes().size(), "change"))
          .append(", ")
          .append(Long.toString(breaking))
          .append(" breaking; version step: ")
          .append(ansi.bold(spec.step().id()))
          .append('\n');
    }
  }

  private void write(SpecChange change, Appendable out) throws IOException {
    out.append(ansi.bold(DisplayText.fileName(change.location().toString())))
        .append(": ")
        .append(change.isBreaking() ? ansi.red(label(change)) : label(change))
        .append(": ")
        .append(DisplayText.line(change.message()))
        .append(' ')
        .append(ansi.faint("[" + kinds(change) + "]"))
        .append('\n');
    if (!change.isCertain()) {
      out.append("  not decided: ").append(DisplayText.line(change.openReason())).append('\n');
    }
    JsonNode witness = change.witness();
    if (witness != null) {
      out.append("  ")
          .append(change.witnessTitle())
          .append(' ')
          .append(DisplayText.line(witness.toString()))
          .append('\n');
    }
  }

  private static String label(SpecChange change) {
    String sure = change.isBreaking() ? "breaking" : "change";
    return change.isCertain() ? sure : "possibly " + sure;
  }

  private static String kinds(SpecChange change) {
    boolean isOwn = change.rule().isEmpty() || change.rule().equals(change.subject());
    return change.kind().id() + (isOwn ? "" : ": " + change.rule());
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
