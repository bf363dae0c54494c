package dev.callsheet.generator.internal.java.checker;

import dev.callsheet.generator.internal.java.type.JavaLiterals;
import dev.callsheet.generator.internal.java.type.JavaType.EnumType;
import dev.callsheet.generator.internal.java.type.JavaType.JdkType;
import dev.callsheet.generator.internal.java.type.JavaType.UnionType;
import dev.callsheet.generator.internal.java.type.JavaType.UnionVariant;
import dev.callsheet.spec.logic.JsonType;
import tools.jackson.databind.JsonNode;

/** Says that a value is a certain one, in whichever form Java has it. */
final class EqualityConditions {
  private final PatternVariableNames patternVariables;

  EqualityConditions(PatternVariableNames bindings) {
    this.patternVariables = bindings;
  }

  /** The value is the one wanted; never so where its type cannot say it. */
  BooleanExpression equalTo(TypedExpression value, JsonNode wanted) {
    if (value.type() instanceof EnumType enumeration) {
      return enumeration
          .constant(wanted)
          .map(
              constant ->
                  BooleanExpression.comparison(
                      "$L == $T.$N", value, enumeration.name(), constant.name()))
          .orElse(BooleanExpression.FALSE);
    }
    if (wanted.isNull()) {
      return BooleanExpression.FALSE;
    }
    if (value.type() instanceof UnionType union) {
      return BooleanExpression.or(
          union.variants().stream().map(form -> equalTo(value, form, wanted)).toList());
    }
    TypedExpression actual = wanted.isString() ? JsonTypeConditions.asText(value) : value;
    return BooleanExpression.atom(
        "$T.equal($L, $L)", RuntimeTypes.VALUES, actual, JavaLiterals.of(wanted));
  }

  /** The value has this form, and is the one wanted. */
  private BooleanExpression equalTo(TypedExpression value, UnionVariant variant, JsonNode wanted) {
    if (variant.type() instanceof EnumType) {
      return equalTo(new TypedExpression(variant.type(), value), wanted);
    }
    boolean canBe =
        variant.type() instanceof JdkType plain
            && (wanted.isNumber()
                ? plain.isNumber()
                : JsonTypeConditions.hasJsonType(plain, jsonType(wanted)));
    if (!canBe) {
      return BooleanExpression.FALSE;
    }
    Expression held =
        Expression.of(
            "$1L instanceof $2T $3N ? $3N.value() : null",
            value,
            variant.name(),
            patternVariables.next());
    return equalTo(new TypedExpression(variant.type(), held), wanted);
  }

  private static JsonType jsonType(JsonNode value) {
    if (value.isBoolean()) {
      return JsonType.BOOLEAN;
    }
    return value.isString() ? JsonType.STRING : JsonType.NULL;
  }
}
