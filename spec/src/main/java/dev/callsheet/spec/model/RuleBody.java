package dev.callsheet.spec.model;

import dev.callsheet.spec.calculus.Formula;
import dev.callsheet.spec.calculus.Fragment;
import dev.callsheet.spec.calculus.Path;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a rule says, as it is written. {@link Requirement} turns it into a formula. */
public sealed interface RuleBody {
  /** Exactly one alternative holds. */
  record ExactlyOneOf(List<Formula> alternatives) implements RuleBody {}

  /** At least one alternative holds. */
  record AtLeastOneOf(List<Formula> alternatives) implements RuleBody {}

  /** No two alternatives hold. */
  record AtMostOneOf(List<Formula> alternatives) implements RuleBody {}

  /** All of the parameters are provided, or none. */
  record AllOrNone(List<Path> parameters) implements RuleBody {}

  /**
   * When a condition holds, so do the consequences.
   *
   * @param condition null for a rule that always applies
   * @param require must hold; empty for nothing
   * @param forbid must not be provided
   * @param constrain must match, where provided
   */
  record When(
      @Nullable Formula condition,
      List<Formula> require,
      List<Path> forbid,
      Map<Path, Fragment> constrain)
      implements RuleBody {}

  /**
   * The parameters, where all are provided, have one of these combinations of values.
   *
   * @param condition null for a rule that always applies
   */
  record Combinations(@Nullable Formula condition, List<Path> of, List<Row> rows)
      implements RuleBody {}

  /** A combination and its label, which may be empty and need not be unique. */
  record Row(String label, List<JsonNode> values) {}

  /**
   * The combination of some parameters decides what others may be.
   *
   * @param other what holds when no row fits; empty for nothing
   */
  record Table(List<Path> of, List<TableRow> rows, Map<Path, Fragment> other) implements RuleBody {}

  /** Where {@code of} has these values, these constraints hold. */
  record TableRow(String label, List<JsonNode> values, Map<Path, Fragment> constrain) {}

  /**
   * The sum of the terms equals the total.
   *
   * @param condition null for a rule that always applies
   */
  record Sum(
      @Nullable Formula condition, Path of, Path equalTo, @Nullable BigDecimal equalToDefault)
      implements RuleBody {}

  /** A product or a quotient of parameters lies within bounds. */
  record Measure(
      Kind kind, List<Path> of, @Nullable BigDecimal minimum, @Nullable BigDecimal maximum)
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
  record References(List<Path> in, String pattern, Path to) implements RuleBody {}
}
