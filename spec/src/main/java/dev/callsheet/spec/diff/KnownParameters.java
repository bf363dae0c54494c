package dev.callsheet.spec.diff;

import dev.callsheet.spec.logic.AtomVisitor;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.FormulaVisitor;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.ModelSpec;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a formula of one spec says of the requests of another: parameters that these cannot have are
 * never provided.
 */
final class KnownParameters implements FormulaVisitor<Formula>, AtomVisitor<Formula> {
  private static final Formula HOLDS = new Formula.All(List.of());
  private static final Formula FAILS = new Formula.Any(List.of());

  private final Predicate<ParameterPath> isKnown;

  private KnownParameters(ModelSpec spec, ParameterPath scope) {
    this.isKnown = path -> has(spec, scope.resolve(path));
  }

  /** The formula, read in a scope of a spec's requests. */
  static Formula restrict(Formula formula, ModelSpec spec, ParameterPath scope) {
    return formula.accept(new KnownParameters(spec, scope));
  }

  /** Whether requests of a spec may have something at a path. */
  static boolean has(ModelSpec spec, ParameterPath path) {
    ParameterPath named = path;
    while (!named.isRoot() && named.equals(named.parent().eachItem())) {
      named = named.parent();
    }
    return named.isRoot() || spec.parameter(named).isPresent();
  }

  private boolean areKnown(List<ParameterPath> paths) {
    return paths.stream().allMatch(isKnown);
  }

  @Override
  public Formula visitAtom(Formula.Atom atom) {
    return atom.acceptAtom(this);
  }

  @Override
  public Formula visitProvided(Formula.Provided atom) {
    return isKnown.test(atom.path()) ? atom : FAILS;
  }

  @Override
  public Formula visitMatches(Formula.Matches atom) {
    return isKnown.test(atom.path()) ? atom : FAILS;
  }

  @Override
  public Formula visitSumEquals(Formula.SumEquals atom) {
    if (!isKnown.test(atom.terms())) {
      return HOLDS;
    }
    if (isKnown.test(atom.total())) {
      return atom;
    }
    return atom.totalDefault() == null
        ? HOLDS
        : new Formula.SumWithin(atom.terms(), atom.totalDefault(), atom.totalDefault());
  }

  @Override
  public Formula visitSumWithin(Formula.SumWithin atom) {
    return isKnown.test(atom.terms()) ? atom : HOLDS;
  }

  @Override
  public Formula visitProductWithin(Formula.ProductWithin atom) {
    return areKnown(atom.factors()) ? atom : HOLDS;
  }

  @Override
  public Formula visitQuotientWithin(Formula.QuotientWithin atom) {
    return areKnown(atom.parameters()) ? atom : HOLDS;
  }

  @Override
  public Formula visitPlaceholdersWithin(Formula.PlaceholdersWithin atom) {
    List<ParameterPath> texts = atom.texts().stream().filter(isKnown).toList();
    return texts.isEmpty()
        ? HOLDS
        : new Formula.PlaceholdersWithin(texts, atom.pattern(), atom.list());
  }

  @Override
  public Formula visitAll(Formula.All formula) {
    return new Formula.All(each(formula.parts()));
  }

  @Override
  public Formula visitAny(Formula.Any formula) {
    return new Formula.Any(each(formula.parts()));
  }

  @Override
  public Formula visitNot(Formula.Not formula) {
    return new Formula.Not(formula.part().accept(this));
  }

  @Override
  public Formula visitImplies(Formula.Implies formula) {
    return new Formula.Implies(
        formula.condition().accept(this), formula.consequence().accept(this));
  }

  @Override
  public Formula visitCount(Formula.Count formula) {
    return new Formula.Count(formula.minimum(), formula.maximum(), each(formula.parts()));
  }

  private List<Formula> each(List<Formula> parts) {
    return parts.stream().map(part -> part.accept(this)).toList();
  }
}
