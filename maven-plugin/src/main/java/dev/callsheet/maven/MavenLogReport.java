package dev.callsheet.maven;

import dev.callsheet.linter.UnreadableInput;
import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.report.FindingTextWriter;
import dev.callsheet.linter.report.LintReport;
import dev.callsheet.linter.report.LintSummary;
import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.internal.messages.DisplayText;
import java.io.IOException;
import java.util.function.Consumer;
import org.apache.maven.plugin.logging.Log;

/**
 * A report in the log of the build: errors as errors, warnings as warnings.
 *
 * @param showsNotes whether notes are logged, too, as information
 */
record MavenLogReport(Log log, boolean showsNotes) implements LintReport {
  @Override
  public void writeFinding(Finding finding) throws IOException {
    if (finding.severity() == Severity.NOTE && !showsNotes) {
      return;
    }
    StringBuilder text = new StringBuilder();
    new FindingTextWriter(false).write(finding, text);
    Consumer<String> lines =
        switch (finding.severity()) {
          case ERROR -> log::error;
          case WARNING -> log::warn;
          case NOTE -> log::info;
        };
    lines.accept(
        MavenErrorFormat.position(finding.location())
            + " "
            + DisplayText.line(finding.message())
            + " ["
            + finding.rule()
            + "]");
    text.toString().lines().skip(1).forEach(lines); // the first line is the message, printed above
  }

  @Override
  public void finishInput(String name, long requests) {}

  @Override
  public void writeUnreadable(UnreadableInput input) {
    log.error(input.toString());
  }

  @Override
  public void finish(LintSummary summary) {}
}
