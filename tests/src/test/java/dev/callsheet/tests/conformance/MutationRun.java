package dev.callsheet.tests.conformance;

import dev.callsheet.generator.vectors.LimitRequests;
import dev.callsheet.generator.vectors.TestVector;
import dev.callsheet.generator.vectors.TestVectorSet;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.diff.SpecChange;
import dev.callsheet.spec.diff.SpecDiff;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.validation.ModelValidator;
import dev.callsheet.tests.conformance.SpecMutants.SpecMutant;
import dev.callsheet.tests.differential.RandomRequestMutator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells a model from its mutants: by its test vectors, then by requests that were kept for those
 * that these do not notice. Of what is left, the comparison of specs proves that it means the same,
 * or has a request that shows what does not; else a request is looked for at random.
 */
final class MutationRun {
  private static final int TRIED_AT_RANDOM = 20_000;

  private final ModelSpec model;
  private final ModelValidator validator;
  private final List<TestVector> vectors;
  private final Set<JsonNode> kept;
  private final Set<JsonNode> found = new LinkedHashSet<>();
  private final List<String> open = new ArrayList<>();
  private int byVectors;
  private int byKept;
  private int equivalent;

  private MutationRun(ModelSpec model) {
    this.model = model;
    this.validator = new ModelValidator(model, RuleInterpretation.ENFORCED);
    this.vectors =
        Stream.concat(TestVectorSet.of(model).vectors().stream(), LimitRequests.of(model).stream())
            .toList();
    this.kept = new LinkedHashSet<>(KeptRequests.of(model));
  }

  /** Tells a model from so many of its mutants; the same ones each time. */
  static ModelMutation of(ModelSpec model, int most) {
    MutationRun run = new MutationRun(model);
    List<SpecMutant> mutants = new ArrayList<>(SpecMutants.of(model));
    Collections.shuffle(mutants, new Random(model.id().hashCode()));
    List<SpecMutant> tried = mutants.subList(0, Math.min(most, mutants.size()));
    tried.forEach(run::tell);
    return new ModelMutation(
        model.qualifiedId(),
        tried.size(),
        run.byVectors,
        run.byKept,
        run.equivalent,
        run.found,
        run.open);
  }

  private void tell(SpecMutant mutant) {
    ModelValidator changed = new ModelValidator(mutant.spec(), RuleInterpretation.ENFORCED);
    if (vectors.stream().anyMatch(vector -> isToldBy(vector.request(), changed))) {
      byVectors++;
    } else if (Stream.concat(kept.stream(), found.stream())
            .anyMatch(request -> isToldBy(request, changed))
        || LongTexts.of(model, kept).anyMatch(request -> isToldBy(request, changed))) {
      byKept++;
    } else {
      search(mutant, changed);
    }
  }

  private void search(SpecMutant mutant, ModelValidator changed) {
    List<SpecChange> changes = SpecDiff.between(model, mutant.spec()).changes();
    if (changes.isEmpty()) {
      equivalent++;
      return;
    }
    Optional<JsonNode> telling =
        changes.stream()
            .map(SpecChange::witness)
            .filter(Objects::nonNull)
            .filter(request -> isToldBy(request, changed))
            .findFirst()
            .or(() -> atRandom().filter(request -> isToldBy(request, changed)).findFirst());
    telling.ifPresentOrElse(
        found::add, () -> open.add(model.qualifiedId() + " " + mutant.change()));
  }

  private Stream<JsonNode> atRandom() {
    List<ObjectNode> valid =
        vectors.stream()
            .filter(TestVector::valid)
            .map(vector -> (ObjectNode) vector.request())
            .filter(request -> request.toString().length() < 10_000)
            .toList();
    return new RandomRequestMutator(model, valid, model.id().hashCode())
        .requests(TRIED_AT_RANDOM)
        .map(request -> (JsonNode) request);
  }

  /** Whether other rules are broken for the changed spec than for the model, or more severely. */
  private boolean isToldBy(JsonNode request, ModelValidator changed) {
    return !findings(validator, request).equals(findings(changed, request));
  }

  private static List<String> findings(ModelValidator validator, JsonNode request) {
    return validator.validate(request).stream().map(MutationRun::finding).distinct().toList();
  }

  private static String finding(Violation violation) {
    return violation.severity() + " " + violation.rule();
  }
}
