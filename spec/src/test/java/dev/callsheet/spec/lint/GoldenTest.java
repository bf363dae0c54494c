package dev.callsheet.spec.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.spec.catalogue.Catalogue;
import dev.callsheet.spec.report.JsonReport;
import dev.callsheet.spec.report.Report;
import dev.callsheet.spec.report.Reporting;
import dev.callsheet.spec.report.TextReport;
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
class GoldenTest {
  private static final Path PAIRS = Path.of("src", "test", "resources", "lint");
  private static final Linter LINTER = new Linter(Catalogue.bundled(), Reading.ENFORCED);

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
  void findingsAreWordForWordTheExpectedOnes(String name) throws IOException {
    LintResult result = LINTER.lint(name, Files.readAllBytes(PAIRS.resolve(name)));
    String plainName = name.substring(0, name.lastIndexOf('.'));
    compare(out -> new TextReport(out, false, true), result, PAIRS.resolve(plainName + ".txt"));
    compare(JsonReport::new, result, PAIRS.resolve(plainName + ".report"));
  }

  private static void compare(Function<Writer, Report> form, LintResult result, Path expected)
      throws IOException {
    StringWriter written = new StringWriter();
    Reporting reporting = new Reporting(List.of(form.apply(written)));
    result.findings().forEach(reporting::found);
    reporting.judged("", result.requests());
    reporting.end();
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(expected, written.toString());
    }
    assertThat(written.toString()).isEqualTo(Files.readString(expected));
  }
}
