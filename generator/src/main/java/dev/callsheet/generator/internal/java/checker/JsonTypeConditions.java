package dev.callsheet.generator.internal.java.checker;

import dev.callsheet.generator.internal.java.type.JavaType;
import dev.callsheet.generator.internal.java.type.JavaType.EnumType;
import dev.callsheet.generator.internal.java.type.JavaType.JdkType;
import dev.callsheet.generator.internal.java.type.JavaType.ListType;
import dev.callsheet.generator.internal.java.type.JavaType.MapType;
import dev.callsheet.generator.internal.java.type.JavaType.NullableType;
import dev.callsheet.generator.internal.java.type.JavaType.RecordType;
import dev.callsheet.generator.internal.java.type.JavaType.UnionType;
import dev.callsheet.generator.internal.java.type.JavaType.UnionVariant;
import dev.callsheet.generator.internal.java.type.JavaTypeVisitor;
import dev.callsheet.spec.logic.FacetPredicates;
import dev.callsheet.spec.logic.JsonType;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** Which types of JSON the values of a Java type have, as far as the type tells. */
final class JsonTypeConditions {
  private JsonTypeConditions() {}

  /** The value has one of the forms of a union that are of a type. */
  static BooleanExpression variantCondition(TypedExpression value, UnionType union, JsonType type) {
    List<UnionVariant> fitting =
        union.variants().stream().filter(form -> hasJsonType(form.type(), type)).toList();
    return fitting.size() == union.variants().size()
        ? BooleanExpression.TRUE
        : BooleanExpression.or(
            fitting.stream()
                .map(form -> BooleanExpression.comparison("$L instanceof $T", value, form.name()))
                .toList());
  }

  /** Whether all values of a Java type are of a type of JSON's. */
  static boolean hasJsonType(JavaType java, JsonType type) {
    return java.accept(
        new JavaTypeVisitor<Boolean>() {
          @Override
          public Boolean visitJdk(JdkType plain) {
            return switch (type) {
              case STRING -> isJdkType(plain, String.class, UUID.class, URI.class);
              case INTEGER -> isJdkType(plain, Integer.class, Long.class);
              case NUMBER -> plain.isNumber();
              case BOOLEAN -> isJdkType(plain, Boolean.class);
              case OBJECT, ARRAY, NULL -> false;
            };
          }

          @Override
          public Boolean visitList(ListType list) {
            return type == JsonType.ARRAY;
          }

          @Override
          public Boolean visitMap(MapType map) {
            return type == JsonType.OBJECT;
          }

          /** Some of its values are null. */
          @Override
          public Boolean visitNullable(NullableType nullable) {
            return false;
          }

          @Override
          public Boolean visitEnum(EnumType enumeration) {
            return enumeration.constants().stream()
                .allMatch(constant -> FacetPredicates.isOfType(constant.value(), type));
          }

          @Override
          public Boolean visitRecord(RecordType structure) {
            return type == JsonType.OBJECT;
          }

          @Override
          public Boolean visitUnion(UnionType union) {
            return union.variants().stream().allMatch(form -> hasJsonType(form.type(), type));
          }
        });
  }

  /** Whether a type is one of these of the platform. */
  static boolean isJdkType(JavaType type, Class<?>... any) {
    return type instanceof JdkType plain && List.of(any).contains(plain.type());
  }

  /** A UUID or a URI as the text that it is in JSON; everything else as it is. */
  static TypedExpression asText(TypedExpression value) {
    return isJdkType(value.type(), UUID.class, URI.class)
        ? new TypedExpression(
            new JdkType(String.class), Expression.of("$T.of($L)", RuntimeTypes.TEXTS, value))
        : value;
  }
}
