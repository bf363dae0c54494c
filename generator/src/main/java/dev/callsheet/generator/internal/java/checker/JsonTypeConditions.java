package dev.callsheet.generator.internal.java.checker;

import dev.callsheet.generator.internal.java.type.JavaType;
import dev.callsheet.generator.internal.java.type.JavaType.EnumType;
import dev.callsheet.generator.internal.java.type.JavaType.JdkType;
import dev.callsheet.generator.internal.java.type.JavaType.ListType;
import dev.callsheet.generator.internal.java.type.JavaType.RecordType;
import dev.callsheet.generator.internal.java.type.JavaType.UnionType;
import dev.callsheet.generator.internal.java.type.JavaType.UnionVariant;
import dev.callsheet.spec.logic.JsonType;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** Conditions on the JSON type of a value, as far as its Java type leaves that open. */
final class JsonTypeConditions {
  private JsonTypeConditions() {}

  /** The value is of a type. */
  static BooleanExpression typeCondition(TypedExpression value, JsonType type) {
    if (value.type() instanceof UnionType union) {
      return variantCondition(value, union, type);
    }
    boolean fits = hasJsonType(value.type(), type) || isJdkType(value.type(), Object.class);
    return fits ? BooleanExpression.TRUE : BooleanExpression.FALSE;
  }

  /** The value has one of the forms that are of the type. */
  private static BooleanExpression variantCondition(
      TypedExpression value, UnionType union, JsonType type) {
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
    return switch (type) {
      case STRING ->
          java instanceof EnumType || isJdkType(java, String.class, UUID.class, URI.class);
      case INTEGER -> isJdkType(java, Integer.class, Long.class);
      case NUMBER -> java instanceof JdkType plain && plain.isNumber();
      case BOOLEAN -> isJdkType(java, Boolean.class);
      case OBJECT -> java instanceof RecordType;
      case ARRAY -> java instanceof ListType;
      case NULL -> false;
    };
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
