package dev.callsheet.linter.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.linter.report.check.CheckTextReport;
import dev.callsheet.spec.catalogue.ModelFile;
import dev.callsheet.spec.check.CheckResult;
import dev.callsheet.spec.check.InterpretationSelection;
import dev.callsheet.spec.check.SpecChecker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every {@code flawed-specs/*.yaml} beside the exact report on it: small specs, each with the flaw
 * its name says, or with what a careless analysis would take for one. With {@code
 * -Dgolden.update=true} the reports are written anew, to be looked through and committed.
 */
class SpecCheckerGoldenTest {
  private static final Path FOLDER = Path.of("src/test/resources/flawed-specs");

  static Stream<String> specs() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("specs")
  void matchesExpectedReport(String name) throws IOException {
    List<ModelFile> files = ModelFile.find(FOLDER.resolve(name));
    StringBuilder report = new StringBuilder();
    List<CheckResult> results =
        new SpecChecker(InterpretationSelection.BOTH, false).checkFiles(files);
    new CheckTextReport(false).write(results, report);
    String actual = report.toString().replace(FOLDER + "/", "");

    Path expected = FOLDER.resolve(name.replace(".yaml", ".expected"));
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(expected, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(expected));
  }
}
