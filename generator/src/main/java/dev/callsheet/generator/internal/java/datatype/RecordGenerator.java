package dev.callsheet.generator.internal.java.datatype;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.callsheet.generator.internal.java.javadoc.JavadocComment;
import dev.callsheet.generator.internal.java.javadoc.JavadocHtml;
import dev.callsheet.generator.internal.java.javadoc.ParameterDocumentation;
import dev.callsheet.generator.internal.java.type.JavaLiterals;
import dev.callsheet.generator.internal.java.type.JavaType;
import dev.callsheet.generator.internal.java.type.JavaType.ListType;
import dev.callsheet.generator.internal.java.type.JavaType.MapType;
import dev.callsheet.generator.internal.java.type.JavaType.NullableType;
import dev.callsheet.generator.internal.java.type.JavaType.RecordType;
import dev.callsheet.generator.internal.java.type.RecordProperty;
import dev.callsheet.runtime.NullableValue;
import dev.callsheet.runtime.support.ImmutableCopies;
import dev.callsheet.runtime.support.RequiredMembers;
import dev.callsheet.spec.model.Shape;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** An immutable record for an object in JSON, read and written through its builder. */
final class RecordGenerator {
  static final TypeName ADDITIONAL =
      ParameterizedTypeName.get(
          ClassName.get(Map.class),
          ClassName.get(String.class),
          GeneratedAnnotations.nullable(ClassName.OBJECT));

  private static final ClassName COPIES = ClassName.get(ImmutableCopies.class);
  private static final ClassName REQUIRED = ClassName.get(RequiredMembers.class);

  private final RecordType type;
  private final int depth;
  private final Predicate<RecordProperty> isNonNull;
  private final String description;

  /**
   * @param depth how many types it stands in
   * @param description Javadoc's HTML
   * @param alwaysThere the properties that are never null
   */
  RecordGenerator(
      RecordType type, int depth, String description, Predicate<RecordProperty> alwaysThere) {
    this.type = type;
    this.depth = depth;
    this.description = description;
    this.isNonNull = alwaysThere;
  }

  /** The record without its builder. */
  TypeSpec.Builder toTypeSpecBuilder() {
    TypeSpec.Builder source =
        TypeSpec.recordBuilder(type.name())
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc(javadoc())
            .addAnnotation(GeneratedAnnotations.NON_NULL)
            .addAnnotation(GeneratedAnnotations.order(propertyOrder()))
            .recordConstructor(components())
            .addMethod(compactConstructor());
    type.constants().forEach(constant -> source.addMethod(constantMethod(constant)));
    return source.addMethod(jsonCreator()).addMethod(builderMethod()).addMethod(toBuilderMethod());
  }

  private List<String> propertyOrder() {
    return type.members().stream().map(RecordProperty::jsonName).toList();
  }

  private CodeBlock javadoc() {
    JavadocComment javadoc = JavadocComment.at(depth).paragraph(description);
    for (RecordProperty property : type.properties()) {
      javadoc.tag(
          "param", property.name() + " " + ParameterDocumentation.paragraph(property.parameter()));
    }
    return javadoc
        .tag("param", "additional what is newer than the spec, by its key in JSON")
        .toCodeBlock();
  }

  private MethodSpec components() {
    MethodSpec.Builder components = MethodSpec.constructorBuilder();
    for (RecordProperty property : type.properties()) {
      components.addParameter(
          ParameterSpec.builder(componentType(property), property.name())
              .addAnnotation(GeneratedAnnotations.property(property.jsonName()))
              .build());
    }
    return components
        .addParameter(
            ParameterSpec.builder(ADDITIONAL, "additional")
                .addAnnotation(GeneratedAnnotations.ANY_GETTER)
                .build())
        .build();
  }

  private TypeName componentType(RecordProperty property) {
    TypeName name = property.type().name();
    return isNonNull.test(property) || property.isAlwaysSet()
        ? name
        : GeneratedAnnotations.nullable(name);
  }

  private MethodSpec compactConstructor() {
    MethodSpec.Builder constructor =
        MethodSpec.compactConstructorBuilder()
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc(
                JavadocComment.at(depth + 1).paragraph("Copies what could change.").toCodeBlock());
    for (RecordProperty property : type.properties()) {
      if (isNonNull.test(property)) {
        constructor.addStatement(
            "$T.requireNonNull($N, $L)",
            Objects.class,
            property.name(),
            JavaLiterals.text(property.jsonName()));
      } else if (property.isAlwaysSet()) {
        constructor.addStatement(
            "$N = $L", property.name(), required(copied(property), property, type));
      } else {
        copy(property)
            .ifPresent(copy -> constructor.addStatement("$N = $L", property.name(), copy));
      }
    }
    return constructor.addStatement("additional = $T.of(additional)", COPIES).build();
  }

  /** An expression for a value without which no object of a type is made. */
  static CodeBlock required(CodeBlock value, RecordProperty property, RecordType of) {
    return CodeBlock.of(
        "$T.of($L, $L, $T.class)",
        REQUIRED,
        value,
        JavaLiterals.text(property.jsonName()),
        of.name());
  }

  private static CodeBlock copied(RecordProperty property) {
    return copy(property).orElseGet(() -> CodeBlock.of("$N", property.name()));
  }

  /** The copy of what could change; none for what cannot. */
  private static Optional<CodeBlock> copy(RecordProperty property) {
    CodeBlock value = CodeBlock.of("$N", property.name());
    if (property.type() instanceof NullableType nullable) {
      return copy(
              nullable.value(), CodeBlock.of("$N.value()", property.name()), property.jsonName())
          .map(
              copy ->
                  CodeBlock.of(
                      "$1N == null ? null : $2T.of($3L)",
                      property.name(),
                      NullableValue.class,
                      copy));
    }
    return copy(property.type(), value, property.jsonName());
  }

  /**
   * The copy of a list or an object, which refuses null unless that is a value of its items; empty
   * for what never changes.
   *
   * @param name of the parameter, for the message
   */
  static Optional<CodeBlock> copy(JavaType type, CodeBlock value, String name) {
    boolean mayHoldNull =
        type instanceof ListType list
            ? list.items() instanceof NullableType
            : type instanceof MapType map
                && (map.isOfAnything() || map.values() instanceof NullableType);
    if (mayHoldNull) {
      return Optional.of(CodeBlock.of("$T.ofNullable($L)", COPIES, value));
    }
    return type instanceof ListType || type instanceof MapType
        ? Optional.of(CodeBlock.of("$T.of($L, $L)", COPIES, value, JavaLiterals.text(name)))
        : Optional.empty();
  }

  private MethodSpec constantMethod(RecordProperty constant) {
    return MethodSpec.methodBuilder(constant.name())
        .addJavadoc(
            JavadocComment.at(depth + 1)
                .paragraph(ParameterDocumentation.paragraph(constant.parameter()))
                .paragraph("Always " + JavadocHtml.code(constantText(constant)) + ".")
                .toCodeBlock())
        .addAnnotation(GeneratedAnnotations.property(constant.jsonName()))
        .addModifiers(Modifier.PUBLIC)
        .returns(unboxed(constant.type().name()))
        .addStatement("return $L", constantLiteral(constant))
        .build();
  }

  private static TypeName unboxed(TypeName type) {
    return type.isBoxedPrimitive() ? type.unbox() : type;
  }

  private static String constantText(RecordProperty constant) {
    return constantLiteral(constant).toString().replace("\"", "");
  }

  /** The one value of a constant. */
  static CodeBlock constantLiteral(RecordProperty constant) {
    return JavaLiterals.of(((Shape.Choice) constant.parameter().shape()).values().get(0));
  }

  private MethodSpec jsonCreator() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("of")
            .addAnnotation(GeneratedAnnotations.DELEGATING)
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .returns(type.name());
    return type.isSent()
        ? JsonReading.addTo(method, depth + 1)
        : method
            .addJavadoc(
                JavadocComment.at(depth + 1)
                    .paragraph("What a builder holds; for Jackson.")
                    .toCodeBlock())
            .addParameter(type.builder(), "builder")
            .addStatement("return builder.build()")
            .build();
  }

  private MethodSpec builderMethod() {
    return MethodSpec.methodBuilder("builder")
        .addJavadoc(
            JavadocComment.at(depth + 1).paragraph("A builder with nothing set.").toCodeBlock())
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(type.builder())
        .addStatement("return new Builder()")
        .build();
  }

  private MethodSpec toBuilderMethod() {
    @Nullable RecordProperty own = type.identityProperty();
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("toBuilder")
            .addModifiers(Modifier.PUBLIC)
            .returns(type.builder())
            .addStatement("Builder builder = new Builder()");
    for (RecordProperty property : type.properties()) {
      if (!property.equals(own)) {
        method.addStatement("builder.$1N = $1N", property.name());
      }
    }
    String doc =
        own == null
            ? "A builder that starts from this."
            : "A builder that starts from this, for another task: it has no "
                + JavadocHtml.code(own.jsonName())
                + " yet.";
    return method
        .addJavadoc(JavadocComment.at(depth + 1).paragraph(doc).toCodeBlock())
        .addStatement("builder.additional.putAll(additional)")
        .addStatement("return builder")
        .build();
  }
}
