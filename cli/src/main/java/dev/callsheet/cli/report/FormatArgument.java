package dev.callsheet.cli.report;

import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.linter.report.ReportFormat;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * An argument of {@code --format}: {@code json}, or {@code json=FILE}.
 *
 * @param format the format of the report
 * @param file where it is written; null for standard output
 */
public record FormatArgument(ReportFormat format, @Nullable Path file) {
  /** The text report on standard output. */
  public static final FormatArgument TEXT = new FormatArgument(ReportFormat.TEXT, null);

  /** The files that reports are written to. */
  public static List<Path> files(List<FormatArgument> targets) {
    return targets.stream().map(FormatArgument::file).filter(Objects::nonNull).toList();
  }

  /** Ensures that not more than one report goes to standard output. */
  public static void requireOneOnStandardOutput(List<FormatArgument> targets) {
    if (targets.stream().filter(target -> target.file() == null).count() > 1) {
      throw new UserErrorException(
          "only one report can go to standard output; send the others to files, as in"
              + " --format json=FILE");
    }
  }

  /** Reads the written form of a lint report. */
  public static final class LintReportConverter extends FormatConverter {
    /** Accepts every format. */
    public LintReportConverter() {
      super(List.of(ReportFormat.values()));
    }
  }

  /** Converts an argument for a report on specs. */
  public static final class SpecReportConverter extends FormatConverter {
    /** Accepts text, JSON and SARIF. */
    public SpecReportConverter() {
      super(List.of(ReportFormat.TEXT, ReportFormat.JSON, ReportFormat.SARIF));
    }
  }

  /** Also names the formats, for those who complete what is typed. */
  private abstract static class FormatConverter
      implements ITypeConverter<FormatArgument>, Iterable<String> {
    private final List<ReportFormat> known;

    FormatConverter(List<ReportFormat> known) {
      this.known = known;
    }

    @Override
    public FormatArgument convert(String text) {
      int equals = text.indexOf('=');
      String word = equals < 0 ? text : text.substring(0, equals);
      Path file = equals < 0 ? null : Path.of(text.substring(equals + 1));
      return known.stream()
          .filter(format -> format.id().equals(word.toLowerCase(Locale.ROOT)))
          .findFirst()
          .map(format -> new FormatArgument(format, file))
          .orElseThrow(() -> new TypeConversionException(unknown(text)));
    }

    @Override
    public Iterator<String> iterator() {
      return known.stream().map(ReportFormat::id).iterator();
    }

    private String unknown(String text) {
      String words = known.stream().map(ReportFormat::id).collect(Collectors.joining(", "));
      return "'" + text + "' is not a report: write one of " + words + ", or as in json=FILE";
    }
  }
}
