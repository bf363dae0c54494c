package dev.callsheet.maven;

import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.lint.Finding;
import dev.callsheet.spec.lint.run.Unreadable;
import dev.callsheet.spec.report.FindingText;
import dev.callsheet.spec.report.Report;
import dev.callsheet.spec.report.Summary;
import java.io.IOException;
import java.util.function.Consumer;
import org.apache.maven.plugin.logging.Log;

/** Findings in the log of the build, each as grave as it is. */
record LogReport(Log log) implements Report {
  @Override
  public void finding(Finding finding) throws IOException {
    StringBuilder text = new StringBuilder();
    new FindingText(false).write(finding, text);
    Consumer<String> lines = finding.severity() == Severity.ERROR ? log::error : log::warn;
    lines.accept(
        Complaint.place(finding.location())
            + " "
            + finding.message()
            + " ["
            + finding.rule()
            + "]");
    text.toString().lines().skip(1).forEach(lines); // the first says the same in another form
  }

  @Override
  public void judged(String name, long requests) {}

  @Override
  public void unreadable(Unreadable input) {
    log.error(input.toString());
  }

  @Override
  public void end(Summary summary) {}
}
