package dev.callsheet.generator.internal.java.stagedbuilder;

import dev.callsheet.generator.internal.java.type.JavaLiterals;
import dev.callsheet.generator.internal.java.type.JavaType;
import dev.callsheet.generator.internal.java.type.JavaType.EnumType;
import dev.callsheet.generator.internal.java.type.JavaType.JdkType;
import dev.callsheet.generator.internal.java.type.JavaType.ListType;
import dev.callsheet.generator.internal.java.type.JavaType.MapType;
import dev.callsheet.generator.internal.java.type.JavaType.NullableType;
import dev.callsheet.generator.internal.java.type.JavaType.RecordType;
import dev.callsheet.generator.internal.java.type.JavaType.UnionType;
import dev.callsheet.generator.internal.java.type.JavaTypeVisitor;
import dev.callsheet.generator.internal.java.type.RecordProperty;
import java.net.URI;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A value of JSON as an expression of its Java type. */
record ValueCode(JsonNode value) implements JavaTypeVisitor<String> {
  static String of(JavaType type, JsonNode value) {
    return type.accept(new ValueCode(value));
  }

  @Override
  public String visitJdk(JdkType jdk) {
    String literal = JavaLiterals.of(value).toString();
    Class<?> type = jdk.type();
    if (type == UUID.class) {
      return "UUID.fromString(" + literal + ")";
    }
    if (type == URI.class) {
      return "URI.create(" + literal + ")";
    }
    if (type == Long.class) {
      return literal.endsWith("L") ? literal : literal + "L";
    }
    return type == Double.class ? Double.toString(value.doubleValue()) : literal;
  }

  @Override
  public String visitList(ListType list) {
    return value.values().stream()
        .map(item -> of(list.items(), item))
        .collect(Collectors.joining(", ", "List.of(", ")"));
  }

  @Override
  public String visitMap(MapType map) {
    return value.properties().stream()
        .map(
            member ->
                JavaLiterals.text(member.getKey()) + ", " + of(map.values(), member.getValue()))
        .collect(Collectors.joining(", ", "Map.of(", ")"));
  }

  @Override
  public String visitNullable(NullableType nullable) {
    return value.isNull() ? "null" : of(nullable.value(), value);
  }

  @Override
  public String visitEnum(EnumType type) {
    return nameOf(type) + "." + type.constant(value).orElseThrow().name();
  }

  @Override
  public String visitRecord(RecordType type) {
    StringBuilder code = new StringBuilder(nameOf(type)).append(".builder()");
    for (RecordProperty property : type.properties()) {
      JsonNode member = value.get(property.jsonName());
      if (member != null) {
        code.append('.').append(property.name()).append('(');
        code.append(of(property.type(), member)).append(')');
      }
    }
    return code.append(".build()").toString();
  }

  /** An enum and a record are forms themselves; the union's method takes what others hold. */
  @Override
  public String visitUnion(UnionType union) {
    JavaType form =
        union.variants().stream()
            .map(JavaType.UnionVariant::type)
            .filter(this::isOf)
            .findFirst()
            .orElseThrow();
    String code = of(form, value);
    return form instanceof JavaType.Generated ? code : nameOf(union) + ".of(" + code + ")";
  }

  private boolean isOf(JavaType form) {
    if (form instanceof EnumType type) {
      return type.constant(value).isPresent();
    }
    if (form instanceof JdkType type) {
      return type.isNumber()
          ? value.isNumber()
          : type.type() == Boolean.class ? value.isBoolean() : value.isString();
    }
    return form instanceof ListType ? value.isArray() : value.isObject();
  }

  private static String nameOf(JavaType.Generated type) {
    return String.join(".", type.name().simpleNames());
  }
}
