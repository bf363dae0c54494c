package dev.callsheet.linter.report;

import dev.callsheet.linter.UnreadableInput;
import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.internal.report.SpillingTextBuffer;
import dev.callsheet.linter.internal.report.XmlEscaper;
import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.internal.messages.DisplayText;
import java.io.IOException;
import java.io.Writer;

/**
 * For build servers that show test results: a suite per file, with a test case per finding, or one
 * passed test case if there are none. The counts of a suite come before its test cases, so these
 * are kept in a buffer until the file is linted.
 */
public final class JUnitReport implements LintReport {
  private final Writer out;
  private final Severity failOn;
  private final SpillingTextBuffer suites = new SpillingTextBuffer();
  private final SpillingTextBuffer suite = new SpillingTextBuffer();
  private final FindingTextWriter text = new FindingTextWriter(false);
  private final TestCounts totalCounts = new TestCounts();
  private TestCounts suiteCounts = new TestCounts();

  /**
   * Writes to {@code out}.
   *
   * @param failOn the least severe finding that makes its test case a failure
   */
  public JUnitReport(Writer out, Severity failOn) {
    this.out = out;
    this.failOn = failOn;
  }

  @Override
  public void writeFinding(Finding finding) throws IOException {
    boolean failure = finding.severity().isAtLeast(failOn);
    suiteCounts.tests++;
    suiteCounts.failures += failure ? 1 : 0;
    String place = finding.location().line() + ":" + finding.location().column();
    openTestCase(finding.rule() + " at " + place, finding.location().file());
    suite.append(">\n");
    StringBuilder shown = new StringBuilder();
    text.write(finding, shown);
    if (failure) {
      suite
          .append("      <failure type=\"")
          .append(XmlEscaper.escapeAttribute(finding.rule()))
          .append("\" message=\"")
          .append(XmlEscaper.escapeAttribute(DisplayText.line(finding.message())))
          .append("\">")
          .append(XmlEscaper.escapeText(shown.toString()))
          .append("</failure>\n");
    } else {
      suite.append("      <system-out>").append(XmlEscaper.escapeText(shown.toString()));
      suite.append("</system-out>\n");
    }
    suite.append("    </testcase>\n");
  }

  @Override
  public void finishInput(String name, long requests) throws IOException {
    if (suiteCounts.tests == 0) {
      suiteCounts.tests++;
      openTestCase("lint", name);
      suite.append("/>\n");
    }
    endSuite(name);
  }

  @Override
  public void writeUnreadable(UnreadableInput input) throws IOException {
    suiteCounts.tests++;
    suiteCounts.errors++;
    openTestCase("read", input.name());
    suite
        .append(">\n      <error type=\"unreadable\" message=\"")
        .append(XmlEscaper.escapeAttribute(DisplayText.line(input.reason())))
        .append("\"/>\n    </testcase>\n");
    endSuite(input.name());
  }

  @Override
  public void finish(LintSummary summary) throws IOException {
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"callsheet lint\"");
    out.append(totalCounts.attributes()).append(">\n");
    suites.transferTo(out);
    out.append("</testsuites>\n");
  }

  @Override
  public void close() throws IOException {
    suite.close();
    suites.close();
  }

  private void openTestCase(String name, String file) throws IOException {
    suite
        .append("    <testcase name=\"")
        .append(XmlEscaper.escapeAttribute(name))
        .append("\" classname=\"")
        .append(XmlEscaper.escapeAttribute(file))
        .append("\" time=\"0\"");
  }

  private void endSuite(String name) throws IOException {
    suites.append("  <testsuite name=\"").append(XmlEscaper.escapeAttribute(name)).append('"');
    suites.append(suiteCounts.attributes()).append(" skipped=\"0\" time=\"0\">\n");
    suite.transferTo(suites);
    suites.append("  </testsuite>\n");
    totalCounts.tests += suiteCounts.tests;
    totalCounts.failures += suiteCounts.failures;
    totalCounts.errors += suiteCounts.errors;
    suiteCounts = new TestCounts();
  }

  /** How many test cases there are, and what became of them. */
  private static final class TestCounts {
    private long tests;
    private long failures;
    private long errors;

    String attributes() {
      return " tests=\"" + tests + "\" failures=\"" + failures + "\" errors=\"" + errors + "\"";
    }
  }
}
