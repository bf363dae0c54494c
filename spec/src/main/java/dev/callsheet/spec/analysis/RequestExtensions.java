package dev.callsheet.spec.analysis;

import dev.callsheet.runtime.JsonPointer;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.FacetPredicates;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.RuleInterpretation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.logicng.formulas.Formula;
import tools.jackson.databind.JsonNode;

/**
 * Decides what can still be added to a request while it is being written: a parameter, or a value,
 * with which some valid request has everything that is there already. What is missing so far rules
 * nothing out, so this says more than a validation of the unfinished request would.
 *
 * <p>What is written is claimed of the {@link SatModel}: that parameters are there, that lists have
 * items, and which of the listed values they have. A claim that contradicts those before it is left
 * out, since a request with an error is to be mended, not to end all help. Of a list's items, the
 * one on the way to the place in question stands for all. What is undecided is allowed.
 *
 * <p>Cost: one satisfiability test for each parameter that is there and each one asked about. Safe
 * for use by several threads, of which one asks at a time.
 */
public final class RequestExtensions {
  private final ModelSpec spec;
  private @Nullable SatModel kept;

  /** For requests to a model, by its enforced rules. */
  public RequestExtensions(ModelSpec spec) {
    this.spec = spec;
  }

  /**
   * The parameters that no valid request has besides what is there.
   *
   * @param task the request so far
   * @param object the object in it to which something is to be added
   * @param asked paths of parameters directly inside the object
   */
  public synchronized Set<ParameterPath> impossibleParameters(
      JsonNode task, JsonPointer object, List<ParameterPath> asked) {
    SatModel model = model();
    List<Formula> claims = claims(model, task, object, null);
    Set<ParameterPath> impossible = new LinkedHashSet<>();
    for (ParameterPath path : asked) {
      VariableTable.Entry entry = model.variables().entry(path);
      if (entry != null && !isSatisfiable(model, claims, entry.presence())) {
        impossible.add(path);
      }
    }
    return impossible;
  }

  /**
   * The listed values, and the default, that no valid request gives a parameter besides what is
   * there.
   *
   * @param task the request so far
   * @param place where the value is to stand; what stands there now does not count
   * @param parameter the path of the parameter that is at the place
   */
  public synchronized Set<JsonNode> impossibleValues(
      JsonNode task, JsonPointer place, ParameterPath parameter) {
    SatModel model = model();
    VariableTable.Entry entry = model.variables().entry(parameter);
    if (entry == null) {
      return Set.of();
    }
    List<Formula> claims = claims(model, task, place, parameter);
    Set<JsonNode> impossible = new LinkedHashSet<>();
    entry
        .valueClasses()
        .forEach(
            (values, holds) -> {
              JsonNode value =
                  values.listed() ? values.representative() : defaultIn(values, entry.parameter());
              if (value != null && !isSatisfiable(model, claims, holds)) {
                impossible.add(value);
              }
            });
    return impossible;
  }

  /** The default where it represents a class: it is tried first, so it does where it can. */
  private static @Nullable JsonNode defaultIn(ValueClass values, @Nullable Parameter parameter) {
    JsonNode usual = parameter == null ? null : parameter.defaultValue();
    return usual != null && isSame(values.representative(), usual) ? usual : null;
  }

  /** A model whose budget is not used up yet. */
  private SatModel model() {
    SatModel model = kept;
    if (model == null || model.takeUndecided()) {
      model = new SatModel(spec, RuleInterpretation.ENFORCED);
      kept = model;
    }
    return model;
  }

  private static List<Formula> claims(
      SatModel model, JsonNode task, JsonPointer place, @Nullable ParameterPath except) {
    List<Formula> claims = new ArrayList<>();
    for (VariableTable.Entry entry : model.variables().entries()) {
      if (except == null || !except.isPrefixOf(entry.path())) {
        valueAt(task, entry.path(), place)
            .ifPresent(
                value ->
                    claimsOf(model, entry, value).stream()
                        .filter(claim -> isSatisfiable(model, claims, claim))
                        .forEach(claims::add));
      }
    }
    return claims;
  }

  private static List<Formula> claimsOf(SatModel model, VariableTable.Entry entry, JsonNode value) {
    List<Formula> claims = new ArrayList<>(List.of(entry.presence()));
    if (value.isArray() && !value.isEmpty()) {
      claims.add(entry.kindFormula(model.factory(), ValueClass.Kind.LIST));
    }
    entry.valueClasses().entrySet().stream()
        .filter(each -> each.getKey().listed() && isSame(each.getKey().representative(), value))
        .map(Map.Entry::getValue)
        .forEach(claims::add);
    return claims;
  }

  private static boolean isSame(JsonNode listed, JsonNode value) {
    return FacetPredicates.of(new Facet.OneOf(List.of(listed))).test(value);
  }

  /** The value of a parameter; in lists, only in the item that is on the way to the place. */
  private static Optional<JsonNode> valueAt(JsonNode task, ParameterPath path, JsonPointer place) {
    JsonNode value = task;
    boolean isOnTheWay = true;
    for (int i = 0; i < path.steps().size(); i++) {
      String name = path.steps().get(i).memberName();
      String step = isOnTheWay && i < place.steps().size() ? place.steps().get(i) : null;
      if (name == null && step == null) {
        return Optional.empty();
      }
      value = name == null ? value.get(JsonPointer.indexOf(String.valueOf(step))) : value.get(name);
      if (value == null) {
        return Optional.empty();
      }
      isOnTheWay = isOnTheWay && (name == null || name.equals(step));
    }
    return Optional.of(value);
  }

  private static boolean isSatisfiable(SatModel model, List<Formula> claims, Formula claim) {
    List<Formula> all = new ArrayList<>(claims);
    all.add(claim);
    return model.isSatisfiable(all.toArray(Formula[]::new));
  }
}
