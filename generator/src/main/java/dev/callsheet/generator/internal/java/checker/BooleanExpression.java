package dev.callsheet.generator.internal.java.checker;

import com.palantir.javapoet.CodeBlock;
import dev.callsheet.generator.internal.java.formatting.LineWrapping;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A boolean expression, with brackets only where Java needs them.
 *
 * @param parts of a conjunction, a disjunction or a negation; empty for the rest
 * @param call what it is made of when it is a call; null when it is something else
 */
record BooleanExpression(
    CodeBlock code,
    Set<Variable> uses,
    Precedence precedence,
    List<BooleanExpression> parts,
    @Nullable CallExpression call)
    implements Expression {
  static final BooleanExpression TRUE = atom("true");
  static final BooleanExpression FALSE = atom("false");

  private BooleanExpression(
      Expression whole,
      Precedence precedence,
      List<BooleanExpression> parts,
      @Nullable CallExpression call) {
    this(whole.code(), whole.uses(), precedence, parts, call);
  }

  /** How tightly an expression holds together, tightest first. */
  enum Precedence {
    ATOM,
    NOT,
    COMPARISON,
    AND,
    OR
  }

  /** A call, and what its outcome is compared with; empty when it is not compared. */
  private record CallExpression(CodeBlock head, List<CodeBlock> arguments, String comparison) {
    CodeBlock wrapped(int before, int after) {
      return comparison.isEmpty()
          ? LineWrapping.call(before, head, arguments, after)
          : CodeBlock.of(
              "$L\n$L", LineWrapping.nestedCall(before, head, arguments, 0), comparison.strip());
    }
  }

  /** A call or a name. */
  static BooleanExpression atom(String format, Object... arguments) {
    return new BooleanExpression(
        Expression.of(format, arguments), Precedence.ATOM, List.of(), null);
  }

  /** A call whose arguments can stand on lines of their own. */
  static BooleanExpression call(CodeBlock head, List<? extends Expression> arguments) {
    return ofCall(head, arguments, "", Precedence.ATOM);
  }

  /** A call whose arguments are written otherwise when they stand on lines of their own. */
  static BooleanExpression call(
      CodeBlock head, List<? extends Expression> flat, List<CodeBlock> inLines) {
    return new BooleanExpression(
        Expression.of("$L($L)", head, joined(flat, ", ")),
        Precedence.ATOM,
        List.of(),
        new CallExpression(head, inLines, ""));
  }

  /** Such a call, compared with something, as in {@code != 1}. */
  static BooleanExpression call(
      CodeBlock head, List<? extends Expression> arguments, String comparison) {
    return ofCall(head, arguments, " " + comparison, Precedence.COMPARISON);
  }

  /** Something with an operator that compares. */
  static BooleanExpression comparison(String format, Object... arguments) {
    return new BooleanExpression(
        Expression.of(format, arguments), Precedence.COMPARISON, List.of(), null);
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
        Expression.of("!$L", parenthesizedIn(Precedence.NOT)), Precedence.NOT, List.of(this), null);
  }

  /** The expression as part of one that holds together as tightly as {@code outer}. */
  Expression parenthesizedIn(Precedence outer) {
    return precedence.compareTo(outer) > 0 ? Expression.of("($L)", this) : this;
  }

  /** Whether something is negated in it. */
  boolean hasNegation() {
    return precedence == Precedence.NOT || parts.stream().anyMatch(BooleanExpression::hasNegation);
  }

  /**
   * The expression in lines, every operator at the start of one, unless it fits on one.
   *
   * @param before columns taken in the first line
   * @param after columns needed in the last
   */
  CodeBlock wrapped(int before, int after) {
    if (LineWrapping.fits(code, before, after)) {
      return code;
    }
    return switch (precedence) {
      case ATOM, COMPARISON -> call == null ? code : call.wrapped(before, after);
      case NOT -> parts.get(0).wrappedNegation(before, after);
      case AND -> wrappedParts("&& ", before, after);
      case OR -> wrappedParts("|| ", before, after);
    };
  }

  /** In lines, for an expression that begins one: those after the first are set in further. */
  CodeBlock wrappedArgument(int before, int after) {
    if (LineWrapping.fits(code, before, after)) {
      return code;
    }
    if (precedence == Precedence.NOT && parts.get(0).isCompound()) {
      return CodeBlock.of("!($>$>$L$<$<)", parts.get(0).wrapped(before + 2, after + 1));
    }
    if (!isCompound()) {
      return wrapped(before, after);
    }
    CodeBlock.Builder lines =
        CodeBlock.builder().add(parts.get(0).wrappedFirstOperand(before)).add("$>$>");
    String operator = precedence == Precedence.AND ? "&& " : "|| ";
    for (BooleanExpression part : parts.subList(1, parts.size())) {
      int needed = part.equals(parts.get(parts.size() - 1)) ? after : 0;
      lines.add("\n" + operator).add(part.wrappedOperand(before + 4 + operator.length(), needed));
    }
    return lines.add("$<$<").build();
  }

  /** The first operand of an expression that begins a line. */
  private CodeBlock wrappedFirstOperand(int before) {
    CodeBlock whole = parenthesizedIn(Precedence.COMPARISON).code();
    if (LineWrapping.fits(whole, before, 0)) {
      return whole;
    }
    if (precedence == Precedence.NOT && parts.get(0).isCompound()) {
      return CodeBlock.of("!($>$>$>$>$L$<$<$<$<)", parts.get(0).wrapped(before + 2, 1));
    }
    return isCompound()
        ? CodeBlock.of("($>$>$>$>$L$<$<$<$<)", wrapped(before + 1, 1))
        : wrapped(before, 0);
  }

  private boolean isCompound() {
    return precedence == Precedence.AND || precedence == Precedence.OR;
  }

  /** An operand that an operator stands before. */
  private CodeBlock wrappedOperand(int before, int after) {
    CodeBlock whole = parenthesizedIn(Precedence.COMPARISON).code();
    if (LineWrapping.fits(whole, before, after)) {
      return whole;
    }
    return isCompound()
        ? CodeBlock.of("($>$>$L$<$<)", wrapped(before + 1, after + 1))
        : CodeBlock.of("$>$>$L$<$<", wrapped(before, after));
  }

  private CodeBlock wrappedParts(String operator, int before, int after) {
    CodeBlock.Builder lines = CodeBlock.builder();
    for (int i = 0; i < parts.size(); i++) {
      BooleanExpression part = parts.get(i);
      int taken = before + (i == 0 ? 0 : operator.length());
      lines.add(i == 0 ? "" : "\n" + operator);
      lines.add(part.wrappedOperand(taken, i == parts.size() - 1 ? after : 0));
    }
    return lines.build();
  }

  private CodeBlock wrappedNegation(int before, int after) {
    return precedence.compareTo(Precedence.NOT) > 0
        ? CodeBlock.of("!($L)", wrapped(before + 2, after + 1))
        : CodeBlock.of("!$L", wrapped(before + 1, after));
  }

  private static BooleanExpression ofCall(
      CodeBlock head, List<? extends Expression> arguments, String comparison, Precedence form) {
    List<CodeBlock> codes = arguments.stream().map(Expression::code).toList();
    return new BooleanExpression(
        Expression.of("$L($L)$L", head, joined(arguments, ", "), comparison),
        form,
        List.of(),
        new CallExpression(head, codes, comparison));
  }

  private static BooleanExpression combine(
      List<BooleanExpression> parts, Precedence form, BooleanExpression neutral) {
    List<BooleanExpression> telling = new ArrayList<>();
    for (BooleanExpression part : parts) {
      if (part.equals(neutral.not())) {
        return part;
      }
      if (!part.equals(neutral) && !telling.contains(part)) {
        telling.addAll(part.precedence() == form ? part.parts() : List.of(part));
      }
    }
    if (telling.size() < 2) {
      return telling.isEmpty() ? neutral : telling.get(0);
    }
    List<Expression> operands =
        telling.stream().map(part -> part.parenthesizedIn(Precedence.COMPARISON)).toList();
    return new BooleanExpression(
        joined(operands, form == Precedence.AND ? " && " : " || "), form, telling, null);
  }

  private static Expression joined(List<? extends Expression> parts, String separator) {
    return Expression.of(
        String.join(separator, Collections.nCopies(parts.size(), "$L")), parts.toArray());
  }
}
