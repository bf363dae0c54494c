package dev.callsheet.cli;

import java.nio.file.Path;
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
