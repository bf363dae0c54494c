package dev.callsheet.spec.diff;

import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.analysis.ClaimSearch;
import dev.callsheet.spec.analysis.ScopedFormula;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RuleInterpretation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Asks, for everything that one spec demands, whether a valid request of another breaks it. With
 * the new spec demanding and the old one's requests, each that is found is a breaking change; the
 * other way round, something that is allowed in addition.
 */
final class DemandComparison {
  private final ComparedSpec given;
  private final ComparedSpec demanding;
  private final boolean isTightening;
  private final RuleInterpretation interpretation;
  private final List<Demand> demands = new ArrayList<>();

  /**
   * A comparison.
   *
   * @param given whose valid requests are asked about
   * @param demanding whose demands they are to meet
   * @param isTightening whether that is the new one
   */
  DemandComparison(
      ComparedSpec given,
      ComparedSpec demanding,
      boolean isTightening,
      RuleInterpretation interpretation) {
    this.given = given;
    this.demanding = demanding;
    this.isTightening = isTightening;
    this.interpretation = interpretation;
    ModelSpec spec = demanding.spec();
    demands.addAll(ShapeDemands.of(given.spec().request(), spec.request(), spec.location()));
    String model = given.modelMember().orElse("");
    if (given.modelMember().equals(demanding.modelMember())) {
      demands.removeIf(demand -> demand.subject().equals(model));
    }
    demands.addAll(RuleDemands.of(given.spec(), spec, interpretation));
  }

  /** What the demanding spec demands and the other does not, as far as the texts say. */
  List<Demand> demands() {
    return demands;
  }

  /** The demands that a valid request breaks, or may break. */
  List<SpecChange> changes() {
    if (demands.isEmpty()) {
      return List.of();
    }
    ClaimSearch search =
        new ClaimSearch(
            given.spec(), interpretation, demands.stream().map(Demand::broken).toList());
    return demands.stream().flatMap(demand -> change(demand, search).stream()).toList();
  }

  private Optional<SpecChange> change(Demand demand, ClaimSearch search) {
    ClaimSearch.Answer answer =
        search.find(demand.broken(), besides(demand), request -> breaks(request, demand));
    if (answer.isRefuted()) {
      return Optional.empty();
    }
    JsonNode witness = answer.request();
    Violation violation = witness == null ? null : violation(witness, demand);
    ChangeWording wording = new ChangeWording(demand, isTightening, given.spec(), demanding.spec());
    return Optional.of(
        new SpecChange(
            wording.kind(),
            demand.subject(),
            demand.location(),
            wording.message(violation),
            violation == null ? "" : violation.rule(),
            witness,
            null,
            answer.openReason()));
  }

  /** Rules are asked of requests whose values are right: of wrong ones they say nothing. */
  private List<ScopedFormula> besides(Demand demand) {
    return demand.kind() == Demand.Kind.RULE
        ? demands.stream()
            .filter(other -> other.kind() != Demand.Kind.RULE && other.isFormula())
            .map(Demand::met)
            .toList()
        : List.of();
  }

  /** Whether a request shows a demand: it is valid, and of a rule, breaks that very rule. */
  private boolean breaks(JsonNode request, Demand demand) {
    if (!given.isValid(request)) {
      return false;
    }
    List<Violation> errors = demanding.errors(demanding.adopted(request));
    return demand.kind() == Demand.Kind.RULE
        ? errors.stream().anyMatch(error -> error.rule().equals(demand.subject()))
        : !errors.isEmpty();
  }

  private Violation violation(JsonNode witness, Demand demand) {
    List<Violation> errors = demanding.errors(demanding.adopted(witness));
    String pointer = "/" + demand.subject().replace("[]", "/0").replace('.', '/');
    return errors.stream()
        .filter(error -> error.rule().equals(demand.subject()) || error.pointer().equals(pointer))
        .findFirst()
        .orElse(errors.get(0));
  }
}
