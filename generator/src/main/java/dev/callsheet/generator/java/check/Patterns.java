package dev.callsheet.generator.java.check;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import dev.callsheet.generator.java.layout.Wrapped;
import dev.callsheet.generator.java.naming.Scope;
import dev.callsheet.generator.java.type.Literals;
import dev.callsheet.spec.calculus.EcmaPattern;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** The regular expressions that a checker uses, each compiled once. */
final class Patterns {
  private final Map<String, String> fields = new LinkedHashMap<>();
  private final Scope names;

  /** Fields take their names from {@code names}. */
  Patterns(Scope names) {
    this.names = names;
  }

  /**
   * The name of the field that holds an expression.
   *
   * @param ecma in ECMAScript's dialect
   * @param name what to call it, if that is free
   */
  String field(String ecma, String name) {
    return fields.computeIfAbsent(EcmaPattern.compile(ecma).pattern(), java -> names.take(name));
  }

  /** A constant for each. */
  List<FieldSpec> toFields() {
    return fields.entrySet().stream()
        .map(
            field ->
                FieldSpec.builder(
                        RuntimeTypes.REGEX,
                        field.getValue(),
                        Modifier.PRIVATE,
                        Modifier.STATIC,
                        Modifier.FINAL)
                    .initializer("$L", compiled(field.getKey(), field.getValue()))
                    .build())
        .toList();
  }

  private static CodeBlock compiled(String java, String name) {
    CodeBlock flat = CodeBlock.of("$T.of($L)", RuntimeTypes.REGEX, Literals.text(java));
    String before = "  private static final Regex " + name + " = ";
    return Wrapped.fits(flat, before.length(), 1) ? flat : CodeBlock.of("\n$>$>$L$<$<", flat);
  }
}
