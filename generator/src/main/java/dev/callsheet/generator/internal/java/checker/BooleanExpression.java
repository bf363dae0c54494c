package dev.callsheet.generator.internal.java.checker;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A boolean expression, with parentheses only where Java needs them.
 *
 * @param parts of a conjunction, a disjunction or a negation; empty for the rest
 */
record BooleanExpression(
    CodeBlock code, Set<Variable> uses, Precedence precedence, List<BooleanExpression> parts)
    implements Expression {
  private static final int MOST_IN_A_LINE = 3;

  static final BooleanExpression TRUE = atom("true");
  static final BooleanExpression FALSE = atom("false");

  private BooleanExpression(
      Expression whole, Precedence precedence, List<BooleanExpression> parts) {
    this(whole.code(), whole.uses(), precedence, parts);
  }

  /** Java's precedence of operators, the highest first. */
  enum Precedence {
    ATOM,
    NOT,
    COMPARISON,
    AND,
    OR
  }

  /** A call or a name. */
  static BooleanExpression atom(String format, Object... arguments) {
    return new BooleanExpression(Expression.of(format, arguments), Precedence.ATOM, List.of());
  }

  /** A call with these arguments. */
  static BooleanExpression call(CodeBlock head, List<? extends Expression> arguments) {
    return atom("$L($L)", head, Expression.joined(arguments, ",$W"));
  }

  /** An expression with an operator that compares. */
  static BooleanExpression comparison(String format, Object... arguments) {
    return new BooleanExpression(
        Expression.of(format, arguments), Precedence.COMPARISON, List.of());
  }

  /** All hold. */
  static BooleanExpression and(List<BooleanExpression> parts) {
    return combine(parts, Precedence.AND, TRUE);
  }

  /** At least one holds. */
  static BooleanExpression or(List<BooleanExpression> parts) {
    return combine(parts, Precedence.OR, FALSE);
  }

  /** The opposite. */
  BooleanExpression not() {
    if (this.equals(TRUE)) {
      return FALSE;
    }
    if (this.equals(FALSE)) {
      return TRUE;
    }
    if (precedence == Precedence.NOT) {
      return parts.get(0);
    }
    return new BooleanExpression(
        Expression.of("!$L", parenthesizedIn(Precedence.NOT)), Precedence.NOT, List.of(this));
  }

  /** The expression as an operand of an operator of this precedence. */
  Expression parenthesizedIn(Precedence outer) {
    return precedence.compareTo(outer) > 0 ? Expression.of("($L)", this) : this;
  }

  /**
   * The same code with one operand a line, where there are many or one has operands itself; these
   * would otherwise be broken apart wherever a line is full.
   */
  CodeBlock inLines() {
    boolean isEasy =
        !isCompound()
            || (parts.size() <= MOST_IN_A_LINE
                && parts.stream().noneMatch(BooleanExpression::hasOperands));
    if (isEasy) {
      return code;
    }
    return parts.stream()
        .map(part -> CodeBlock.of("$>$>$L$<$<", part.parenthesizedIn(Precedence.COMPARISON).code()))
        .collect(
            CodeBlock.joining(precedence == Precedence.AND ? "$>$>\n&& $<$<" : "$>$>\n|| $<$<"));
  }

  private boolean hasOperands() {
    return isCompound() || (precedence == Precedence.NOT && parts.get(0).isCompound());
  }

  /** Whether it is a conjunction or a disjunction. */
  boolean isCompound() {
    return precedence == Precedence.AND || precedence == Precedence.OR;
  }

  /** Whether something is negated in it. */
  boolean hasNegation() {
    return precedence == Precedence.NOT || parts.stream().anyMatch(BooleanExpression::hasNegation);
  }

  /** Two are equal that read the same. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof BooleanExpression expression && text().equals(expression.text());
  }

  @Override
  public int hashCode() {
    return text().hashCode();
  }

  /**
   * The code as text. JavaPoet holds back what follows the last {@code $W} until it knows whether
   * the line is full, and {@link CodeBlock#toString} leaves that out; the end of a line completes
   * it.
   */
  private String text() {
    return CodeBlock.of("$L\n", code).toString();
  }

  private static BooleanExpression combine(
      List<BooleanExpression> parts, Precedence form, BooleanExpression neutral) {
    List<BooleanExpression> relevant = new ArrayList<>();
    for (BooleanExpression part : parts) {
      if (part.equals(neutral.not())) {
        return part;
      }
      if (!part.equals(neutral) && !relevant.contains(part)) {
        relevant.addAll(part.precedence() == form ? part.parts() : List.of(part));
      }
    }
    if (relevant.size() < 2) {
      return relevant.isEmpty() ? neutral : relevant.get(0);
    }
    List<Expression> operands =
        relevant.stream().map(part -> part.parenthesizedIn(Precedence.COMPARISON)).toList();
    return new BooleanExpression(
        Expression.joined(operands, form == Precedence.AND ? "$W&& " : "$W|| "), form, relevant);
  }
}
