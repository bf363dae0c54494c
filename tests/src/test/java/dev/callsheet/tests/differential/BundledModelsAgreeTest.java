package dev.callsheet.tests.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.generator.vectors.TestVector;
import dev.callsheet.generator.vectors.TestVectorSet;
import dev.callsheet.linter.Linter;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.tests.RepresentativeModels;
import dev.callsheet.tests.judges.GeneratedClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Generated checker, linter, reference validator and a validator of other makers say the same of
 * requests for the bundled models of every platform: of their vectors, and of requests made from
 * these at random. Between checker and linter, the places of broken rules are the same as well. A
 * disagreement is shown with a smallest request; one that was mended belongs to {@code
 * src/test/resources/conformance}. {@code tests/conformance/run agreement 100000} tries so many
 * requests for each of all models.
 */
class BundledModelsAgreeTest {
  private static final int REQUESTS = Integer.getInteger("callsheet.conformance.requests", 300);
  private static final long SEED = Long.getLong("callsheet.conformance.seed", 42);
  private static final Path KNOWN = Path.of("src/test/resources/conformance");

  /** How many disagreements of a model are shown. */
  private static final int SHOWN = 5;

  @TempDir static Path directory;

  private static List<JudgedModel> models = List.of();

  private final Map<String, Integer> seen = new TreeMap<>();

  @BeforeAll
  static void generate() throws Exception {
    List<ModelSpec> specs = RepresentativeModels.list();
    List<GeneratedClasses> generated = GeneratedClasses.of(specs, directory);
    Linter linter = new Linter(ModelCatalogue.bundled(), RuleInterpretation.ENFORCED);
    models =
        IntStream.range(0, specs.size())
            .mapToObj(i -> JudgedModel.of(specs.get(i), linter, generated.get(i).requestType()))
            .toList();
  }

  @Test
  void everyJudgeSaysTheSameOfRequestsForBundledModels() throws Exception {
    List<String> disagreements = new ArrayList<>();
    for (JudgedModel judged : models) {
      List<String> found = disagreements(judged);
      found.stream().limit(SHOWN).forEach(disagreements::add);
      System.out.printf(
          "%s: %d requests, %d disagreements%n", judged.model().id(), REQUESTS, found.size());
    }
    System.out.println("bundled models: " + seen);
    assertThat(disagreements).isEmpty();
    assertThat(seen).containsKeys("valid", "invalid", "unreadable");
  }

  /** What mappers do by themselves with a request on its way into generated classes. */
  @Test
  void noMapperMakesSomethingElseOfARequest() {
    List<String> disagreements = new ArrayList<>();
    for (JudgedModel judged : models) {
      ObjectNode largest =
          valid(TestVectorSet.of(judged.model()).vectors()).stream()
              .max(Comparator.comparingInt(ConvertedRequests::size))
              .orElseThrow();
      ConvertedRequests.of(largest).forEach(request -> judge(judged, request, disagreements));
      assertThat(ConvertedRequests.withNamesTwice(largest))
          .isNotEmpty()
          .allSatisfy(judged::assertThatNoNameStandsTwice);
    }
    assertThat(disagreements).isEmpty();
    assertThat(seen.get("unreadable")).isGreaterThan(500);
  }

  private static List<ObjectNode> valid(List<TestVector> vectors) {
    return vectors.stream()
        .filter(TestVector::valid)
        .map(vector -> (ObjectNode) vector.request())
        .toList();
  }

  private List<String> disagreements(JudgedModel judged) throws IOException {
    ModelSpec model = judged.model();
    List<TestVector> vectors = TestVectorSet.of(model).vectors();
    List<ObjectNode> valid = valid(vectors);
    List<String> found = new ArrayList<>();
    Stream.of(
            known(model),
            vectors.stream().map(TestVector::request),
            valid.isEmpty()
                ? Stream.<JsonNode>empty()
                : new RandomRequestMutator(model, valid, SEED + model.id().hashCode())
                    .requests(REQUESTS))
        .flatMap(requests -> requests)
        .filter(request -> isForModel(request, model))
        .forEach(request -> judge(judged, request, found));
    return found;
  }

  /** Requests that name no model, or another one, are those of another test. */
  private static boolean isForModel(JsonNode request, ModelSpec model) {
    return !model.isNamedInRequests() || request.path("model").asString("").equals(model.id());
  }

  /** The requests that there was a disagreement on. */
  private static Stream<JsonNode> known(ModelSpec model) throws IOException {
    Path folder = KNOWN.resolve(model.id().replaceAll("[^A-Za-z0-9.-]", "_"));
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().<JsonNode>map(JsonSchemas.JSON::readTree).toList().stream();
    }
  }

  private void judge(JudgedModel judged, JsonNode request, List<String> found) {
    JudgedModel.Opinions opinions = judged.opinionsOn(request);
    seen.merge(opinions.isValid() ? "valid" : "invalid", 1, Integer::sum);
    seen.merge(opinions.isUnreadable() ? "unreadable" : "typed", 1, Integer::sum);
    if (opinions.disagreement().isPresent()) {
      JsonNode smallest =
          SmallerRequests.smallest(
              request,
              smaller ->
                  isForModel(smaller, judged.model())
                      && judged.opinionsOn(smaller).disagreement().isPresent());
      found.add(
          judged.model().id()
              + ": "
              + judged.opinionsOn(smallest).disagreement().orElse("no smaller request"));
    }
  }
}
