package dev.callsheet.linter.report;

import dev.callsheet.linter.UnreadableInput;
import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.internal.git.RepositoryNames;
import dev.callsheet.linter.internal.report.FindingFingerprints;
import dev.callsheet.linter.internal.report.JsonGenerators;
import dev.callsheet.runtime.Severity;
import java.io.IOException;
import java.io.Writer;
import tools.jackson.core.JsonGenerator;

/**
 * For GitLab's merge requests: a list of issues in the form of its Code Quality reports, each with
 * a fingerprint by which GitLab tells new ones from those that were there before.
 */
public final class GitLabReport implements LintReport {
  private final RepositoryNames names = RepositoryNames.ofWorkingDirectory();
  private final FindingFingerprints fingerprints = new FindingFingerprints();
  private final Writer out;
  private final JsonGenerator json;

  /** Writes to {@code out}. */
  public GitLabReport(Writer out) {
    this.out = out;
    this.json = JsonGenerators.indented(out);
    json.writeStartArray();
  }

  @Override
  public void writeFinding(Finding finding) {
    write(
        finding.message(),
        finding.rule(),
        fingerprints.fingerprint(finding),
        severity(finding.severity()),
        finding.location().file(),
        finding.location().line());
  }

  @Override
  public void finishInput(String name, long requests) {}

  /** As an issue of the whole file: such a report has no other place for it. */
  @Override
  public void writeUnreadable(UnreadableInput input) {
    String name = names.nameOf(input.name());
    write(
        input.toString(),
        "unreadable-input",
        FindingFingerprints.fingerprint("unreadable-input", name),
        "blocker",
        input.name(),
        1);
  }

  private void write(
      String message, String rule, String fingerprint, String severity, String file, int line) {
    json.writeStartObject()
        .writeStringProperty("description", message)
        .writeStringProperty("check_name", rule)
        .writeStringProperty("fingerprint", fingerprint)
        .writeStringProperty("severity", severity)
        .writeObjectPropertyStart("location")
        .writeStringProperty("path", names.nameOf(file))
        .writeObjectPropertyStart("lines")
        .writeNumberProperty("begin", line)
        .writeEndObject()
        .writeEndObject()
        .writeEndObject();
  }

  @Override
  public void finish(LintSummary summary) throws IOException {
    json.writeEndArray().flush();
    out.append('\n');
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> "major";
      case WARNING -> "minor";
      case NOTE -> "info";
    };
  }
}
