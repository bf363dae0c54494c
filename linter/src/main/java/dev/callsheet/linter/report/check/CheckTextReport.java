package dev.callsheet.linter.report.check;

import dev.callsheet.linter.internal.report.Ansi;
import dev.callsheet.runtime.internal.messages.DisplayText;
import dev.callsheet.spec.analysis.AnalysisLimitation;
import dev.callsheet.spec.analysis.CausingRule;
import dev.callsheet.spec.analysis.ModeMatrix;
import dev.callsheet.spec.check.CheckFinding;
import dev.callsheet.spec.check.CheckResult;
import dev.callsheet.spec.model.LeftOut;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.source.MarkedLine;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * For people: each flaw with the rules that cause it and a request that shows it, then the rules
 * and prices that were not analysed, and a summary at the end.
 */
public final class CheckTextReport implements CheckReport {
  private final Ansi ansi;

  /** Writes with ANSI colours, or without. */
  public CheckTextReport(boolean colour) {
    this.ansi = new Ansi(colour);
  }

  @Override
  public void write(List<CheckResult> results, Appendable out) throws IOException {
    for (CheckResult result : results) {
      for (CheckFinding flaw : result.findings()) {
        write(flaw, out);
        out.append('\n');
      }
    }
    for (CheckResult result : results) {
      notAnalysed(result.limitations(), out);
    }
    for (CheckResult result : results) {
      leftOut(result.model(), out);
    }
    for (CheckResult result : results) {
      ModelSpec model = result.model();
      ModeMatrix modes = result.modes();
      if (model != null && modes != null) {
        out.append(ansi.bold(DisplayText.line(model.id()))).append('\n');
        new ModeTable(modes).write(out);
        out.append('\n');
      }
    }
    out.append(CheckSummary.of(results).toString()).append('\n');
  }

  /**
   * Writes one flaw, with no empty line after it.
   *
   * @throws IOException when {@code out} cannot be written to
   */
  public void write(CheckFinding flaw, Appendable out) throws IOException {
    out.append(ansi.bold(DisplayText.fileName(flaw.location().toString())))
        .append(": ")
        .append(ansi.severity(flaw.level()))
        .append(": ")
        .append(DisplayText.line(flaw.message()))
        .append(' ')
        .append(ansi.faint("[" + flaw.kind() + "]"))
        .append('\n');
    List<String> marked = MarkedLine.of(flaw.sourceLine(), flaw.location().column());
    if (!marked.isEmpty()) {
      out.append(marked.get(0)).append('\n');
      out.append(marked.get(1).replace("^", ansi.red("^"))).append('\n');
    }
    for (CausingRule cause : flaw.causes()) {
      out.append(rule(cause.location().toString(), cause.ruleId(), cause.description()));
    }
    if (flaw.exampleRequest() != null) {
      out.append("  such as ")
          .append(DisplayText.line(flaw.exampleRequest().toString()))
          .append('\n');
    }
  }

  private void leftOut(@Nullable ModelSpec model, Appendable out) throws IOException {
    if (model == null || model.leftOut().isEmpty()) {
      return;
    }
    out.append("Left out of what ").append(DisplayText.line(model.id())).append(" shares:\n");
    for (LeftOut each : model.leftOut()) {
      out.append("  ")
          .append(DisplayText.fileName(each.location().toString()))
          .append(": ")
          .append(each.kind())
          .append(": ")
          .append(ansi.bold(DisplayText.line(each.name())))
          .append('\n');
    }
    out.append('\n');
  }

  private void notAnalysed(List<AnalysisLimitation> rest, Appendable out) throws IOException {
    if (rest.isEmpty()) {
      return;
    }
    out.append("Not analysed, in whole or in part, and taken to allow anything:\n");
    for (AnalysisLimitation each : rest) {
      out.append(rule(each.location().toString(), each.subject(), each.reason()));
    }
    out.append('\n');
  }

  private String rule(String location, String id, String sentence) {
    return "  "
        + DisplayText.fileName(location)
        + ": "
        + ansi.bold("'" + DisplayText.line(id) + "'")
        + ": "
        + DisplayText.line(sentence)
        + "\n";
  }
}
