package dev.callsheet.spec.model;

import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.logic.SchemaFragment;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a rule says, as it is written. {@link RuleSemantics} turns it into a formula. */
public sealed interface RuleBody {
  /** Exactly one alternative holds. */
  record ExactlyOneOf(List<Formula> alternatives) implements RuleBody {}

  /** At least one alternative holds. */
  record AtLeastOneOf(List<Formula> alternatives) implements RuleBody {}

  /** No two alternatives hold. */
  record AtMostOneOf(List<Formula> alternatives) implements RuleBody {}

  /** All of the parameters are provided, or none. */
  record AllOrNone(List<ParameterPath> parameters) implements RuleBody {}

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
      implements RuleBody {}

  /**
   * The parameters, where all are provided, have one of these combinations of values.
   *
   * @param condition null for a rule that always applies
   */
  record Combinations(
      @Nullable Formula condition, List<ParameterPath> parameters, List<CombinationRow> rows)
      implements RuleBody {}

  /** A combination and its label, which may be empty and need not be unique. */
  record CombinationRow(String label, List<JsonNode> values) {}

  /**
   * The combination of some parameters decides what others may be.
   *
   * @param otherwise what holds when no row fits; empty for nothing
   */
  record Table(
      List<ParameterPath> parameters,
      List<TableRow> rows,
      Map<ParameterPath, SchemaFragment> otherwise)
      implements RuleBody {}

  /** Where {@code of} has these values, these constraints hold. */
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
      implements RuleBody {}

  /** A product or a quotient of parameters lies within bounds. */
  record Measure(
      Kind kind,
      List<ParameterPath> operands,
      @Nullable BigDecimal minimum,
      @Nullable BigDecimal maximum)
      implements RuleBody {
    /** What is measured. */
    public enum Kind {
      /** The product of all. */
      AREA,
      /** The first by the second. */
      RATIO
    }
  }

  /** Placeholders in texts name items of a list, counted from 1. */
  record PlaceholderReferences(List<ParameterPath> texts, String pattern, ParameterPath list)
      implements RuleBody {}
}
