package dev.callsheet.spec.report;

import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.lint.Finding;
import dev.callsheet.spec.lint.run.Unreadable;
import java.io.IOException;
import java.io.Writer;

/**
 * For build servers that show test results: every file a suite, every finding a test case; a file
 * that is as it should be is one that has passed. The figures of a suite stand in front of it, so
 * what is in it waits aside until it is done.
 */
public final class JUnitReport implements Report {
  private final Writer out;
  private final Severity failing;
  private final Spool suites = new Spool();
  private final Spool suite = new Spool();
  private final FindingText text = new FindingText(false);
  private final Count inAll = new Count();
  private Count inSuite = new Count();

  /**
   * Writes to {@code out}.
   *
   * @param failing the least grave finding that makes its test case a failure
   */
  public JUnitReport(Writer out, Severity failing) {
    this.out = out;
    this.failing = failing;
  }

  @Override
  public void finding(Finding finding) throws IOException {
    boolean failure = finding.severity().isAtLeast(failing);
    inSuite.tests++;
    inSuite.failures += failure ? 1 : 0;
    String place = finding.location().line() + ":" + finding.location().column();
    begin(finding.rule() + " at " + place, finding.location().file());
    suite.append(">\n");
    StringBuilder shown = new StringBuilder();
    text.write(finding, shown);
    if (failure) {
      suite
          .append("      <failure type=\"")
          .append(Xml.attribute(finding.rule()))
          .append("\" message=\"")
          .append(Xml.attribute(finding.message()))
          .append("\">")
          .append(Xml.text(shown.toString()))
          .append("</failure>\n");
    } else {
      suite.append("      <system-out>").append(Xml.text(shown.toString()));
      suite.append("</system-out>\n");
    }
    suite.append("    </testcase>\n");
  }

  @Override
  public void judged(String name, long requests) throws IOException {
    if (inSuite.tests == 0) {
      inSuite.tests++;
      begin("lint", name);
      suite.append("/>\n");
    }
    endSuite(name);
  }

  @Override
  public void unreadable(Unreadable input) throws IOException {
    inSuite.tests++;
    inSuite.errors++;
    begin("read", input.name());
    suite
        .append(">\n      <error type=\"unreadable\" message=\"")
        .append(Xml.attribute(input.reason()))
        .append("\"/>\n    </testcase>\n");
    endSuite(input.name());
  }

  @Override
  public void end(Summary summary) throws IOException {
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"callsheet lint\"");
    out.append(inAll.attributes()).append(">\n");
    suites.moveTo(out);
    out.append("</testsuites>\n");
  }

  @Override
  public void close() throws IOException {
    suite.close();
    suites.close();
  }

  private void begin(String name, String file) throws IOException {
    suite
        .append("    <testcase name=\"")
        .append(Xml.attribute(name))
        .append("\" classname=\"")
        .append(Xml.attribute(file))
        .append("\" time=\"0\"");
  }

  private void endSuite(String name) throws IOException {
    suites.append("  <testsuite name=\"").append(Xml.attribute(name)).append('"');
    suites.append(inSuite.attributes()).append(" skipped=\"0\" time=\"0\">\n");
    suite.moveTo(suites);
    suites.append("  </testsuite>\n");
    inAll.tests += inSuite.tests;
    inAll.failures += inSuite.failures;
    inAll.errors += inSuite.errors;
    inSuite = new Count();
  }

  /** How many test cases there are, and what became of them. */
  private static final class Count {
    private long tests;
    private long failures;
    private long errors;

    String attributes() {
      return " tests=\"%d\" failures=\"%d\" errors=\"%d\"".formatted(tests, failures, errors);
    }
  }
}
