package dev.callsheet.generator.page;

import dev.callsheet.generator.internal.java.type.JavaModel;
import dev.callsheet.generator.internal.java.type.ModeBuilderClass;
import dev.callsheet.generator.vectors.TestVector;
import dev.callsheet.generator.vectors.TestVectorSet;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.analysis.AnalysisLimitation;
import dev.callsheet.spec.analysis.ModeMatrix;
import dev.callsheet.spec.analysis.RequestSearch;
import dev.callsheet.spec.check.CheckFinding;
import dev.callsheet.spec.check.CheckResult;
import dev.callsheet.spec.check.InterpretationSelection;
import dev.callsheet.spec.check.SpecChecker;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.validation.ModelValidator;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a model's documentation says that no line of its spec does: what its rules imply. It takes
 * the solver some tenths of a second, and is always the same for the same spec.
 *
 * @param modes what each mode requires, allows and forbids; null for a model without modes
 * @param modeRequests a smallest request of each mode that has one; of a model without modes, a
 *     smallest request under {@link #ANY_REQUEST}
 * @param rules for each rule requests that show it; those of advice are not among them
 * @param findings where the rules contradict each other, as they are enforced or as they are
 *     published; what {@code callsheet check} says of the spec
 * @param limitations which rules and prices the proof takes to allow anything, and why
 */
public record ModelAnalysis(
    @Nullable ModeMatrix modes,
    Map<String, RequestExample> modeRequests,
    Map<String, RuleRequests> rules,
    List<CheckFinding> findings,
    List<AnalysisLimitation> limitations) {

  /** What stands for a mode where there are none. */
  public static final String ANY_REQUEST = "any request";

  /** Copies the collections, order kept, so that an analysis never changes. */
  public ModelAnalysis {
    modeRequests = Collections.unmodifiableMap(new LinkedHashMap<>(modeRequests));
    rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
    findings = List.copyOf(findings);
    limitations = List.copyOf(limitations);
  }

  /**
   * Requests that show a rule.
   *
   * @param passing a smallest valid request that has to do with it; null when none was found
   * @param failing a smallest request that breaks it alone; null when none was found
   * @param violations what validation says of the failing one
   */
  public record RuleRequests(
      @Nullable JsonNode passing, @Nullable JsonNode failing, List<Violation> violations) {}

  /** Works it out. */
  public static ModelAnalysis of(ModelSpec model) {
    CheckResult checked = new SpecChecker(InterpretationSelection.BOTH, true).check(model);
    return new ModelAnalysis(
        checked.modes(),
        modeRequests(model),
        ruleRequests(model),
        checked.findings(),
        checked.limitations());
  }

  private static Map<String, RequestExample> modeRequests(ModelSpec model) {
    RequestSearch search = new RequestSearch(model, RuleInterpretation.ENFORCED);
    JavaModel java = JavaModel.of(model, "com.example");
    Map<String, RequestExample> requests = new LinkedHashMap<>();
    for (ModeBuilderClass mode : java.modes()) {
      search
          .smallestRequestOf(mode.profile().mode())
          .map(request -> RequestExample.of(java, Optional.of(mode), request))
          .ifPresent(example -> requests.put(mode.profile().mode().name(), example));
    }
    if (java.modes().isEmpty()) {
      search
          .smallestRequest()
          .map(request -> RequestExample.of(java, Optional.empty(), request))
          .ifPresent(example -> requests.put(ANY_REQUEST, example));
    }
    return requests;
  }

  private static Map<String, RuleRequests> ruleRequests(ModelSpec model) {
    ModelValidator validator = new ModelValidator(model, RuleInterpretation.ENFORCED);
    Map<String, JsonNode> passing = new LinkedHashMap<>();
    Map<String, JsonNode> failing = new LinkedHashMap<>();
    for (TestVector vector : TestVectorSet.ofRules(model).vectors()) {
      (vector.valid() ? passing : failing).put(vector.rule(), vector.request());
    }
    Map<String, RuleRequests> requests = new LinkedHashMap<>();
    for (Rule rule : model.rules()) {
      JsonNode broken = failing.get(rule.id());
      requests.put(
          rule.id(),
          new RuleRequests(
              passing.get(rule.id()),
              broken,
              broken == null ? List.of() : validator.validate(broken)));
    }
    return requests;
  }
}
