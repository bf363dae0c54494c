package dev.callsheet.linter.internal.fastpath;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.linter.Linter;
import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.finding.LintResult;
import dev.callsheet.linter.internal.document.DocumentLinter;
import dev.callsheet.linter.internal.input.DecodedText;
import dev.callsheet.linter.internal.secrets.SecretDetector;
import dev.callsheet.linter.testing.RandomJsonWriter;
import dev.callsheet.linter.testing.RequestMutator;
import dev.callsheet.linter.validation.RequestValidator;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RuleInterpretation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A request passes the screening exactly when a close look finds nothing wrong with it. */
class FastPathTest {
  private static final Path REQUESTS = Path.of("..", "tests", "requests");
  private static final ModelCatalogue CATALOGUE = ModelCatalogue.bundled();
  private static final FastPath SCREENING =
      new FastPath(
          CATALOGUE.ids(), id -> CATALOGUE.find(id).orElseThrow(), SecretDetector::isSecretName);

  private static final Linter LINTER = new Linter(CATALOGUE, RuleInterpretation.ENFORCED);
  private static final RequestValidator DISPATCH =
      new RequestValidator(CATALOGUE, RuleInterpretation.ENFORCED);

  static List<ModelSpec> models() {
    return CATALOGUE.models();
  }

  @ParameterizedTest
  @MethodSource("models")
  void acceptsExactlyTheRequestsWithoutFindings(ModelSpec model) throws IOException {
    RequestMutator mutations =
        new RequestMutator(model, requests(model, "valid"), requests(model, "(valid|invalid)"), 1);
    Random random = new Random(1);
    int right = 0;
    for (int i = 0; i < 5_000; i++) {
      String text = RandomJsonWriter.of(mutations.next(), random);
      boolean passes = passes(text.getBytes(UTF_8));
      boolean clean = findings(text).isEmpty();
      assertThat(passes).as(text).isEqualTo(clean);
      right += passes ? 1 : 0;
    }
    assertThat(right).isBetween(250, 4_500);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.json", "a.jsonl"})
  void neverAcceptsCorruptedRequests(String file) throws IOException {
    List<ObjectNode> requests = new ArrayList<>();
    for (ModelSpec model : CATALOGUE.models()) {
      requests.addAll(requests(model, "valid"));
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
      DocumentLinter close = new DocumentLinter(file, DecodedText.of(bytes), DISPATCH);
      LintResult expected = file.endsWith("l") ? close.lintAllLines() : close.lintAsSingleValue();
      assertThat(LINTER.lint(file, bytes)).as(new String(bytes, UTF_8)).isEqualTo(expected);
    }
  }

  private static boolean passes(byte[] content) {
    FlaggedRegions suspects = SCREENING.scanDocument(content, 0, content.length);
    return suspects.isWellFormed() && suspects.count() == 0 && suspects.validTasks() == 1;
  }

  private static List<Finding> findings(String text) {
    byte[] content = text.getBytes(UTF_8);
    return new DocumentLinter("a.json", DecodedText.of(content), DISPATCH)
        .lintAsSingleValue()
        .findings();
  }

  private static List<ObjectNode> requests(ModelSpec model, String folder) throws IOException {
    try (Stream<Path> files = Files.walk(REQUESTS)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .filter(file -> file.getName(file.getNameCount() - 2).toString().matches(folder))
          .sorted()
          .map(FastPathTest::read)
          .filter(request -> request.path("model").asString("").equals(model.id()))
          .map(ObjectNode.class::cast)
          .toList();
    }
  }

  private static JsonNode read(Path file) {
    return new JsonMapper().readTree(file);
  }
}
