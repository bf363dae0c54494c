package dev.callsheet.linter.internal.fastpath;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.linter.Linter;
import dev.callsheet.linter.RepresentativeModels;
import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.finding.LintResult;
import dev.callsheet.linter.internal.document.LintContext;
import dev.callsheet.linter.internal.scan.FlagAllScanner;
import dev.callsheet.linter.internal.scan.FlaggedRegions;
import dev.callsheet.linter.testing.PublishedRequests;
import dev.callsheet.linter.testing.RandomJsonWriter;
import dev.callsheet.linter.testing.RequestMutator;
import dev.callsheet.linter.testing.WholeFileLinter;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.parser.SpecException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** The fast path accepts a request exactly when full validation has no finding. */
class FastPathTest {
  private static final ModelCatalogue CATALOGUE = ModelCatalogue.bundled();
  private static final FastPath FAST_PATH = new FastPath(CATALOGUE);

  private static final Linter LINTER = new Linter(CATALOGUE, RuleInterpretation.ENFORCED);
  private static final LintContext CONTEXT =
      LintContext.of(
          CATALOGUE, RuleInterpretation.ENFORCED, Clock.systemUTC(), new FlagAllScanner());

  static List<ModelSpec> models() {
    return RepresentativeModels.list();
  }

  /** The model of the request before is a guess, which an envelope must not spoil. */
  @Test
  void requestsBehindAnEnvelopeAreStillCleared() throws SpecException {
    ModelCatalogue catalogue =
        ModelCatalogue.of(List.of(Path.of("src", "test", "resources", "platforms")));
    FastPath fastPath = new FastPath(catalogue);
    String request = "{\"model\":\"inkwell-1\",\"prompt\":\"A\"}\n";
    String envelope =
        "{\"platform\":\"fal\",\"model\":\"fal-ai/inkwell/dev\",\"request\":{\"prompt\":\"A\"}}\n";
    byte[] lines = (envelope + request + envelope + request + request).getBytes(UTF_8);
    FlaggedRegions flagged = fastPath.scanLines(lines, 0, lines.length);
    assertThat(flagged.validTasks()).isEqualTo(3);
    assertThat(flagged.count()).isEqualTo(2);
    assertThat(flagged.index(1)).isEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource("models")
  void acceptsExactlyTheRequestsWithoutFindings(ModelSpec model) throws IOException {
    RequestMutator mutator = RequestMutator.of(model, 1);
    Random random = new Random(1);
    int valid = 0;
    for (int i = 0; i < 5_000; i++) {
      String text = RandomJsonWriter.of(mutator.next(), random);
      boolean accepted = isAccepted(text.getBytes(UTF_8));
      boolean clean = findings(text).isEmpty();
      assertThat(accepted).as(text).isEqualTo(clean);
      valid += accepted ? 1 : 0;
    }
    assertThat(valid).isBetween(250, 4_500);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.json", "a.jsonl"})
  void neverAcceptsCorruptedRequests(String file) throws IOException {
    List<ObjectNode> requests = new ArrayList<>();
    for (ModelSpec model : RepresentativeModels.list()) {
      requests.addAll(PublishedRequests.of(model, "valid"));
    }
    Random random = new Random(9);
    for (int i = 0; i < 10_000; i++) {
      String text = RandomJsonWriter.of(requests.get(random.nextInt(requests.size())), random);
      byte[] bytes = (random.nextBoolean() ? text : "[" + text + "]").getBytes(UTF_8);
      for (int change = 0; change < 1 + i % 3; change++) {
        int at = random.nextInt(bytes.length);
        int by = random.nextBoolean() ? random.nextInt(256) : bytes[random.nextInt(bytes.length)];
        bytes[at] = (byte) by;
      }
      LintResult expected = WholeFileLinter.lint(file, bytes, CONTEXT);
      assertThat(LINTER.lint(file, bytes)).as(new String(bytes, UTF_8)).isEqualTo(expected);
    }
  }

  private static boolean isAccepted(byte[] content) {
    FlaggedRegions flagged = FAST_PATH.scanDocument(content, 0, content.length);
    return flagged.isEmpty() && flagged.validTasks() == 1;
  }

  private static List<Finding> findings(String text) {
    byte[] content = text.getBytes(UTF_8);
    return WholeFileLinter.lint("a.json", content, CONTEXT).findings();
  }
}
