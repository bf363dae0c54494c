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
