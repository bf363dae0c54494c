package dev.callsheet.importer.internal.condition;

import dev.callsheet.spec.logic.ParameterPath;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A statement about a request, as the spec language writes conditions. It is what a constraint of
 * JSON Schema says of a request whose values are of the types that its parameters have.
 */
public sealed interface Condition {
  /** Always holds. */
  Condition TRUE = new Constant(true);

  /** Never holds. */
  Condition FALSE = new Constant(false);

  /** Calls the visitor's method for this kind of condition. */
  <R extends @Nullable Object> R accept(ConditionVisitor<R> visitor);

  /** Holds always or never. */
  record Constant(boolean holds) implements Condition {
    @Override
    public <R extends @Nullable Object> R accept(ConditionVisitor<R> visitor) {
      return visitor.visitConstant(this);
    }
  }

  /** The parameter is provided; with {@code []} in its path, by some item of the list. */
  record Provided(ParameterPath path) implements Condition {
    @Override
    public <R extends @Nullable Object> R accept(ConditionVisitor<R> visitor) {
      return visitor.visitProvided(this);
    }
  }

  /** The parameter is provided and matches a fragment of the spec language. */
  record Matches(ParameterPath path, ObjectNode fragment) implements Condition {
    @Override
    public <R extends @Nullable Object> R accept(ConditionVisitor<R> visitor) {
      return visitor.visitMatches(this);
    }
  }

  /** Where all of the parameters are provided, their values are those of a row. */
  record Rows(List<ParameterPath> parameters, List<Row> rows) implements Condition {
    @Override
    public <R extends @Nullable Object> R accept(ConditionVisitor<R> visitor) {
      return visitor.visitRows(this);
    }
  }

  /** A combination of values and its label, which may be empty. */
  record Row(String label, List<JsonNode> values) {}

  /** All hold. */
  record All(List<Condition> parts) implements Condition {
    @Override
    public <R extends @Nullable Object> R accept(ConditionVisitor<R> visitor) {
      return visitor.visitAll(this);
    }
  }

  /** At least one holds. */
  record Any(List<Condition> parts) implements Condition {
    @Override
    public <R extends @Nullable Object> R accept(ConditionVisitor<R> visitor) {
      return visitor.visitAny(this);
    }
  }

  /** Exactly one holds. */
  record ExactlyOne(List<Condition> parts) implements Condition {
    @Override
    public <R extends @Nullable Object> R accept(ConditionVisitor<R> visitor) {
      return visitor.visitExactlyOne(this);
    }
  }

  /** It does not hold. */
  record Not(Condition part) implements Condition {
    @Override
    public <R extends @Nullable Object> R accept(ConditionVisitor<R> visitor) {
      return visitor.visitNot(this);
    }
  }

  /** If one holds, so does the other. */
  record Implies(Condition condition, Condition consequence) implements Condition {
    @Override
    public <R extends @Nullable Object> R accept(ConditionVisitor<R> visitor) {
      return visitor.visitImplies(this);
    }
  }
}
