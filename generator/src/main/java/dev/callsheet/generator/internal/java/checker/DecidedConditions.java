package dev.callsheet.generator.internal.java.checker;

import com.palantir.javapoet.CodeBlock;
import dev.callsheet.generator.internal.java.checker.BooleanExpression.Precedence;
import dev.callsheet.generator.internal.java.type.JavaLiterals;
import dev.callsheet.generator.internal.java.type.JavaType.EnumType;
import dev.callsheet.generator.internal.java.type.JavaType.JdkType;
import dev.callsheet.generator.internal.java.type.RecordProperty;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.FormulaVisitor;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.logic.SchemaFragment;
import dev.callsheet.spec.model.Shape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether what a formula came to is decided by values that are right themselves: nobody is told of
 * a rule because of a value that is wrong anyway.
 *
 * <p>It is what Kleene's logic of three values knows for certain, written for a formula of which it
 * is known already whether it holds. A conjunction that holds is decided when all of its parts are;
 * one that does not hold, when one part that does not hold is; a disjunction the other way around.
 * Whether a parameter is there is always certain. Of parts that are counted, all have to be
 * decided, which is more than need be.
 */
final class DecidedConditions {
  private final FormulaConditions conditions;
  private final TypedExpression scope;
  private final PointerExpression at;

  /**
   * @param scope what the formulas look at
   * @param at where that is
   */
  DecidedConditions(FormulaConditions conditions, TypedExpression scope, PointerExpression at) {
    this.conditions = conditions;
    this.scope = scope;
    this.at = at;
  }

  /** Given that the formula is violated, it is so for certain. */
  BooleanExpression violated(Formula formula) {
    return decided(formula, false);
  }

  private BooleanExpression decided(Formula formula, boolean holds) {
    return formula.accept(new Decision(holds));
  }

  private BooleanExpression condition(Formula formula, boolean holds) {
    return holds ? conditions.holds(formula, scope) : conditions.violated(formula, scope);
  }

  /** A part of a formula, and what it has to come to. */
  private record Part(Formula formula, boolean holds) {}

  private final class Decision implements FormulaVisitor<BooleanExpression> {
    private final boolean holds;

    Decision(boolean holds) {
      this.holds = holds;
    }

    @Override
    public BooleanExpression visitAtom(Formula.Atom atom) {
      if (atom instanceof Formula.Provided) {
        return BooleanExpression.TRUE;
      }
      Stream<ParameterPath> own = atom.parameters().stream().filter(path -> !isAlwaysRight(path));
      Stream<ParameterPath> inside =
          atom instanceof Formula.Matches matches
              ? pathsInside(matches.path(), matches.fragment())
              : Stream.empty();
      return BooleanExpression.and(
          Stream.concat(own, inside).distinct().map(DecidedConditions.this::isReliable).toList());
    }

    @Override
    public BooleanExpression visitAll(Formula.All formula) {
      List<Part> parts = parts(formula.parts(), holds);
      return holds ? allDecided(parts) : oneDecided(parts);
    }

    @Override
    public BooleanExpression visitAny(Formula.Any formula) {
      List<Part> parts = parts(formula.parts(), holds);
      return holds ? oneDecided(parts) : allDecided(parts);
    }

    @Override
    public BooleanExpression visitNot(Formula.Not formula) {
      return decided(formula.part(), !holds);
    }

    @Override
    public BooleanExpression visitImplies(Formula.Implies formula) {
      List<Part> parts =
          List.of(new Part(formula.condition(), !holds), new Part(formula.consequence(), holds));
      return holds ? oneDecided(parts) : allDecided(parts);
    }

    @Override
    public BooleanExpression visitCount(Formula.Count formula) {
      return allDecided(parts(formula.parts(), true));
    }
  }

  private static List<Part> parts(List<Formula> formulas, boolean holds) {
    return formulas.stream().map(part -> new Part(part, holds)).toList();
  }

  /** Of parts that all came to what they had to, all are certain. */
  private BooleanExpression allDecided(List<Part> parts) {
    Set<BooleanExpression> certain = new LinkedHashSet<>();
    for (Part part : parts) {
      BooleanExpression one = decided(part.formula(), part.holds());
      certain.addAll(one.precedence() == Precedence.AND ? one.parts() : List.of(one));
    }
    return BooleanExpression.and(List.copyOf(certain));
  }

  /**
   * Of parts of which at least one came to what it had to, one that did is certain. Where all that
   * can be uncertain are so for the same reason, it need not be asked which of them it was: if none
   * of the others was, one of them was.
   */
  private BooleanExpression oneDecided(List<Part> parts) {
    List<BooleanExpression> certain =
        parts.stream().map(part -> decided(part.formula(), part.holds())).toList();
    Set<BooleanExpression> reasons = new LinkedHashSet<>(certain);
    reasons.remove(BooleanExpression.TRUE);
    if (reasons.isEmpty()) {
      return BooleanExpression.TRUE;
    }
    List<BooleanExpression> ways = new ArrayList<>();
    if (reasons.size() == 1) {
      ways.addAll(reasons);
    }
    for (int i = 0; i < parts.size(); i++) {
      BooleanExpression isCertain = certain.get(i);
      if (reasons.size() > 1 || isCertain.equals(BooleanExpression.TRUE)) {
        Part part = parts.get(i);
        ways.add(
            BooleanExpression.and(List.of(condition(part.formula(), part.holds()), isCertain)));
      }
    }
    return BooleanExpression.or(ways);
  }

  private BooleanExpression isReliable(ParameterPath path) {
    CodeBlock pointer =
        at.indexVariables().isEmpty()
            ? JavaLiterals.text(PointerExpression.textOf(path))
            : CodeBlock.of("$L + $L", at.code(), JavaLiterals.text(PointerExpression.textOf(path)));
    return BooleanExpression.atom("violations.isReliable($L)", pointer);
  }

  /** Whether all values that the parameter's Java type has are right, so that none is reported. */
  private boolean isAlwaysRight(ParameterPath path) {
    if (path.isRoot() || path.leadsThroughLists()) {
      return false;
    }
    RecordProperty property = PropertyAccess.ofPath(scope.type(), path).property();
    Shape shape = property.parameter().shape();
    return property.type() instanceof EnumType
        || (property.type() instanceof JdkType
            && shape instanceof Shape.Scalar scalar
            && scalar.checkedFacets().isEmpty());
  }

  /**
   * What a fragment looks at inside a value; whatever is wrong there, its type is right in Java.
   */
  private static Stream<ParameterPath> pathsInside(ParameterPath path, SchemaFragment fragment) {
    return fragment.facets().stream()
        .filter(Facet.Nested.class::isInstance)
        .map(Facet.Nested.class::cast)
        .flatMap(
            nested -> {
              ParameterPath inner = path.resolve(nested.subject());
              boolean isCompared =
                  nested.fragment().facets().stream()
                      .anyMatch(
                          facet ->
                              !(facet instanceof Facet.OfType || facet instanceof Facet.Nested));
              return Stream.concat(
                  isCompared ? Stream.of(inner) : Stream.empty(),
                  pathsInside(inner, nested.fragment()));
            });
  }
}
