package dev.callsheet.importer.internal.rule;

import dev.callsheet.importer.internal.condition.Condition;
import dev.callsheet.spec.logic.ParameterPath;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The forms of rules that an import makes, as the spec language has them. */
public sealed interface RuleForm {
  /** Calls the visitor's method for this form. */
  <R extends @Nullable Object> R accept(Visitor<R> visitor);

  /** Provided together or not at all. */
  record Together(List<ParameterPath> parameters) implements RuleForm {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.visitTogether(this);
    }
  }

  /** So many of some conditions hold, when another does. */
  record Choice(Count count, Condition when, List<Condition> alternatives) implements RuleForm {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.visitChoice(this);
    }
  }

  /** How many of some conditions hold. */
  enum Count {
    /** One. */
    EXACTLY_ONE("exactlyOneOf"),
    /** One or more. */
    AT_LEAST_ONE("atLeastOneOf"),
    /** One or none. */
    AT_MOST_ONE("atMostOneOf");

    private final String keyword;

    Count(String keyword) {
      this.keyword = keyword;
    }

    /** The key of such rules. */
    public String keyword() {
      return keyword;
    }
  }

  /** When a condition holds, these hold. */
  record Requirement(Condition when, List<Condition> required) implements RuleForm {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.visitRequirement(this);
    }
  }

  /** When a condition holds, these are not provided. */
  record Prohibition(Condition when, List<ParameterPath> forbidden) implements RuleForm {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.visitProhibition(this);
    }
  }

  /** When a condition holds, these match where they are provided. */
  record Constraint(Condition when, Map<ParameterPath, ObjectNode> fragments) implements RuleForm {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.visitConstraint(this);
    }
  }

  /** When a condition holds, the values of some parameters are those of a row. */
  record Combinations(Condition when, Condition.Rows rows) implements RuleForm {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.visitCombinations(this);
    }
  }

  /** A product or a quotient of parameters is within bounds. */
  record Measure(String kind, List<ParameterPath> operands, ObjectNode bounds) implements RuleForm {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.visitMeasure(this);
    }
  }

  /**
   * Takes forms apart, each by a method of its own.
   *
   * @param <R> what is made of one
   */
  interface Visitor<R extends @Nullable Object> {
    /** Of parameters that go together. */
    R visitTogether(Together form);

    /** Of a choice. */
    R visitChoice(Choice form);

    /** Of a requirement. */
    R visitRequirement(Requirement form);

    /** Of a prohibition. */
    R visitProhibition(Prohibition form);

    /** Of a constraint. */
    R visitConstraint(Constraint form);

    /** Of combinations. */
    R visitCombinations(Combinations form);

    /** Of a measure. */
    R visitMeasure(Measure form);
  }
}
