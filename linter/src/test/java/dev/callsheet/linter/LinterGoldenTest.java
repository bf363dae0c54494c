package dev.callsheet.linter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.linter.finding.LintResult;
import dev.callsheet.linter.report.JsonReport;
import dev.callsheet.linter.report.LintReport;
import dev.callsheet.linter.report.ReportFormat.TextStyle;
import dev.callsheet.linter.report.ReportingSink;
import dev.callsheet.linter.report.TextReport;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.RuleInterpretation;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every request file in {@code lint/} beside the exact text ({@code .txt}) and the exact JSON
 * ({@code .report}) that linting it gives. With {@code -Dgolden.write=true} both are written anew,
 * to be read over before they are committed.
 */
class LinterGoldenTest {
  private static final Path PAIRS = Path.of("src", "test", "resources", "lint");
  private static final Linter LINTER =
      new Linter(ModelCatalogue.bundled(), RuleInterpretation.ENFORCED);

  static Stream<String> requests() throws IOException {
    try (Stream<Path> files = Files.list(PAIRS)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(".json") || name.endsWith(".jsonl"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("requests")
  void reportsEqualExpectedText(String name) throws IOException {
    LintResult result = LINTER.lint(name, Files.readAllBytes(PAIRS.resolve(name)));
    String plainName = name.substring(0, name.lastIndexOf('.'));
    compare(
        out -> new TextReport(out, new TextStyle(false, true, true)),
        result,
        PAIRS.resolve(plainName + ".txt"));
    compare(JsonReport::new, result, PAIRS.resolve(plainName + ".report"));
  }

  private static void compare(Function<Writer, LintReport> form, LintResult result, Path expected)
      throws IOException {
    StringWriter written = new StringWriter();
    ReportingSink reporting = new ReportingSink(List.of(form.apply(written)));
    result.findings().forEach(reporting::onFinding);
    reporting.onInputLinted("", result.requests());
    reporting.finish();
    String masked = FreshUuids.masked(written.toString());
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(expected, masked);
    }
    assertThat(masked).isEqualTo(Files.readString(expected));
  }
}
