package dev.callsheet.linter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.finding.LintResult;
import dev.callsheet.linter.internal.scan.FlagAllScanner;
import dev.callsheet.linter.testing.RandomJsonWriter;
import dev.callsheet.linter.testing.RequestMutator;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RuleInterpretation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Without the fast path the linter is slower and finds the same. */
class FastPathEquivalenceTest {
  private static final ModelCatalogue CATALOGUE = ModelCatalogue.bundled();
  private static final Linter WITH = new Linter(CATALOGUE, RuleInterpretation.ENFORCED);
  private static final Linter WITHOUT =
      new Linter(CATALOGUE, RuleInterpretation.ENFORCED, Clock.systemUTC(), new FlagAllScanner());

  static List<Path> seeds() throws IOException {
    return LinterFuzzTest.seeds();
  }

  static List<ModelSpec> models() {
    return RepresentativeModels.list();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void requestFiles_haveTheSameFindings(Path seed) throws IOException {
    byte[] content = Files.readAllBytes(seed);
    for (String name : List.of("a.json", "a.jsonl")) {
      assertThat(WITH.lint(name, content)).isEqualTo(WITHOUT.lint(name, content));
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void mutatedRequests_haveTheSameFindings(ModelSpec model) throws IOException {
    RequestMutator mutator = RequestMutator.of(model, 4);
    Random random = new Random(2);
    for (int i = 0; i < 1_000; i++) {
      String task = RandomJsonWriter.of(mutator.next(), random);
      byte[] content = (i % 2 == 0 ? task : "[" + task + "," + task + "]").getBytes(UTF_8);
      assertThat(WITH.lint("a.json", content)).as(task).isEqualTo(WITHOUT.lint("a.json", content));
    }
  }

  /** What is wrong with a task does not matter to its UUID, but for what says whose that is. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"width\":1",
        "\"seed\":\"a\",\"unknown\":{\"taskUUID\":\"7f6b2a10-9d3c-4e58-8a41-2b6c1d0e9f73\"}",
        "\"taskUUID\":\"7f6b2a10-9d3c-4e58-8a41-2b6c1d0e9f73\"",
        "\"taskUUID\":7",
        "\"task\\u0055UID\":null",
        "\"taskType\":\"getResponse\"",
        "\"taskType\":\"nothing\"",
        "\"taskType\":[]",
        "\"model\":\"nobody:none\"",
        "\"model\":\"klingai:kling-video@o3-pro\"",
        "\"width\":}",
        "\"width\":1}}",
        "\"positivePrompt\":\"\\uD83D\"",
        "\"positivePrompt\":\"a\tb\""
      })
  void linesWithWrongTasks_areComparedAlike(String wrong) {
    String task =
        "{\"taskType\":\"videoInference\",\"taskUUID\":\"50836053-a0ee-4cf5-b9d6-ae7c5d140ada\","
            + "\"model\":\"klingai:kling-video@o3-pro\",\"positivePrompt\":\"a\",\"width\":1920,"
            + "\"height\":1080,\"duration\":5}";
    String behind = task.replace("}", "," + wrong + "}");
    String before = task.replace("{", "{" + wrong + ",");
    for (String each : List.of(behind, before, "[" + task + ", 1, " + behind + "]")) {
      byte[] lines = String.join("\n", task, each, each, task).getBytes(UTF_8);
      assertThat(WITH.lint("a.jsonl", lines)).isEqualTo(WITHOUT.lint("a.jsonl", lines));
    }
  }

  /** A kind of file that is too large to be read as a whole. */
  enum LargeFile {
    LIST("a.json", "[", ",\n", "]"),
    LINES("a.jsonl", "", "\n", "\n");

    private final String name;
    private final String start;
    private final String separator;
    private final String end;

    LargeFile(String name, String start, String separator, String end) {
      this.name = name;
      this.start = start;
      this.separator = separator;
      this.end = end;
    }
  }

  @ParameterizedTest
  @EnumSource
  void largeFiles_haveTheSameFindings(LargeFile kind, @TempDir Path directory) throws IOException {
    Random random = new Random(3);
    List<String> tasks = new ArrayList<>();
    for (ModelSpec model : RepresentativeModels.list()) {
      RequestMutator mutator = RequestMutator.of(model, 4);
      for (int i = 0; i < 300; i++) {
        String task = RandomJsonWriter.of(mutator.next(), random);
        tasks.add(kind == LargeFile.LINES ? task.replaceAll("[\n\r]", "") : task);
      }
    }
    String text = kind.start + String.join(kind.separator, tasks) + kind.end;
    Path file = Files.writeString(directory.resolve(kind.name), text);
    assertThat(lint(WITH, file)).isEqualTo(lint(WITHOUT, file));
    Path broken = Files.writeString(file, text.substring(0, text.length() - 20));
    assertThat(lint(WITH, broken)).isEqualTo(lint(WITHOUT, broken));
  }

  private static LintResult lint(Linter linter, Path file) throws IOException {
    List<Finding> findings = new ArrayList<>();
    long requests = linter.lint(String.valueOf(file.getFileName()), file, findings::add);
    return new LintResult(findings, Math.toIntExact(requests));
  }
}
