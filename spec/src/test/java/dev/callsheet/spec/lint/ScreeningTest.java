package dev.callsheet.spec.lint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.spec.catalogue.Catalogue;
import dev.callsheet.spec.lint.scan.Screening;
import dev.callsheet.spec.lint.scan.Suspects;
import dev.callsheet.spec.model.ModelSpec;
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
class ScreeningTest {
  private static final Path REQUESTS = Path.of("..", "tests", "requests");
  private static final Catalogue CATALOGUE = Catalogue.bundled();
  private static final Screening SCREENING =
      new Screening(CATALOGUE.ids(), id -> CATALOGUE.find(id).orElseThrow(), Secrets::isTellTale);

  private static final Linter LINTER = new Linter(CATALOGUE, Reading.ENFORCED);
  private static final Dispatch DISPATCH = new Dispatch(CATALOGUE, Reading.ENFORCED);

  static List<ModelSpec> models() {
    return CATALOGUE.models();
  }

  @ParameterizedTest
  @MethodSource("models")
  void whatPassesIsWhatACloseLookFindsNothingWrongWith(ModelSpec model) throws IOException {
    Mutations mutations =
        new Mutations(model, requests(model, "valid"), requests(model, "(valid|invalid)"), 1);
    Random random = new Random(1);
    int right = 0;
    for (int i = 0; i < 5_000; i++) {
      String text = Written.of(mutations.next(), random);
      boolean passes = passes(text.getBytes(UTF_8));
      boolean clean = findings(text).isEmpty();
      assertThat(passes).as(text).isEqualTo(clean);
      right += passes ? 1 : 0;
    }
    assertThat(right).isBetween(250, 4_500);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.json", "a.jsonl"})
  void nothingPassesThatIsBroken(String file) throws IOException {
    List<ObjectNode> requests = new ArrayList<>();
    for (ModelSpec model : CATALOGUE.models()) {
      requests.addAll(requests(model, "valid"));
    }
    Random random = new Random(9);
    for (int i = 0; i < 10_000; i++) {
      String text = Written.of(requests.get(random.nextInt(requests.size())), random);
      byte[] bytes = (random.nextBoolean() ? text : "[" + text + "]").getBytes(UTF_8);
      for (int change = 0; change < 1 + i % 3; change++) {
        int at = random.nextInt(bytes.length);
        int by = random.nextBoolean() ? random.nextInt(256) : bytes[random.nextInt(bytes.length)];
        bytes[at] = (byte) by;
      }
      FileLint close = new FileLint(file, Decoding.of(bytes), DISPATCH);
      LintResult expected = file.endsWith("l") ? close.lineByLine() : close.whole();
      assertThat(LINTER.lint(file, bytes)).as(new String(bytes, UTF_8)).isEqualTo(expected);
    }
  }

  private static boolean passes(byte[] content) {
    Suspects suspects = SCREENING.document(content, 0, content.length);
    return suspects.isPlain() && suspects.count() == 0 && suspects.right() == 1;
  }

  private static List<Finding> findings(String text) {
    byte[] content = text.getBytes(UTF_8);
    return new FileLint("a.json", Decoding.of(content), DISPATCH).whole().findings();
  }

  private static List<ObjectNode> requests(ModelSpec model, String folder) throws IOException {
    try (Stream<Path> files = Files.walk(REQUESTS)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .filter(file -> file.getName(file.getNameCount() - 2).toString().matches(folder))
          .sorted()
          .map(ScreeningTest::read)
          .filter(request -> request.path("model").asString("").equals(model.id()))
          .map(ObjectNode.class::cast)
          .toList();
    }
  }

  private static JsonNode read(Path file) {
    return new JsonMapper().readTree(file);
  }
}
