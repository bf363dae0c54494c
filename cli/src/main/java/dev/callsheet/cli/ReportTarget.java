package dev.callsheet.cli;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.OutputFile;
import dev.callsheet.cli.console.UserMistake;
import dev.callsheet.spec.lint.LintResult;
import dev.callsheet.spec.report.JsonReport;
import dev.callsheet.spec.report.Report;
import dev.callsheet.spec.report.TextReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A report that a user asked for, written {@code json} or {@code json=FILE}.
 *
 * @param format what is written
 * @param file where to; null for standard output
 */
record ReportTarget(Format format, @Nullable Path file) {
  /** The text report on standard output. */
  static final ReportTarget TEXT = new ReportTarget(Format.TEXT, null);

  /** A form of report. */
  enum Format {
    /** For people. */
    TEXT,
    /** For programs. */
    JSON
  }

  /** Two reports cannot share standard output. */
  static void requireOneOnStandardOutput(List<ReportTarget> targets) {
    if (targets.stream().filter(target -> target.file() == null).count() > 1) {
      throw new UserMistake(
          "only one report can go to standard output; send the others to files, as in"
              + " --format json=FILE");
    }
  }

  /** Writes the results in this form to this place. */
  void write(List<LintResult> results, Console console) {
    try {
      if (file == null) {
        report(console.outPalette().colour()).write(results, console.out());
      } else {
        StringBuilder text = new StringBuilder();
        report(false).write(results, text);
        new OutputFile(file).write(text.toString());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible); // neither place throws one
    }
  }

  private Report report(boolean colour) {
    return switch (format) {
      case TEXT -> new TextReport(colour);
      case JSON -> new JsonReport();
    };
  }

  /** Reads the written form. */
  static final class Converter implements ITypeConverter<ReportTarget> {
    @Override
    public ReportTarget convert(String text) {
      int equals = text.indexOf('=');
      String format = equals < 0 ? text : text.substring(0, equals);
      Path file = equals < 0 ? null : Path.of(text.substring(equals + 1));
      return switch (format.toLowerCase(Locale.ROOT)) {
        case "text" -> new ReportTarget(Format.TEXT, file);
        case "json" -> new ReportTarget(Format.JSON, file);
        default ->
            throw new TypeConversionException(
                "'" + text + "' is not a report: write text, json, text=FILE or json=FILE");
      };
    }
  }
}
