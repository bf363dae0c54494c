package dev.callsheet.generator.internal.java.checker;

import dev.callsheet.generator.internal.java.type.JavaLiterals;
import dev.callsheet.generator.internal.java.type.JavaType.EnumConstant;
import dev.callsheet.generator.internal.java.type.JavaType.EnumType;
import dev.callsheet.generator.internal.java.type.JavaType.JdkType;
import dev.callsheet.generator.internal.java.type.JavaType.ListType;
import dev.callsheet.generator.internal.java.type.JavaType.MapType;
import dev.callsheet.generator.internal.java.type.JavaType.NullableType;
import dev.callsheet.generator.internal.java.type.JavaType.RecordType;
import dev.callsheet.generator.internal.java.type.JavaType.UnionType;
import dev.callsheet.generator.internal.java.type.JavaType.UnionVariant;
import dev.callsheet.generator.internal.java.type.JavaTypeVisitor;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.FacetPredicates;
import dev.callsheet.spec.logic.JsonType;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Conditions in Java that a value equals a constant, for every type it may have. */
final class EqualityConditions {
  private final PatternVariableNames patternVariables;

  EqualityConditions(PatternVariableNames bindings) {
    this.patternVariables = bindings;
  }

  /** The value is the one wanted; never so where its type cannot say it. */
  BooleanExpression equalTo(TypedExpression value, JsonNode wanted) {
    return value
        .type()
        .accept(
            new JavaTypeVisitor<>() {
              @Override
              public BooleanExpression visitJdk(JdkType type) {
                return equalToLiteral(value, wanted);
              }

              @Override
              public BooleanExpression visitList(ListType type) {
                return equalToLiteral(value, wanted);
              }

              @Override
              public BooleanExpression visitMap(MapType type) {
                return equalToLiteral(value, wanted);
              }

              @Override
              public BooleanExpression visitNullable(NullableType type) {
                return wanted.isNull()
                    ? FacetConditions.isNull(value, type)
                    : equalTo(AccessorMethods.orNull(value, type), wanted);
              }

              @Override
              public BooleanExpression visitEnum(EnumType type) {
                return type.constant(wanted)
                    .map(constant -> isConstant(value, type, constant))
                    .orElse(BooleanExpression.FALSE);
              }

              @Override
              public BooleanExpression visitRecord(RecordType type) {
                return equalToLiteral(value, wanted);
              }

              @Override
              public BooleanExpression visitUnion(UnionType type) {
                return BooleanExpression.or(
                    type.variants().stream().map(form -> equalTo(value, form, wanted)).toList());
              }
            });
  }

  /** The value is one of the constants of which a facet holds. */
  BooleanExpression matchingConstant(TypedExpression value, EnumType type, Facet facet) {
    List<EnumConstant> matching =
        type.constants().stream()
            .filter(constant -> FacetPredicates.of(facet).test(constant.value()))
            .toList();
    return matching.size() == type.constants().size()
        ? BooleanExpression.TRUE
        : BooleanExpression.or(
            matching.stream().map(constant -> isConstant(value, type, constant)).toList());
  }

  private static BooleanExpression isConstant(
      TypedExpression value, EnumType type, EnumConstant constant) {
    return BooleanExpression.comparison("$L == $T.$N", value, type.name(), constant.name());
  }

  private static BooleanExpression equalToLiteral(TypedExpression value, JsonNode wanted) {
    if (wanted.isNull()) {
      return BooleanExpression.FALSE;
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
    JsonType type = wanted.isNumber() ? JsonType.NUMBER : JsonType.of(wanted);
    if (!JsonTypeConditions.hasJsonType(variant.type(), type)) {
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
}
