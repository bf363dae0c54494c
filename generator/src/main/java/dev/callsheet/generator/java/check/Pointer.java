package dev.callsheet.generator.java.check;

import com.palantir.javapoet.CodeBlock;
import dev.callsheet.generator.java.type.Literals;
import dev.callsheet.spec.calculus.Path;
import java.util.ArrayList;
import java.util.List;

/** A JSON pointer in generated code: fixed text, with the variables that count items in between. */
record Pointer(List<String> parts, List<String> indexes) {
  /** The task. */
  static final Pointer ROOT = new Pointer(List.of(""), List.of());

  /** The names of the variables that count items, outermost first. */
  private static final String COUNTERS = "ijkmnpq";

  /** Whether a variable that counts items may have this name. */
  static boolean isIndex(String name) {
    return name.length() == 1 && COUNTERS.contains(name);
  }

  /** A member of what this points to. */
  Pointer member(String name) {
    List<String> longer = new ArrayList<>(parts);
    longer.set(longer.size() - 1, longer.get(longer.size() - 1) + "/" + escaped(name));
    return new Pointer(List.copyOf(longer), indexes);
  }

  /** An item of the list this points to, counted by the next free variable. */
  Pointer item() {
    List<String> longer = new ArrayList<>(parts);
    longer.set(longer.size() - 1, longer.get(longer.size() - 1) + "/");
    longer.add("");
    List<String> more = new ArrayList<>(indexes);
    more.add(
        indexes.size() < COUNTERS.length()
            ? COUNTERS.charAt(indexes.size()) + ""
            : "i" + indexes.size());
    return new Pointer(List.copyOf(longer), List.copyOf(more));
  }

  /** What a path of members leads to. */
  static String of(Path path) {
    StringBuilder pointer = new StringBuilder();
    for (Path.Step step : path.steps()) {
      pointer
          .append('/')
          .append(step instanceof Path.Step.Member member ? escaped(member.name()) : "*");
    }
    return pointer.toString();
  }

  /** The variable that counts the innermost items. */
  String index() {
    return indexes.get(indexes.size() - 1);
  }

  /** As an expression. */
  CodeBlock code() {
    CodeBlock.Builder code = CodeBlock.builder().add(Literals.text(parts.get(0)));
    for (int i = 0; i < indexes.size(); i++) {
      code.add(" + $N", indexes.get(i));
      if (!parts.get(i + 1).isEmpty()) {
        code.add(" + $L", Literals.text(parts.get(i + 1)));
      }
    }
    return code.build();
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
