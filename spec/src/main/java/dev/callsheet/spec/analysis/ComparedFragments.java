package dev.callsheet.spec.analysis;

import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.logic.SchemaFragment;
import dev.callsheet.spec.model.ModelMode;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Pricing;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.RuleInterpretation;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The fragments that a spec's rules and prices compare each parameter with, by its path. */
final class ComparedFragments {
  private final Map<ParameterPath, Set<SchemaFragment>> byPath = new LinkedHashMap<>();

  private ComparedFragments() {}

  /**
   * Those of all rules and advice, in both interpretations, of all modes, and of all prices.
   *
   * @param claims what else values are compared with
   */
  static Map<ParameterPath, Set<SchemaFragment>> of(
      ModelSpec spec, Collection<ScopedFormula> claims) {
    ComparedFragments found = new ComparedFragments();
    claims.forEach(claim -> found.add(claim.scope(), claim.formula()));
    for (Rule rule : spec.rulesAndAdvice()) {
      for (RuleInterpretation interpretation : RuleInterpretation.values()) {
        found.add(rule.scope(), interpretation.bindingBody(rule).toFormula());
      }
    }
    for (ModelMode mode : spec.modes()) {
      mode.conditions().forEach(condition -> found.add(ParameterPath.ROOT, condition));
    }
    Pricing pricing = spec.pricing();
    if (pricing != null) {
      pricing.conditions().forEach(condition -> found.add(ParameterPath.ROOT, condition));
    }
    return Collections.unmodifiableMap(found.byPath);
  }

  private void add(ParameterPath scope, Formula formula) {
    formula
        .atoms(Formula.Matches.class)
        .forEach(atom -> add(scope.resolve(atom.path()), atom.fragment()));
  }

  private void add(ParameterPath path, SchemaFragment fragment) {
    byPath.computeIfAbsent(path, key -> new LinkedHashSet<>()).add(fragment);
    for (Facet facet : fragment.facets()) {
      if (facet instanceof Facet.Nested nested) {
        add(path.resolve(nested.subject()), nested.fragment());
      }
    }
  }
}
