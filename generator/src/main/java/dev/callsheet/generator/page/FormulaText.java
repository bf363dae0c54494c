package dev.callsheet.generator.page;

import dev.callsheet.spec.logic.AtomVisitor;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.FormulaVisitor;
import dev.callsheet.spec.logic.ParameterPath;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A formula as a clause, such as {@code `inputs.video` or `resolution` is provided}. */
final class FormulaText implements FormulaVisitor<String>, AtomVisitor<String> {
  private static final FormulaText CLAUSE = new FormulaText();

  private FormulaText() {}

  /** What has to be so for the formula to hold; a clause without a full stop. */
  static String clause(Formula formula) {
    return formula.accept(CLAUSE);
  }

  /** The same of several that hold together; empty for none. */
  static String clause(List<Formula> formulas) {
    return formulas.isEmpty() ? "" : clause(Formula.all(formulas));
  }

  /** The parameters of formulas that only say that something is provided; empty for others. */
  static Optional<List<ParameterPath>> provided(List<Formula> formulas) {
    List<ParameterPath> paths =
        formulas.stream()
            .filter(Formula.Provided.class::isInstance)
            .map(formula -> ((Formula.Provided) formula).path())
            .toList();
    return paths.size() == formulas.size() ? Optional.of(paths) : Optional.empty();
  }

  @Override
  public String visitAtom(Formula.Atom atom) {
    return atom.acceptAtom(this);
  }

  @Override
  public String visitAll(Formula.All formula) {
    return provided(formula.parts())
        .map(
            paths ->
                Enumeration.of(paths, "and") + (paths.size() > 1 ? " are" : " is") + " provided")
        .orElseGet(() -> joined(formula.parts(), " and "));
  }

  @Override
  public String visitAny(Formula.Any formula) {
    return provided(formula.parts())
        .map(paths -> Enumeration.of(paths, "or") + " is provided")
        .orElseGet(() -> joined(formula.parts(), " or "));
  }

  @Override
  public String visitNot(Formula.Not formula) {
    return formula.part().accept(new Negation());
  }

  @Override
  public String visitImplies(Formula.Implies formula) {
    return clause(formula.consequence()) + " where " + clause(formula.condition());
  }

  @Override
  public String visitCount(Formula.Count formula) {
    return number(formula) + " of these: " + clauses(formula.parts(), "; ");
  }

  @Override
  public String visitProvided(Formula.Provided atom) {
    return Enumeration.code(atom.path()) + " is provided";
  }

  @Override
  public String visitMatches(Formula.Matches atom) {
    return Enumeration.code(atom.path()) + " " + FragmentText.indicative(atom.fragment());
  }

  @Override
  public String visitSumEquals(Formula.SumEquals atom) {
    return "the sum of "
        + Enumeration.code(atom.terms())
        + " equals "
        + Enumeration.code(atom.total());
  }

  @Override
  public String visitSumWithin(Formula.SumWithin atom) {
    BigDecimal minimum = atom.minimum();
    BigDecimal maximum = atom.maximum();
    String sum = "the sum of " + Enumeration.code(atom.terms());
    return minimum != null && maximum != null && minimum.compareTo(maximum) == 0
        ? sum + " equals " + minimum.toPlainString()
        : sum + " is " + bounds(minimum, maximum);
  }

  @Override
  public String visitProductWithin(Formula.ProductWithin atom) {
    return "the product of "
        + Enumeration.of(atom.factors(), "and")
        + " is "
        + bounds(atom.minimum(), atom.maximum());
  }

  @Override
  public String visitQuotientWithin(Formula.QuotientWithin atom) {
    return Enumeration.code(atom.dividend())
        + " divided by "
        + Enumeration.code(atom.divisor())
        + " is "
        + bounds(atom.minimum(), atom.maximum());
  }

  @Override
  public String visitPlaceholdersWithin(Formula.PlaceholdersWithin atom) {
    return "every number that `"
        + atom.pattern()
        + "` finds in "
        + Enumeration.of(atom.texts(), "or")
        + " is that of an item of "
        + Enumeration.code(atom.list());
  }

  /** {@code at least 1 and at most 3}. */
  static String bounds(@Nullable BigDecimal minimum, @Nullable BigDecimal maximum) {
    return new FacetText("").visitRange(new Facet.Range(minimum, false, maximum, false));
  }

  private static String number(Formula.Count formula) {
    if (formula.minimum() == formula.maximum()) {
      return "exactly " + formula.minimum();
    }
    return formula.minimum() == 0
        ? "at most " + formula.maximum()
        : formula.minimum() + " to " + formula.maximum();
  }

  private static String clauses(List<Formula> formulas, String separator) {
    return formulas.stream().map(FormulaText::clause).collect(Collectors.joining(separator));
  }

  /** Parts that join others themselves stand in brackets. */
  private static String joined(List<Formula> parts, String conjunction) {
    return parts.stream()
        .map(
            part ->
                part.children().size() > 1 && provided(part.children()).isEmpty()
                    ? "(" + clause(part) + ")"
                    : clause(part))
        .collect(Collectors.joining(conjunction));
  }

  /** The clause of a formula that does not hold. */
  private static final class Negation implements FormulaVisitor<String> {
    @Override
    public String visitAtom(Formula.Atom atom) {
      return atom instanceof Formula.Provided provided
          ? Enumeration.code(provided.path()) + " is not provided"
          : otherwise(atom);
    }

    @Override
    public String visitAll(Formula.All formula) {
      return provided(formula.parts())
          .map(paths -> "not all of " + Enumeration.of(paths, "and") + " are provided")
          .orElseGet(() -> otherwise(formula));
    }

    @Override
    public String visitAny(Formula.Any formula) {
      return formula.parts().stream()
          .map(part -> part.accept(this))
          .collect(Collectors.joining(" and "));
    }

    @Override
    public String visitNot(Formula.Not formula) {
      return clause(formula.part());
    }

    @Override
    public String visitImplies(Formula.Implies formula) {
      return clause(formula.condition()) + " and " + formula.consequence().accept(this);
    }

    @Override
    public String visitCount(Formula.Count formula) {
      return otherwise(formula);
    }

    private static String otherwise(Formula formula) {
      return "not (" + clause(formula) + ")";
    }
  }
}
