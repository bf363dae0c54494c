package dev.callsheet.spec.parser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.runtime.internal.messages.DisplayText;
import dev.callsheet.spec.source.SourceLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a spec's file holds, reading it ends in a spec or in problems that each stand at a place
 * in the file, in a message of bounded length whose control characters are visible. Here every seed
 * is tried; {@code tests/fuzz/run specs} has a fuzzer look for more.
 */
public class SpecFuzzTest {
  private static final int MAX_MESSAGE_LENGTH = 10_000;

  static List<Path> seeds() throws IOException {
    List<Path> seeds = new ArrayList<>();
    for (String root : List.of("src/test/resources", "src/test/fuzz/seeds", "models")) {
      try (var files = Files.walk(Path.of(root))) {
        files.filter(Files::isRegularFile).sorted().forEach(seeds::add);
      }
    }
    return seeds;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void readsASpecOrSaysWhereItIsWrong(Path seed) throws IOException {
    fuzzerTestOneInput(Files.readAllBytes(seed));
  }

  /** What a fuzzer calls, by this name, with bytes of its own making. */
  public static void fuzzerTestOneInput(byte[] content) {
    String text = new String(content, UTF_8);
    try {
      new SpecParser(IncludeResolver.NONE).parse("fuzz.yaml", text);
    } catch (SpecException refused) {
      assertThat(refused.problems()).isNotEmpty();
      refused.problems().forEach(problem -> assertShown(problem, text));
    }
  }

  private static void assertShown(SpecProblem problem, String text) {
    SourceLocation location = problem.location();
    List<String> lines = text.lines().toList();
    assertThat(location.line()).isBetween(1, Math.max(1, lines.size() + 1));
    assertThat(location.column()).isPositive();
    assertThat(problem.message())
        .hasSizeLessThan(MAX_MESSAGE_LENGTH)
        .isEqualTo(DisplayText.printable(problem.message()));
  }
}
