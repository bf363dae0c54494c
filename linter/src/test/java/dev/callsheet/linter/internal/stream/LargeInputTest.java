package dev.callsheet.linter.internal.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.linter.Linter;
import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.finding.LintResult;
import dev.callsheet.linter.internal.document.LintContext;
import dev.callsheet.linter.internal.fastpath.FastPath;
import dev.callsheet.linter.internal.input.ArrayByteSource;
import dev.callsheet.linter.internal.input.ByteSourceInputStream;
import dev.callsheet.linter.internal.input.DecodedText;
import dev.callsheet.linter.internal.scan.FlagAllScanner;
import dev.callsheet.linter.internal.scan.RequestScanner;
import dev.callsheet.linter.testing.WholeFileLinter;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.RuleInterpretation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However large the input, the findings are those of a small one. */
class LargeInputTest {
  private static final Path PAIRS = Path.of("src", "test", "resources", "lint");
  private static final ModelCatalogue CATALOGUE = ModelCatalogue.bundled();
  private static final Linter LINTER = new Linter(CATALOGUE, RuleInterpretation.ENFORCED);
  private static final LintContext CONTEXT =
      LintContext.of(
          CATALOGUE, RuleInterpretation.ENFORCED, Clock.systemUTC(), new FlagAllScanner());
  private static final FastPath FAST_PATH = new FastPath(CATALOGUE);
  private static final String VALID =
      "{\"taskType\":\"videoInference\",\"model\":\"klingai:kling-video@o3-pro\","
          + "\"positivePrompt\":\"鯨 🐋 and a whale\","
          + "\"taskUUID\":\"7f6b2a10-9d3c-4e58-8a41-2b6c1d0e9f73\",\"width\":1920,\"height\":1080}";
  private static final String INVALID = VALID.replace("1080}", "1081,\n\"ttl\":5}");

  @ParameterizedTest
  @MethodSource("dev.callsheet.linter.LinterGoldenTest#requests")
  void goldenFiles_lintedInChunks_giveSameFindings(String name) throws IOException {
    byte[] content = Files.readAllBytes(PAIRS.resolve(name));
    if (DecodedText.startsWithUtf16Mark(content)) {
      return; // always read as a whole
    }
    LintResult expected = WholeFileLinter.lint(name, content, CONTEXT);
    assertThat(inParts(name, content, FAST_PATH)).isEqualTo(expected);
    assertThat(inParts(name, content, new FlagAllScanner())).isEqualTo(expected);
  }

  @Test
  void longLists_onOneLineOrMany_giveSameFindings() throws IOException {
    for (String separator : List.of(",", ",\n", ",\r\n  ", ",\r")) {
      List<String> tasks = new ArrayList<>();
      Random random = new Random(3);
      for (int i = 0; i < 20_000; i++) {
        tasks.add(withUuid(random.nextInt(50) == 0 ? INVALID : VALID, random));
      }
      byte[] content = ("[" + String.join(separator, tasks) + "]").getBytes(UTF_8);
      LintResult whole = WholeFileLinter.lint("a.json", content, CONTEXT);
      assertThat(inParts("a.json", content, FAST_PATH)).isEqualTo(whole);
      assertThat(inParts("a.json", content, new FlagAllScanner())).isEqualTo(whole);
    }
  }

  @Test
  void fileReadInChunks_givesSameFindings(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("a.ndjson");
    StringBuilder lines = new StringBuilder();
    Random random = new Random(4);
    for (int i = 0; i < 40_000; i++) {
      String task = withUuid(random.nextInt(500) == 0 ? INVALID.replace("\n", "") : VALID, random);
      lines.append(i % 7 == 0 ? "[" + task + ",\t" + task + "]" : task);
      lines.append(i % 3 == 0 ? "\r\n" : i % 3 == 1 ? "\n" : "\r");
    }
    Files.writeString(file, lines);
    List<Finding> found = new ArrayList<>();
    long requests = LINTER.lint("a.ndjson", file, found::add);
    byte[] content = Files.readAllBytes(file);
    LintResult whole = WholeFileLinter.lint("a.ndjson", content, CONTEXT);
    assertThat(found).isEqualTo(whole.findings());
    assertThat(requests).isEqualTo(whole.requests());
  }

  @Test
  void longStrings_areValidatedWithoutBeingKept() throws IOException {
    String base64 = "iVBORw0K" + "QUJD".repeat(2_000_000);
    for (String image :
        List.of(
            base64,
            base64 + "QQ==",
            "data:image/png;base64," + base64,
            "https://example.com/" + base64,
            base64.replace("QU", "\\/\\u0041"))) {
      String task = VALID.replace("1080}", "1080,\"inputs\":{\"referenceImages\":[\"" + image);
      byte[] content = (task + "\"]}}").getBytes(UTF_8);
      assertThat(inParts("a.json", content, FAST_PATH)).isEqualTo(new LintResult(List.of(), 1));
      byte[] broken = (task + "=A\"]}}").getBytes(UTF_8);
      boolean link = image.startsWith("https");
      assertThat(inParts("a.json", broken, FAST_PATH).findings()).hasSize(link ? 0 : 1);
    }
  }

  /** A UUID of the task's own, except that one in a thousand is used again and again. */
  private static String withUuid(String task, Random random) {
    return random.nextInt(1_000) == 0
        ? task
        : task.replace(
            "7f6b2a10-9d3c", String.format("%08x-9d3c", random.nextInt(Integer.MAX_VALUE)));
  }

  private static LintResult inParts(String name, byte[] content, RequestScanner scanner)
      throws IOException {
    LintContext context =
        new LintContext(
            scanner, CONTEXT.validator(), CONTEXT.suggestions(), CONTEXT.tasksNotCompared());
    ArrayByteSource source = new ArrayByteSource(content);
    int from = DecodedText.startsWithUtf8Mark(content) ? 3 : 0;
    List<Finding> found = new ArrayList<>();
    long requests =
        name.endsWith(".jsonl")
            ? new LineStreamLinter(name, 300, context, new WorkerPool(1))
                .lint(new ByteSourceInputStream(source, from, content.length), found::add)
            : new LargeDocumentLinter(name, source, from, content.length, 1, context)
                .lint(found::add);
    return new LintResult(found, Math.toIntExact(requests));
  }
}
