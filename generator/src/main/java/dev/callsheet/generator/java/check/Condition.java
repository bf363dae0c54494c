package dev.callsheet.generator.java.check;

import com.palantir.javapoet.CodeBlock;
import java.util.List;

/** A boolean expression, with brackets only where Java needs them. */
record Condition(CodeBlock code, Form form) {
  static final Condition TRUE = atom(CodeBlock.of("true"));
  static final Condition FALSE = atom(CodeBlock.of("false"));

  /** How tightly an expression holds together, tightest first. */
  enum Form {
    ATOM,
    COMPARISON,
    AND,
    OR
  }

  /** A call or a name. */
  static Condition atom(CodeBlock code) {
    return new Condition(code, Form.ATOM);
  }

  /** Something with an operator that compares. */
  static Condition comparison(CodeBlock code) {
    return new Condition(code, Form.COMPARISON);
  }

  /** All hold. */
  static Condition and(List<Condition> parts) {
    return joined(parts, "&&", Form.AND, TRUE);
  }

  /** At least one holds. */
  static Condition or(List<Condition> parts) {
    return joined(parts, "||", Form.OR, FALSE);
  }

  /** The opposite. */
  Condition not() {
    if (this.equals(TRUE)) {
      return FALSE;
    }
    if (this.equals(FALSE)) {
      return TRUE;
    }
    return atom(CodeBlock.of("!$L", within(Form.ATOM)));
  }

  /** The expression as part of one that holds together as tightly as {@code outer}. */
  CodeBlock within(Form outer) {
    return form.compareTo(outer) > 0 ? CodeBlock.of("($L)", code) : code;
  }

  private static Condition joined(
      List<Condition> parts, String operator, Form form, Condition neutral) {
    List<Condition> telling = parts.stream().filter(part -> !part.equals(neutral)).toList();
    if (telling.contains(neutral.not())) {
      return neutral.not();
    }
    if (telling.isEmpty()) {
      return neutral;
    }
    if (telling.size() == 1) {
      return telling.get(0);
    }
    CodeBlock code =
        telling.stream()
            .map(part -> part.within(part.form() == form ? form : Form.COMPARISON))
            .collect(CodeBlock.joining("$W" + operator + " "));
    return new Condition(code, form);
  }
}
