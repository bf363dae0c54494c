package dev.callsheet.generator.internal.java.checker;

import com.palantir.javapoet.FieldSpec;
import dev.callsheet.generator.internal.java.naming.UniqueNames;
import dev.callsheet.generator.internal.java.type.JavaLiterals;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** The regular expressions that a checker uses, each compiled once. */
final class RegexConstants {
  private final Map<String, String> constantNames = new LinkedHashMap<>();
  private final UniqueNames uniqueNames;

  /** Fields take their names from {@code names}. */
  RegexConstants(UniqueNames names) {
    this.uniqueNames = names;
  }

  /**
   * The name of the field that holds an expression.
   *
   * @param regex as the spec writes it
   * @param name what to call it, if that is free
   */
  String constantName(String regex, String name) {
    return constantNames.computeIfAbsent(regex, each -> uniqueNames.allocate(name));
  }

  /** A constant for each. */
  List<FieldSpec> toFields() {
    return constantNames.entrySet().stream()
        .map(
            field ->
                FieldSpec.builder(
                        RuntimeTypes.REGEX,
                        field.getValue(),
                        Modifier.PRIVATE,
                        Modifier.STATIC,
                        Modifier.FINAL)
                    .initializer(
                        "$T.of($Z$L)", RuntimeTypes.REGEX, JavaLiterals.text(field.getKey()))
                    .build())
        .toList();
  }
}
