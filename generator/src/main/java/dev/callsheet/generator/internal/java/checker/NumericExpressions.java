package dev.callsheet.generator.internal.java.checker;

import com.palantir.javapoet.CodeBlock;
import dev.callsheet.generator.internal.java.type.JavaType.EnumType;
import dev.callsheet.generator.internal.java.type.JavaType.JdkType;
import dev.callsheet.generator.internal.java.type.JavaType.UnionType;
import dev.callsheet.generator.internal.java.type.JavaType.UnionVariant;
import java.util.Optional;

/** The number that a parameter's value is in JSON, whatever type it has in Java. */
final class NumericExpressions {
  private NumericExpressions() {}

  /**
   * An expression for it, null where nothing is provided.
   *
   * @param open stands for a value that is no number, if that says anything
   */
  static CodeBlock numberOf(TypedExpression value, Optional<CodeBlock> open) {
    if (value.type() instanceof EnumType) {
      return CodeBlock.of("$1L == null ? null : $1L.value()", value.code());
    }
    if (!(value.type() instanceof UnionType union)) {
      return value.code();
    }
    Optional<UnionVariant> number =
        union.variants().stream().filter(NumericExpressions::isNumber).findFirst();
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

  private static boolean isNumber(UnionVariant variant) {
    return (variant.type() instanceof JdkType plain && plain.isNumber())
        || variant.type() instanceof EnumType;
  }
}
