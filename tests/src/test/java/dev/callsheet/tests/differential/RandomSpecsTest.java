package dev.callsheet.tests.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.generator.vectors.TestVector;
import dev.callsheet.generator.vectors.TestVectorSet;
import dev.callsheet.linter.Linter;
import dev.callsheet.spec.analysis.AnalysisFinding;
import dev.callsheet.spec.analysis.AnalysisFinding.Kind;
import dev.callsheet.spec.analysis.SpecAnalyzer;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.parser.SpecException;
import dev.callsheet.tests.judges.GeneratedClasses;
import dev.callsheet.tests.specs.RandomSpecFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whatever a spec says, {@code check} ends, its Java compiles without a warning, and every judge
 * says the same of its requests. {@code tests/fuzz/run agreement 5000} tries so many specs; a
 * disagreement names the seed that has it again.
 */
class RandomSpecsTest {
  private static final int SPECS = Integer.getInteger("callsheet.specs", 40);
  private static final long FIRST = Long.getLong("callsheet.specs.first", 0);
  private static final int SPECS_IN_A_RUN = 20;
  private static final int MUTATED_REQUESTS = 40;

  private final Map<String, Integer> seen = new TreeMap<>();

  @Test
  void everyJudgeAgreesOnEveryRequestOfEverySpec(@TempDir Path directory) throws Exception {
    List<String> disagreements = new ArrayList<>();
    for (long seed = FIRST; seed < FIRST + SPECS; seed += SPECS_IN_A_RUN) {
      disagreements.addAll(
          judgeSpecs(seed, Math.min(seed + SPECS_IN_A_RUN, FIRST + SPECS), directory));
    }
    System.out.println("random specs: " + seen);
    assertThat(disagreements).isEmpty();
    assertThat(seen)
        .containsKeys("models", "valid requests", "invalid requests", "exact prices", "unreadable");
  }

  private List<String> judgeSpecs(long first, long end, Path directory) throws Exception {
    Path place = directory.resolve("specs-" + first);
    for (long seed = first; seed < end; seed++) {
      RandomSpecFiles.write(seed, place.resolve("specs"));
    }
    ModelCatalogue catalogue = catalogue(place.resolve("specs"));
    List<ModelSpec> models =
        catalogue.models().stream().filter(model -> model.id().startsWith("random:")).toList();
    List<GeneratedClasses> generated = GeneratedClasses.of(models, place);
    List<String> disagreements = new ArrayList<>();
    for (int i = 0; i < models.size(); i++) {
      JudgedModel judged =
          JudgedModel.of(
              models.get(i),
              new Linter(catalogue, RuleInterpretation.ENFORCED, Clock.systemUTC()),
              generated.get(i).requestType());
      disagreements.addAll(judge(judged));
      seen.merge("models", 1, Integer::sum);
    }
    return disagreements;
  }

  private static ModelCatalogue catalogue(Path specs) throws IOException {
    try {
      return ModelCatalogue.of(List.of(specs));
    } catch (SpecException wrong) {
      throw new AssertionError(wrong.getMessage(), wrong);
    }
  }

  private List<String> judge(JudgedModel judged) {
    ModelSpec model = judged.model();
    List<AnalysisFinding> flaws =
        SpecAnalyzer.analyze(model, RuleInterpretation.ENFORCED).findings();
    flaws.forEach(flaw -> seen.merge("check: " + flaw.kind().id(), 1, Integer::sum));
    List<TestVector> vectors = TestVectorSet.of(model).vectors();
    List<ObjectNode> valid =
        vectors.stream()
            .filter(TestVector::valid)
            .map(vector -> (ObjectNode) vector.request())
            .toList();
    List<String> disagreements = new ArrayList<>();
    if (valid.isEmpty() == flaws.stream().noneMatch(flaw -> flaw.kind() == Kind.INCONSISTENT)) {
      seen.merge("without a valid vector", 1, Integer::sum);
    }
    vectors.forEach(
        vector ->
            judged
                .disagreementWith(vector)
                .ifPresent(message -> disagreements.add(model.id() + ": " + message)));
    Stream<ObjectNode> mutated =
        valid.isEmpty()
            ? Stream.empty()
            : new RandomRequestMutator(model, valid, model.id().hashCode())
                .requests(MUTATED_REQUESTS);
    Stream.concat(vectors.stream().map(TestVector::request), mutated)
        .filter(request -> request.path("model").asString("").equals(model.id()))
        .forEach(request -> judge(judged, request, flaws, disagreements));
    return disagreements;
  }

  private void judge(
      JudgedModel judged,
      JsonNode request,
      List<AnalysisFinding> flaws,
      List<String> disagreements) {
    Opinions opinions = judged.opinionsOn(request);
    seen.merge(opinions.isValid() ? "valid requests" : "invalid requests", 1, Integer::sum);
    if (opinions.isUnreadable()) {
      seen.merge("unreadable", 1, Integer::sum);
    }
    if (opinions.isValid()) {
      flaws.stream()
          .filter(flaw -> judged.isRefuted(flaw, request))
          .forEach(
              flaw ->
                  disagreements.add(
                      judged.model().id() + ": check says " + flaw.message() + ": " + request));
      judged
          .priceDisagreement(request, seen)
          .ifPresent(message -> disagreements.add(judged.model().id() + ": " + message));
    }
    opinions
        .disagreementOnRightValues()
        .ifPresent(message -> disagreements.add(judged.model().id() + ": " + message));
  }
}
