package dev.callsheet.generator.internal.java.checker;

import dev.callsheet.generator.internal.java.type.JavaType.NullableType;
import dev.callsheet.generator.internal.java.type.JavaType.RecordType;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.ParameterPath;
import java.util.List;

/** Conditions on single parameters: one is provided, or matches a fragment. */
final class ParameterConditions {
  private final AccessorMethods accessors;
  private final FacetConditions facetConditions;

  ParameterConditions(AccessorMethods accessors, RegexConstants patterns) {
    this.accessors = accessors;
    this.facetConditions = new FacetConditions(accessors, patterns);
  }

  /** Begins a method. */
  void startMethod() {
    facetConditions.startMethod();
  }

  /** The parameter is provided; one in a list, by at least one item. */
  BooleanExpression provided(ParameterPath path, TypedExpression scope) {
    if (!path.leadsThroughLists()) {
      return accessors.providedAt(scope, path);
    }
    TypedExpression list = accessors.listAt(scope, path);
    TypedExpression item = AccessorMethods.lambdaItem(list);
    return FacetConditions.anyItem(list, item, accessors.providedAt(item, path.afterLastList()));
  }

  /** A path through items matches when there are values at its end and every one of them does. */
  BooleanExpression matches(Formula.Matches atom, TypedExpression scope) {
    ParameterPath path = atom.path();
    if (!path.leadsThroughLists()) {
      TypedExpression value = accessors.valueAt(scope, path);
      BooleanExpression facetsHold = facetConditions.condition(value, atom.fragment());
      // A negated facet would be true of a value that is not provided, and an object has to be
      // there
      // for its members to be looked at.
      boolean dependsOnPresence =
          facetsHold.equals(BooleanExpression.TRUE)
              || facetsHold.hasNegation()
              || value.type() instanceof RecordType
              || value.type() instanceof NullableType;
      return dependsOnPresence
          ? BooleanExpression.and(List.of(accessors.providedAt(scope, path), facetsHold))
          : facetsHold;
    }
    TypedExpression list = accessors.listAt(scope, path);
    TypedExpression item = AccessorMethods.lambdaItem(list);
    BooleanExpression provided = accessors.providedAt(item, path.afterLastList());
    return BooleanExpression.and(
        List.of(
            FacetConditions.anyItem(list, item, provided),
            FacetConditions.anyItem(list, item, violatedByItem(atom, scope)).not()));
  }

  /** The value in one item of the list at a path is provided, and does not match. */
  BooleanExpression violatedByItem(Formula.Matches atom, TypedExpression scope) {
    TypedExpression item = AccessorMethods.lambdaItem(accessors.listAt(scope, atom.path()));
    ParameterPath rest = atom.path().afterLastList();
    BooleanExpression wrong =
        facetConditions.condition(accessors.valueAt(item, rest), atom.fragment()).not();
    return BooleanExpression.and(List.of(accessors.providedAt(item, rest), wrong));
  }
}
