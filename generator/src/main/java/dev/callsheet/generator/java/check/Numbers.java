package dev.callsheet.generator.java.check;

import com.palantir.javapoet.CodeBlock;
import dev.callsheet.generator.java.type.JavaType.Enumeration;
import dev.callsheet.generator.java.type.JavaType.Plain;
import dev.callsheet.generator.java.type.JavaType.Union;
import dev.callsheet.generator.java.type.JavaType.Variant;
import java.util.Optional;

/** The number that a parameter's value is in JSON, whatever type it has in Java. */
final class Numbers {
  private Numbers() {}

  /**
   * An expression for it, null where nothing is provided.
   *
   * @param open stands for a value that is no number, if that says anything
   */
  static CodeBlock of(Site value, Optional<CodeBlock> open) {
    if (value.type() instanceof Enumeration) {
      return CodeBlock.of("$1L == null ? null : $1L.value()", value.code());
    }
    if (!(value.type() instanceof Union union)) {
      return value.code();
    }
    Optional<Variant> number = union.variants().stream().filter(Numbers::isNumber).findFirst();
    CodeBlock other =
        open.map(range -> CodeBlock.of("$L == null ? null : $L", value.code(), range))
            .orElse(value.code());
    return number
        .map(
            form ->
                CodeBlock.of(
                    "$L instanceof $T form ? form.value() : $L", value.code(), form.name(), other))
        .orElse(other);
  }

  private static boolean isNumber(Variant variant) {
    return (variant.type() instanceof Plain plain && plain.isNumber())
        || variant.type() instanceof Enumeration;
  }
}
