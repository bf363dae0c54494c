package dev.callsheet.linter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.finding.LintResult;
import dev.callsheet.linter.fix.FixInvariants;
import dev.callsheet.linter.internal.document.LintContext;
import dev.callsheet.linter.internal.input.DecodedText;
import dev.callsheet.linter.internal.scan.FlagAllScanner;
import dev.callsheet.linter.testing.ReferencePositions;
import dev.callsheet.linter.testing.WholeFileLinter;
import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.RuleInterpretation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever bytes a file holds, linting it ends in findings that point at what they name, and the
 * pass over the bytes never lets through what a close look finds wrong; and mending it keeps the
 * {@link FixInvariants}. Here every seed is tried; {@code tests/fuzz/run requests} has a fuzzer
 * look for more, led by the code that they reach.
 */
public class LinterFuzzTest {
  private static final ModelCatalogue CATALOGUE = ModelCatalogue.bundled();
  private static final Linter LINTER = new Linter(CATALOGUE, RuleInterpretation.ENFORCED);
  private static final LintContext CONTEXT =
      LintContext.of(
          CATALOGUE, RuleInterpretation.ENFORCED, Clock.systemUTC(), new FlagAllScanner());

  /** All request files that tests have, and what the fuzzer found before. */
  static List<Path> seeds() throws IOException {
    List<Path> seeds = new ArrayList<>();
    for (String root :
        List.of("src/test/resources/lint", "src/test/fuzz/seeds", "../tests/requests")) {
      try (Stream<Path> files = Files.walk(Path.of(root))) {
        files.filter(LinterFuzzTest::isSeed).sorted().forEach(seeds::add);
      }
    }
    return seeds;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void findingsPointAtTheTokensTheyName(Path seed) throws IOException {
    fuzzerTestOneInput(Files.readAllBytes(seed));
  }

  /** What a fuzzer calls first, so that loading the models does not count as a slow input. */
  public static void fuzzerInitialize() throws IOException {
    for (Path seed : seeds()) {
      fuzzerTestOneInput(Files.readAllBytes(seed));
    }
  }

  /** What a fuzzer calls, by this name, with bytes of its own making. */
  public static void fuzzerTestOneInput(byte[] content) {
    check("fuzz.json", content, WholeFileLinter.lint("fuzz.json", content, CONTEXT));
    check("fuzz.jsonl", content, WholeFileLinter.lint("fuzz.jsonl", content, CONTEXT));
  }

  private static void check(String file, byte[] content, LintResult closeLook) {
    LintResult result = LINTER.lint(file, content);
    assertThat(result).isEqualTo(closeLook);
    ReferencePositions tokens =
        ReferencePositions.of(DecodedText.of(content).text(), file.endsWith("l"));
    for (Finding finding : result.findings()) {
      tokens.assertNamed(finding);
    }
    if (result.count(Severity.ERROR) > 0) {
      FixInvariants.assertHold(file, content, result);
    }
  }

  private static boolean isSeed(Path file) {
    return Files.isRegularFile(file) && !file.toString().matches(".*[.](txt|report)");
  }
}
