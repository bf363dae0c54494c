package dev.callsheet.spec.analysis;

import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.FacetVisitor;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.logic.SchemaFragment;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Pricing;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.RuleInterpretation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fragments that a spec's rules and prices compare each parameter with, by its path. */
final class ComparedFragments {
  private final Map<ParameterPath, Set<SchemaFragment>> byPath = new LinkedHashMap<>();

  private ComparedFragments() {}

  /** Those of all rules, in both interpretations, and of all prices. */
  static Map<ParameterPath, Set<SchemaFragment>> of(ModelSpec spec) {
    ComparedFragments found = new ComparedFragments();
    for (Rule rule : spec.rules()) {
      for (RuleInterpretation interpretation : RuleInterpretation.values()) {
        found.add(rule.scope(), interpretation.bindingBody(rule).toFormula());
      }
    }
    Pricing pricing = spec.pricing();
    if (pricing != null) {
      pricing.conditions().forEach(condition -> found.add(ParameterPath.ROOT, condition));
    }
    return Collections.unmodifiableMap(found.byPath);
  }

  private void add(ParameterPath scope, Formula formula) {
    formula
        .atoms()
        .forEach(
            atom -> {
              if (atom instanceof Formula.Matches matches) {
                add(scope.resolve(matches.path()), matches.fragment());
              }
            });
  }

  private void add(ParameterPath path, SchemaFragment fragment) {
    byPath.computeIfAbsent(path, key -> new LinkedHashSet<>()).add(fragment);
    fragment.facets().forEach(facet -> facet.accept(new NestedFragments(path)));
  }

  /** Adds the fragments that a facet is made of; facets of all other kinds have none. */
  private final class NestedFragments extends FacetVisitor.Default<@Nullable Void> {
    private final ParameterPath path;

    NestedFragments(ParameterPath path) {
      this.path = path;
    }

    @Override
    protected @Nullable Void visitOther(Facet facet) {
      return null;
    }

    @Override
    public @Nullable Void visitNot(Facet.Not facet) {
      add(path, facet.fragment());
      return null;
    }

    @Override
    public @Nullable Void visitHasMember(Facet.HasMember facet) {
      add(path.member(facet.name()), facet.fragment());
      return null;
    }

    @Override
    public @Nullable Void visitContains(Facet.Contains facet) {
      add(path.eachItem(), facet.fragment());
      return null;
    }
  }
}
