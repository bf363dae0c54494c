package dev.callsheet.generator.java.check;

import com.palantir.javapoet.CodeBlock;
import dev.callsheet.generator.java.layout.Wrapped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A boolean expression, with brackets only where Java needs them.
 *
 * @param parts of a conjunction, a disjunction or a negation; empty for the rest
 * @param call what it is made of when it is a call; null when it is something else
 */
record Condition(CodeBlock code, Form form, List<Condition> parts, @Nullable Call call) {
  static final Condition TRUE = atom(CodeBlock.of("true"));
  static final Condition FALSE = atom(CodeBlock.of("false"));

  /** How tightly an expression holds together, tightest first. */
  enum Form {
    ATOM,
    NOT,
    COMPARISON,
    AND,
    OR
  }

  /** A call, and what its outcome is compared with; empty when it is not compared. */
  private record Call(CodeBlock head, List<CodeBlock> arguments, String comparison) {
    CodeBlock inLines(int before, int after) {
      return comparison.isEmpty()
          ? Wrapped.call(before, head, arguments, after)
          : CodeBlock.of("$L\n$L", Wrapped.inner(before, head, arguments, 0), comparison.strip());
    }
  }

  /** A call or a name. */
  static Condition atom(CodeBlock code) {
    return new Condition(code, Form.ATOM, List.of(), null);
  }

  /** A call whose arguments can stand on lines of their own. */
  static Condition call(CodeBlock head, List<CodeBlock> arguments) {
    return called(new Call(head, arguments, ""), Form.ATOM);
  }

  /** A call whose arguments are written otherwise when they stand on lines of their own. */
  static Condition call(CodeBlock head, List<CodeBlock> flat, List<CodeBlock> inLines) {
    return new Condition(
        CodeBlock.of("$L($L)", head, flat.stream().collect(CodeBlock.joining(", "))),
        Form.ATOM,
        List.of(),
        new Call(head, inLines, ""));
  }

  /** Such a call, compared with something, as in {@code != 1}. */
  static Condition call(CodeBlock head, List<CodeBlock> arguments, String comparison) {
    return called(new Call(head, arguments, " " + comparison), Form.COMPARISON);
  }

  /** Something with an operator that compares. */
  static Condition comparison(CodeBlock code) {
    return new Condition(code, Form.COMPARISON, List.of(), null);
  }

  /** All hold. */
  static Condition and(List<Condition> parts) {
    return joined(parts, Form.AND, TRUE);
  }

  /** At least one holds. */
  static Condition or(List<Condition> parts) {
    return joined(parts, Form.OR, FALSE);
  }

  /** The opposite. */
  Condition not() {
    if (this.equals(TRUE)) {
      return FALSE;
    }
    if (this.equals(FALSE)) {
      return TRUE;
    }
    if (form == Form.NOT) {
      return parts.get(0);
    }
    return new Condition(CodeBlock.of("!$L", within(Form.NOT)), Form.NOT, List.of(this), null);
  }

  /** The expression as part of one that holds together as tightly as {@code outer}. */
  CodeBlock within(Form outer) {
    return form.compareTo(outer) > 0 ? CodeBlock.of("($L)", code) : code;
  }

  /** Whether something is negated in it. */
  boolean hasNegation() {
    return form == Form.NOT || parts.stream().anyMatch(Condition::hasNegation);
  }

  /**
   * The expression in lines, every operator at the start of one, unless it fits on one.
   *
   * @param before columns taken in the first line
   * @param after columns needed in the last
   */
  CodeBlock inLines(int before, int after) {
    if (Wrapped.fits(code, before, after)) {
      return code;
    }
    return switch (form) {
      case ATOM, COMPARISON -> call == null ? code : call.inLines(before, after);
      case NOT -> parts.get(0).negatedInLines(before, after);
      case AND -> partsInLines("&& ", before, after);
      case OR -> partsInLines("|| ", before, after);
    };
  }

  /** In lines, for an expression that begins one: those after the first are set in further. */
  CodeBlock asArgument(int before, int after) {
    if (Wrapped.fits(code, before, after)) {
      return code;
    }
    if (form == Form.NOT && parts.get(0).isCompound()) {
      return CodeBlock.of("!($>$>$L$<$<)", parts.get(0).inLines(before + 2, after + 1));
    }
    if (!isCompound()) {
      return inLines(before, after);
    }
    CodeBlock.Builder lines = CodeBlock.builder().add(parts.get(0).head(before)).add("$>$>");
    String operator = form == Form.AND ? "&& " : "|| ";
    for (Condition part : parts.subList(1, parts.size())) {
      int needed = part.equals(parts.get(parts.size() - 1)) ? after : 0;
      lines.add("\n" + operator).add(part.operand(before + 4 + operator.length(), needed));
    }
    return lines.add("$<$<").build();
  }

  /** The first operand of an expression that begins a line. */
  private CodeBlock head(int before) {
    CodeBlock whole = within(Form.COMPARISON);
    if (Wrapped.fits(whole, before, 0)) {
      return whole;
    }
    if (form == Form.NOT && parts.get(0).isCompound()) {
      return CodeBlock.of("!($>$>$>$>$L$<$<$<$<)", parts.get(0).inLines(before + 2, 1));
    }
    return isCompound()
        ? CodeBlock.of("($>$>$>$>$L$<$<$<$<)", inLines(before + 1, 1))
        : inLines(before, 0);
  }

  private boolean isCompound() {
    return form == Form.AND || form == Form.OR;
  }

  /** An operand that an operator stands before. */
  private CodeBlock operand(int before, int after) {
    CodeBlock whole = within(Form.COMPARISON);
    if (Wrapped.fits(whole, before, after)) {
      return whole;
    }
    return isCompound()
        ? CodeBlock.of("($>$>$L$<$<)", inLines(before + 1, after + 1))
        : CodeBlock.of("$>$>$L$<$<", inLines(before, after));
  }

  private CodeBlock partsInLines(String operator, int before, int after) {
    CodeBlock.Builder lines = CodeBlock.builder();
    for (int i = 0; i < parts.size(); i++) {
      Condition part = parts.get(i);
      int taken = before + (i == 0 ? 0 : operator.length());
      lines.add(i == 0 ? "" : "\n" + operator);
      lines.add(part.operand(taken, i == parts.size() - 1 ? after : 0));
    }
    return lines.build();
  }

  private CodeBlock negatedInLines(int before, int after) {
    return form.compareTo(Form.NOT) > 0
        ? CodeBlock.of("!($L)", inLines(before + 2, after + 1))
        : CodeBlock.of("!$L", inLines(before + 1, after));
  }

  private static Condition called(Call call, Form form) {
    CodeBlock flat =
        CodeBlock.of(
            "$L($L)$L",
            call.head(),
            call.arguments().stream().collect(CodeBlock.joining(", ")),
            call.comparison());
    return new Condition(flat, form, List.of(), call);
  }

  private static Condition joined(List<Condition> parts, Form form, Condition neutral) {
    List<Condition> telling = new ArrayList<>();
    for (Condition part : parts) {
      if (part.equals(neutral.not())) {
        return part;
      }
      if (!part.equals(neutral) && !telling.contains(part)) {
        telling.addAll(part.form() == form ? part.parts() : List.of(part));
      }
    }
    if (telling.size() < 2) {
      return telling.isEmpty() ? neutral : telling.get(0);
    }
    CodeBlock code =
        telling.stream()
            .map(part -> part.within(Form.COMPARISON))
            .collect(CodeBlock.joining(form == Form.AND ? " && " : " || "));
    return new Condition(code, form, telling, null);
  }
}
