package dev.callsheet.spec.logic;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The body of a rule, in one of the forms of the spec language; {@link #toFormula} gives its
 * meaning, a formula that valid requests fulfil. This is the only definition of what rules mean;
 * everything that validates, generates or proves works on the formulas.
 */
public sealed interface RuleBody {
  /** What must hold in the rule's scope. */
  Formula toFormula();

  /** Calls the visitor's method for this form. */
  <R extends @Nullable Object> R accept(RuleBodyVisitor<R> visitor);

  /** Exactly one alternative holds. */
  record ExactlyOneOf(List<Formula> alternatives) implements RuleBody {
    @Override
    public <R extends @Nullable Object> R accept(RuleBodyVisitor<R> visitor) {
      return visitor.visitExactlyOneOf(this);
    }

    @Override
    public Formula toFormula() {
      return new Formula.Count(1, 1, alternatives);
    }
  }

  /** At least one alternative holds. */
  record AtLeastOneOf(List<Formula> alternatives) implements RuleBody {
    @Override
    public <R extends @Nullable Object> R accept(RuleBodyVisitor<R> visitor) {
      return visitor.visitAtLeastOneOf(this);
    }

    @Override
    public Formula toFormula() {
      return new Formula.Any(alternatives);
    }
  }

  /** No two alternatives hold. */
  record AtMostOneOf(List<Formula> alternatives) implements RuleBody {
    @Override
    public <R extends @Nullable Object> R accept(RuleBodyVisitor<R> visitor) {
      return visitor.visitAtMostOneOf(this);
    }

    @Override
    public Formula toFormula() {
      return new Formula.Count(0, 1, alternatives);
    }
  }

  /** All of the parameters are provided, or none. */
  record AllOrNone(List<ParameterPath> parameters) implements RuleBody {
    @Override
    public <R extends @Nullable Object> R accept(RuleBodyVisitor<R> visitor) {
      return visitor.visitAllOrNone(this);
    }

    @Override
    public Formula toFormula() {
      List<Formula> provided = Formula.provided(parameters);
      return new Formula.Any(
          List.of(new Formula.All(provided), new Formula.Not(new Formula.Any(provided))));
    }
  }

  /**
   * When a condition holds, so do the consequences.
   *
   * @param condition null for a rule that always applies
   * @param requirements must hold; empty for nothing
   * @param forbidden must not be provided
   * @param constraints must match, where provided
   */
  record Conditional(
      @Nullable Formula condition,
      List<Formula> requirements,
      List<ParameterPath> forbidden,
      Map<ParameterPath, SchemaFragment> constraints)
      implements RuleBody {
    @Override
    public <R extends @Nullable Object> R accept(RuleBodyVisitor<R> visitor) {
      return visitor.visitConditional(this);
    }

    @Override
    public Formula toFormula() {
      List<Formula> consequences = new ArrayList<>(requirements);
      Formula.provided(forbidden).forEach(each -> consequences.add(new Formula.Not(each)));
      consequences.addAll(matchesWhereProvided(constraints));
      return implies(condition, Formula.all(consequences));
    }
  }

  /**
   * The parameters, where all are provided, have one of these combinations of values.
   *
   * @param condition null for a rule that always applies
   */
  record Combinations(
      @Nullable Formula condition, List<ParameterPath> parameters, List<CombinationRow> rows)
      implements RuleBody {
    @Override
    public <R extends @Nullable Object> R accept(RuleBodyVisitor<R> visitor) {
      return visitor.visitCombinations(this);
    }

    @Override
    public Formula toFormula() {
      Formula allProvided = new Formula.All(Formula.provided(parameters));
      return new Formula.Implies(
          condition == null ? allProvided : new Formula.All(List.of(condition, allProvided)),
          new Formula.Any(
              rows.stream().map(row -> valuesEqual(parameters, row.values())).toList()));
    }
  }

  /** A combination and its label, which may be empty and need not be unique. */
  record CombinationRow(String label, List<JsonNode> values) {}

  /**
   * The combination of some parameters decides what others may be.
   *
   * @param otherwise what holds when all parameters are provided and no row fits; empty for nothing
   */
  record Table(
      List<ParameterPath> parameters,
      List<TableRow> rows,
      Map<ParameterPath, SchemaFragment> otherwise)
      implements RuleBody {
    @Override
    public <R extends @Nullable Object> R accept(RuleBodyVisitor<R> visitor) {
      return visitor.visitTable(this);
    }

    @Override
    public Formula toFormula() {
      List<Formula> cases = new ArrayList<>();
      List<Formula> keys = new ArrayList<>();
      for (TableRow row : rows) {
        Formula key = valuesEqual(parameters, row.values());
        keys.add(key);
        cases.add(new Formula.Implies(key, Formula.all(matchesWhereProvided(row.constraints()))));
      }
      if (!otherwise.isEmpty()) {
        Formula noRow =
            new Formula.All(
                List.of(
                    new Formula.All(Formula.provided(parameters)),
                    new Formula.Not(new Formula.Any(List.copyOf(keys)))));
        cases.add(new Formula.Implies(noRow, Formula.all(matchesWhereProvided(otherwise))));
      }
      return Formula.all(cases);
    }
  }

  /** Where a table's parameters have these values, these constraints hold. */
  record TableRow(
      String label, List<JsonNode> values, Map<ParameterPath, SchemaFragment> constraints) {}

  /**
   * The sum of the terms equals the total.
   *
   * @param condition null for a rule that always applies
   */
  record Sum(
      @Nullable Formula condition,
      ParameterPath terms,
      ParameterPath total,
      @Nullable BigDecimal totalDefault)
      implements RuleBody {
    @Override
    public <R extends @Nullable Object> R accept(RuleBodyVisitor<R> visitor) {
      return visitor.visitSum(this);
    }

    @Override
    public Formula toFormula() {
      return implies(condition, new Formula.SumEquals(terms, total, totalDefault));
    }
  }

  /**
   * The sum of the terms lies within bounds.
   *
   * @param condition null for a rule that always applies
   */
  record BoundedSum(
      @Nullable Formula condition,
      ParameterPath terms,
      @Nullable BigDecimal minimum,
      @Nullable BigDecimal maximum)
      implements RuleBody {
    @Override
    public <R extends @Nullable Object> R accept(RuleBodyVisitor<R> visitor) {
      return visitor.visitBoundedSum(this);
    }

    @Override
    public Formula toFormula() {
      return implies(condition, new Formula.SumWithin(terms, minimum, maximum));
    }
  }

  /** A product or a quotient of parameters lies within bounds. */
  record Measure(
      Kind kind,
      List<ParameterPath> operands,
      @Nullable BigDecimal minimum,
      @Nullable BigDecimal maximum)
      implements RuleBody {
    /** What is measured. */
    public enum Kind {
      /** The product of all operands. */
      AREA,
      /** The first operand divided by the second. */
      RATIO
    }

    @Override
    public <R extends @Nullable Object> R accept(RuleBodyVisitor<R> visitor) {
      return visitor.visitMeasure(this);
    }

    @Override
    public Formula toFormula() {
      return switch (kind) {
        case AREA -> new Formula.ProductWithin(operands, minimum, maximum);
        case RATIO ->
            new Formula.QuotientWithin(operands.get(0), operands.get(1), minimum, maximum);
      };
    }
  }

  /**
   * The items of all these lists together are within bounds; a list that is not provided has none.
   *
   * @param minimum from 0
   * @param maximum null for no bound
   */
  record ItemsTogether(List<ParameterPath> lists, int minimum, @Nullable Integer maximum)
      implements RuleBody {
    @Override
    public <R extends @Nullable Object> R accept(RuleBodyVisitor<R> visitor) {
      return visitor.visitItemsTogether(this);
    }

    @Override
    public Formula toFormula() {
      List<Formula> bounds = new ArrayList<>();
      if (minimum > 0) {
        bounds.add(atLeast(minimum));
      }
      if (maximum != null) {
        bounds.add(new Formula.Not(atLeast(maximum + 1)));
      }
      return Formula.all(bounds);
    }

    /**
     * So many items: for one way of sharing that number among the lists, each has its share. There
     * are {@code (number + lists - 1)} over {@code (lists - 1)} ways.
     */
    private Formula atLeast(int number) {
      List<Formula> ways = new ArrayList<>();
      addWays(number, 0, List.of(), ways);
      return new Formula.Any(List.copyOf(ways));
    }

    private void addWays(int rest, int list, List<Formula> shares, List<Formula> ways) {
      boolean isLast = list == lists.size() - 1;
      for (int share = isLast ? rest : 0; share <= rest; share++) {
        List<Formula> all = new ArrayList<>(shares);
        if (share > 0) {
          Facet count = new Facet.ItemCount(share, null);
          all.add(new Formula.Matches(lists.get(list), new SchemaFragment(List.of(count))));
        }
        if (isLast) {
          ways.add(Formula.all(all));
        } else {
          addWays(rest - share, list + 1, all, ways);
        }
      }
    }

    /** How many ways there are to share a number of items among lists. */
    public static long ways(int number, int lists) {
      long ways = 1;
      for (int i = 1; i < lists; i++) {
        ways = ways * (number + i) / i;
      }
      return ways;
    }
  }

  /** Placeholders in texts name items of a list, counted from 1. */
  record PlaceholderReferences(List<ParameterPath> texts, String pattern, ParameterPath list)
      implements RuleBody {
    @Override
    public <R extends @Nullable Object> R accept(RuleBodyVisitor<R> visitor) {
      return visitor.visitPlaceholderReferences(this);
    }

    @Override
    public Formula toFormula() {
      return new Formula.PlaceholdersWithin(texts, pattern, list);
    }
  }

  private static List<Formula> matchesWhereProvided(
      Map<ParameterPath, SchemaFragment> constraints) {
    List<Formula> parts = new ArrayList<>();
    constraints.forEach(
        (path, fragment) ->
            parts.add(
                new Formula.Implies(
                    new Formula.Provided(path), new Formula.Matches(path, fragment))));
    return parts;
  }

  /** That each of some parameters has the value at the same place. */
  static Formula valuesEqual(List<ParameterPath> paths, List<JsonNode> values) {
    List<Formula> parts = new ArrayList<>();
    for (int i = 0; i < paths.size(); i++) {
      Facet equal = new Facet.OneOf(List.of(values.get(i)));
      parts.add(new Formula.Matches(paths.get(i), new SchemaFragment(List.of(equal))));
    }
    return Formula.all(parts);
  }

  private static Formula implies(@Nullable Formula condition, Formula consequence) {
    return condition == null ? consequence : new Formula.Implies(condition, consequence);
  }
}
