package dev.callsheet.generator.internal.java.checker;

import com.palantir.javapoet.CodeBlock;
import dev.callsheet.generator.internal.java.type.JavaLiterals;
import dev.callsheet.runtime.JsonPointer;
import dev.callsheet.spec.logic.ParameterPath;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A JSON pointer in generated code: fixed text, with the variables that count items in between. */
record PointerExpression(List<String> parts, List<String> indexVariables) {
  /** The task. */
  static final PointerExpression ROOT = new PointerExpression(List.of(""), List.of());

  /** The names of the variables that count items, outermost first. */
  private static final String INDEX_VARIABLES = "ijkmnpq";

  /** Whether a variable that counts items may have this name. */
  static boolean isIndexVariable(String name) {
    return name.length() == 1 && INDEX_VARIABLES.contains(name);
  }

  /** A member of what this points to. */
  PointerExpression member(String name) {
    List<String> longer = new ArrayList<>(parts);
    longer.set(longer.size() - 1, longer.get(longer.size() - 1) + "/" + JsonPointer.escape(name));
    return new PointerExpression(List.copyOf(longer), indexVariables);
  }

  /** An item of the list this points to, counted by the next free variable. */
  PointerExpression item() {
    List<String> longer = new ArrayList<>(parts);
    longer.set(longer.size() - 1, longer.get(longer.size() - 1) + "/");
    longer.add("");
    List<String> more = new ArrayList<>(indexVariables);
    more.add(
        indexVariables.size() < INDEX_VARIABLES.length()
            ? INDEX_VARIABLES.charAt(indexVariables.size()) + ""
            : "i" + indexVariables.size());
    return new PointerExpression(List.copyOf(longer), List.copyOf(more));
  }

  /** A member of any name, whose escaped name is in the next free variable. */
  PointerExpression anyMember() {
    PointerExpression item = item();
    List<String> more = new ArrayList<>(indexVariables);
    more.add("key" + indexVariables.size());
    return new PointerExpression(item.parts(), List.copyOf(more));
  }

  /** What a variable of a pointer holds: the number of an item, or the name of a member. */
  static Class<?> typeOf(String variable) {
    return variable.startsWith("key") ? String.class : int.class;
  }

  /** What a path leads to; {@code *} stands for every item. */
  static String textOf(ParameterPath path) {
    return path.steps().stream()
        .map(step -> "/" + step.fold(JsonPointer::escape, () -> "*"))
        .collect(Collectors.joining());
  }

  /** The variable that counts the innermost items. */
  String innermostIndex() {
    return indexVariables.get(indexVariables.size() - 1);
  }

  /** As an expression. */
  CodeBlock code() {
    CodeBlock.Builder code = CodeBlock.builder().add(JavaLiterals.text(parts.get(0)));
    for (int i = 0; i < indexVariables.size(); i++) {
      code.add(" + $N", indexVariables.get(i));
      if (!parts.get(i + 1).isEmpty()) {
        code.add(" + $L", JavaLiterals.text(parts.get(i + 1)));
      }
    }
    return code.build();
  }
}
