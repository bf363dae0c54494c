package dev.callsheet.tests.conformance;

import dev.callsheet.generator.vectors.LimitRequests;
import dev.callsheet.generator.vectors.TestVector;
import dev.callsheet.generator.vectors.TestVectorSet;
import dev.callsheet.linter.Linter;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.tests.differential.ConvertedRequests;
import dev.callsheet.tests.differential.JudgedModel;
import dev.callsheet.tests.differential.RandomRequestMutator;
import dev.callsheet.tests.judges.GeneratedClasses;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A model with everybody who judges its requests, and the requests to judge. Making one takes a
 * second, so it is made once.
 *
 * @param kept requests that there was a disagreement on
 * @param vectors the requests of its spec, those at the limits of parameters included
 */
record ConformanceModel(JudgedModel judged, List<JsonNode> kept, List<TestVector> vectors) {

  /** One in so many is made of the spec alone, the others of a valid one. */
  private static final int GENERATED = 4;

  /**
   * All that there is to some models.
   *
   * @param directory for the generated classes
   */
  static List<ConformanceModel> of(List<ModelSpec> specs, Path directory) throws IOException {
    List<GeneratedClasses> generated = GeneratedClasses.of(specs, directory);
    Linter linter = new Linter(ModelCatalogue.bundled(), RuleInterpretation.ENFORCED);
    return IntStream.range(0, specs.size())
        .parallel()
        .mapToObj(i -> of(JudgedModel.of(specs.get(i), linter, generated.get(i).requestType())))
        .toList();
  }

  private static ConformanceModel of(JudgedModel judged) {
    ModelSpec model = judged.model();
    return new ConformanceModel(
        judged,
        KeptRequests.of(model),
        Stream.concat(TestVectorSet.of(model).vectors().stream(), LimitRequests.of(model).stream())
            .toList());
  }

  ModelSpec model() {
    return judged.model();
  }

  /** The largest valid request among the vectors. */
  Optional<ObjectNode> largest() {
    return valid().stream().max(Comparator.comparingInt(ConvertedRequests::size));
  }

  private List<ObjectNode> valid() {
    return vectors.stream()
        .filter(TestVector::valid)
        .map(vector -> (ObjectNode) vector.request())
        .filter(request -> request.toString().length() < 10_000)
        .toList();
  }

  /** The kept requests, the vectors, and a large request with one value converted in each. */
  Stream<JsonNode> fixedRequests() {
    return Stream.of(
            kept.stream(),
            vectors.stream().map(TestVector::request),
            largest().stream().flatMap(ConvertedRequests::of))
        .flatMap(requests -> requests)
        .filter(this::isForModel);
  }

  /** So many requests at random; a seed makes the same again. */
  Stream<JsonNode> randomRequests(int count, long seed) {
    RandomRequestMutator random = new RandomRequestMutator(model(), valid(), seed);
    int generated = count / GENERATED;
    return Stream.<JsonNode>concat(random.generated(generated), random.requests(count - generated))
        .filter(this::isForModel);
  }

  /** Requests that name no model, or another one, are those of another test. */
  boolean isForModel(JsonNode request) {
    return !model().isNamedInRequests() || request.path("model").asString("").equals(model().id());
  }
}
