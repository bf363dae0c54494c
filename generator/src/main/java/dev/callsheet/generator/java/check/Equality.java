package dev.callsheet.generator.java.check;

import com.palantir.javapoet.CodeBlock;
import dev.callsheet.generator.java.type.JavaType.Enumeration;
import dev.callsheet.generator.java.type.JavaType.Plain;
import dev.callsheet.generator.java.type.JavaType.Union;
import dev.callsheet.generator.java.type.JavaType.Variant;
import dev.callsheet.generator.java.type.Literals;
import dev.callsheet.spec.calculus.JsonType;
import tools.jackson.databind.JsonNode;

/** Says that a value is a certain one, in whichever form Java has it. */
final class Equality {
  private final Bindings bindings;

  Equality(Bindings bindings) {
    this.bindings = bindings;
  }

  /** The value is the one wanted; never so where its type cannot say it. */
  Condition of(Site value, JsonNode wanted) {
    if (value.type() instanceof Enumeration enumeration) {
      return enumeration
          .constant(wanted)
          .map(
              constant ->
                  Condition.comparison(
                      CodeBlock.of(
                          "$L == $T.$N", value.code(), enumeration.name(), constant.name())))
          .orElse(Condition.FALSE);
    }
    if (wanted.isNull()) {
      return Condition.FALSE;
    }
    if (value.type() instanceof Union union) {
      return Condition.or(union.variants().stream().map(form -> of(value, form, wanted)).toList());
    }
    CodeBlock given = wanted.isString() ? Types.text(value).code() : value.code();
    return Condition.atom(
        CodeBlock.of("$T.equal($L, $L)", RuntimeTypes.VALUES, given, Literals.of(wanted)));
  }

  /** The value has this form, and is the one wanted. */
  private Condition of(Site value, Variant variant, JsonNode wanted) {
    if (variant.type() instanceof Enumeration) {
      return of(new Site(variant.type(), value.code()), wanted);
    }
    boolean canBe =
        variant.type() instanceof Plain plain
            && (wanted.isNumber() ? plain.isNumber() : Types.isOf(plain, type(wanted)));
    if (!canBe) {
      return Condition.FALSE;
    }
    CodeBlock held =
        CodeBlock.of(
            "$1L instanceof $2T $3N ? $3N.value() : null",
            value.code(),
            variant.name(),
            bindings.next());
    return of(new Site(variant.type(), held), wanted);
  }

  private static JsonType type(JsonNode value) {
    if (value.isBoolean()) {
      return JsonType.BOOLEAN;
    }
    return value.isString() ? JsonType.STRING : JsonType.NULL;
  }
}
