package dev.callsheet.generator.internal.java.checker;

import com.palantir.javapoet.CodeBlock;
import dev.callsheet.generator.internal.java.type.JavaType.EnumType;
import dev.callsheet.generator.internal.java.type.JavaType.JdkType;
import dev.callsheet.generator.internal.java.type.JavaType.ListType;
import dev.callsheet.generator.internal.java.type.JavaType.MapType;
import dev.callsheet.generator.internal.java.type.JavaType.NullableType;
import dev.callsheet.generator.internal.java.type.JavaType.RecordType;
import dev.callsheet.generator.internal.java.type.JavaType.UnionType;
import dev.callsheet.generator.internal.java.type.JavaTypeVisitor;
import dev.callsheet.spec.logic.JsonType;
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
    return value
        .type()
        .accept(
            new JavaTypeVisitor<>() {
              @Override
              public CodeBlock visitJdk(JdkType type) {
                return value.code();
              }

              @Override
              public CodeBlock visitList(ListType type) {
                return value.code();
              }

              @Override
              public CodeBlock visitMap(MapType type) {
                return value.code();
              }

              /** Null in JSON is no number. */
              @Override
              public CodeBlock visitNullable(NullableType type) {
                return numberOf(AccessorMethods.orNull(value, type), open);
              }

              @Override
              public CodeBlock visitEnum(EnumType type) {
                return CodeBlock.of("$1L == null ? null : $1L.value()", value.code());
              }

              @Override
              public CodeBlock visitRecord(RecordType type) {
                return value.code();
              }

              @Override
              public CodeBlock visitUnion(UnionType type) {
                return numberOf(value, type, open);
              }
            });
  }

  private static CodeBlock numberOf(
      TypedExpression value, UnionType union, Optional<CodeBlock> open) {
    CodeBlock other =
        open.map(range -> CodeBlock.of("$L == null ? null : $L", value.code(), range))
            .orElse(value.code());
    return union.variants().stream()
        .filter(variant -> JsonTypeConditions.hasJsonType(variant.type(), JsonType.NUMBER))
        .findFirst()
        .map(
            form ->
                CodeBlock.of(
                    "$L instanceof $T form ? form.value() : $L", value.code(), form.name(), other))
        .orElse(other);
  }
}
