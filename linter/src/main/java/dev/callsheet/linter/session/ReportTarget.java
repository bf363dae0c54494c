package dev.callsheet.linter.session;

import dev.callsheet.linter.report.LintReport;
import dev.callsheet.linter.report.ReportFormat;
import dev.callsheet.linter.report.ReportFormat.TextStyle;
import java.io.Writer;
import java.nio.file.Path;

/** Where a report goes, and in which form. */
public sealed interface ReportTarget {
  /** A file, which is written as a whole, or not at all when the run ends in an exception. */
  record ToFile(ReportFormat format, TextStyle style, Path file) implements ReportTarget {}

  /** A writer; flushed at the end of a run, and left open. */
  record ToWriter(ReportFormat format, TextStyle style, Writer out) implements ReportTarget {}

  /** A report in a form of the caller's own; closed at the end of a run. */
  record Custom(LintReport report) implements ReportTarget {}
}
