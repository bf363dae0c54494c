package dev.callsheet.spec.diff;

import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.analysis.ClaimSearch;
import dev.callsheet.spec.analysis.ScopedFormula;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.ModelMode;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.model.Shape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Compares two versions of a spec by what they mean for callers.
 *
 * <p>A change is breaking if some request that was valid is not any more, or costs more, or if a
 * result loses a field or a value; where that is not known, it is taken to be. Whether a request is
 * valid says the reference validator, on a day before every sunset. Cost: up to some seconds for
 * specs with hundreds of rules that differ, tens of milliseconds for most.
 */
public final class SpecDiff {
  private final ComparedSpec before;
  private final ComparedSpec after;
  private final RuleInterpretation interpretation;
  private final List<SpecChange> changes = new ArrayList<>();

  private SpecDiff(ModelSpec before, ModelSpec after, RuleInterpretation interpretation) {
    this.before = new ComparedSpec(before, interpretation);
    this.after = new ComparedSpec(after, interpretation);
    this.interpretation = interpretation;
  }

  /** What changes for callers, by the rules that are enforced. */
  public static SpecChanges between(ModelSpec before, ModelSpec after) {
    return between(before, after, RuleInterpretation.ENFORCED);
  }

  /**
   * What changes for callers.
   *
   * @param interpretation which form of rules is compared, where the published one differs
   */
  public static SpecChanges between(
      ModelSpec before, ModelSpec after, RuleInterpretation interpretation) {
    SpecDiff diff = new SpecDiff(before, after, interpretation);
    diff.compare();
    return new SpecChanges(after.id(), diff.changes, !SpecWords.areEqual(before, after));
  }

  /**
   * What changes for callers of several models, which are told apart by their identifiers with
   * their platforms. One model on each side is compared whatever they are called.
   */
  public static List<SpecChanges> between(
      Collection<ModelSpec> before, Collection<ModelSpec> after) {
    return between(before, after, (was, is) -> List.of());
  }

  /**
   * What changes for callers of several models, and what else does by another comparison.
   *
   * @param further gives more changes from one version of a model to the next
   */
  public static List<SpecChanges> between(
      Collection<ModelSpec> before,
      Collection<ModelSpec> after,
      BiFunction<ModelSpec, ModelSpec, List<SpecChange>> further) {
    if (before.size() == 1 && after.size() == 1) {
      return List.of(between(before.iterator().next(), after.iterator().next(), further));
    }
    Map<String, ModelSpec> now = new LinkedHashMap<>();
    after.forEach(model -> now.put(model.qualifiedId(), model));
    List<SpecChanges> changes = new ArrayList<>();
    for (ModelSpec was : before) {
      ModelSpec is = now.remove(was.qualifiedId());
      changes.add(
          is == null
              ? only(ChangeKind.MODEL_REMOVED, was, " is gone.")
              : between(was, is, further));
    }
    now.values().forEach(model -> changes.add(only(ChangeKind.MODEL_ADDED, model, " is new.")));
    return changes;
  }

  private static SpecChanges between(
      ModelSpec before,
      ModelSpec after,
      BiFunction<ModelSpec, ModelSpec, List<SpecChange>> further) {
    return between(before, after).with(further.apply(before, after));
  }

  private static SpecChanges only(ChangeKind kind, ModelSpec model, String what) {
    SpecChange change =
        SpecChange.of(kind, "", model.location(), "The model '" + model.id() + "'" + what);
    return new SpecChanges(model.id(), List.of(change), false);
  }

  private void compare() {
    ModelSpec was = before.spec();
    ModelSpec is = after.spec();
    if (!was.id().equals(is.id())) {
      String message = "The model is '" + is.id() + "'; it was '" + was.id() + "'.";
      changes.add(SpecChange.of(ChangeKind.MODEL_RENAMED, "", is.location(), message));
    }
    compareDemands();
    changes.addAll(ResponseComparison.changes(was.response(), is.response(), is.location()));
    compareModes();
    compareDefaults(was.request());
    compareWarnings();
  }

  private void compareDemands() {
    DemandComparison forth = new DemandComparison(before, after, true, interpretation);
    DemandComparison back = new DemandComparison(after, before, false, interpretation);
    List<SpecChange> tighter = forth.changes();
    changes.addAll(tighter);
    changes.addAll(PriceComparison.changes(before, after, forth.demands(), interpretation));
    Set<String> reported =
        tighter.stream().map(SpecChange::subject).collect(Collectors.toCollection(HashSet::new));
    back.changes().stream()
        .filter(change -> change.isCertain() || !reported.contains(change.subject()))
        .forEach(changes::add);
  }

  private void compareModes() {
    List<ModelMode> was = before.spec().modes();
    List<ModelMode> is = after.spec().modes();
    for (ModelMode mode : was) {
      if (is.stream().noneMatch(other -> other.name().equals(mode.name()))) {
        String message = "The mode '" + mode.name() + "' is gone.";
        changes.add(SpecChange.of(ChangeKind.MODE_REMOVED, mode.name(), mode.location(), message));
      }
    }
    for (ModelMode mode : is) {
      was.stream()
          .filter(other -> other.name().equals(mode.name()))
          .findFirst()
          .ifPresentOrElse(
              other -> compareMode(other, mode),
              () -> {
                String message = "The mode '" + mode.name() + "' is new.";
                changes.add(
                    SpecChange.of(ChangeKind.MODE_ADDED, mode.name(), mode.location(), message));
              });
    }
  }

  private void compareMode(ModelMode was, ModelMode is) {
    Formula before = was.condition(this.before.spec().modes());
    Formula after =
        KnownParameters.restrict(
            is.condition(this.after.spec().modes()), this.before.spec(), ParameterPath.ROOT);
    if (before.equals(after)) {
      return;
    }
    ScopedFormula differs = ScopedFormula.ofTask(new Formula.Count(1, 1, List.of(before, after)));
    JsonNode witness =
        new ClaimSearch(this.before.spec(), interpretation, List.of(differs))
            .find(
                differs,
                List.of(),
                request ->
                    this.before.isValid(request)
                        && this.after.isValid(this.after.adopted(request))
                        && differs.holdsIn(request))
            .request();
    if (witness != null) {
      String message = "Other requests than before are of the mode '" + is.name() + "'.";
      changes.add(
          new SpecChange(
              ChangeKind.MODE_CHANGED, is.name(), is.location(), message, "", witness, null, ""));
    }
  }

  private void compareDefaults(Shape shape) {
    for (Parameter parameter : shape.parameters()) {
      after.spec().parameter(parameter.path()).ifPresent(now -> compareDefault(parameter, now));
      compareDefaults(parameter.shape());
    }
  }

  private void compareDefault(Parameter was, Parameter is) {
    JsonNode before = was.defaultValue();
    JsonNode after = is.defaultValue();
    if (!areEqual(before, after)) {
      String message =
          "`"
              + is.path()
              + "` counts as "
              + (after == null ? "nothing that is known" : after)
              + " where it is not provided; it was "
              + (before == null ? "not known" : before)
              + ".";
      changes.add(
          SpecChange.of(ChangeKind.DEFAULT_CHANGED, is.path().toString(), is.location(), message));
    }
  }

  private static boolean areEqual(@Nullable JsonNode before, @Nullable JsonNode after) {
    if (before == null || after == null) {
      return Objects.equals(before, after);
    }
    return ListedValues.lacking(List.of(before), List.of(after)).isEmpty();
  }

  private void compareWarnings() {
    for (Rule rule : after.spec().rulesAndAdvice()) {
      boolean isNew = rule.severity() != Severity.ERROR && before.spec().rule(rule.id()).isEmpty();
      if (isNew) {
        String message = "A warning is new: " + rule.description();
        changes.add(SpecChange.of(ChangeKind.WARNING_ADDED, rule.id(), rule.location(), message));
      }
    }
  }
}
