package dev.callsheet.generator.internal.java.datatype;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.callsheet.generator.internal.java.javadoc.JavadocComment;
import dev.callsheet.generator.internal.java.javadoc.JavadocHtml;
import dev.callsheet.generator.internal.java.type.JavaLiterals;
import dev.callsheet.generator.internal.java.type.JavaType.EnumConstant;
import dev.callsheet.generator.internal.java.type.JavaType.EnumType;
import dev.callsheet.runtime.support.Values;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** An enum whose constants know the values they stand for in JSON. */
final class EnumGenerator {
  /** Fractions are the decimals that they are in JSON, and written as such. */
  static final ClassName DECIMAL = ClassName.get(BigDecimal.class);

  private final EnumType type;
  private final int depth;
  private final TypeName value;

  /** {@code depth} is how many types it stands in. */
  EnumGenerator(EnumType type, int depth) {
    this.type = type;
    this.depth = depth;
    this.value = valueType(type);
  }

  TypeSpec.Builder toTypeSpecBuilder() {
    TypeSpec.Builder source =
        TypeSpec.enumBuilder(type.name()).addModifiers(Modifier.PUBLIC).addJavadoc(javadoc());
    for (EnumConstant constant : type.constants()) {
      TypeSpec.Builder declaration =
          TypeSpec.anonymousClassBuilder("$L", literal(constant)).addJavadoc(javadoc(constant));
      if (constant.deprecation() != null) {
        declaration.addAnnotation(Deprecations.DEPRECATED);
      }
      source.addEnumConstant(constant.name(), declaration.build());
    }
    return source
        .addField(FieldSpec.builder(value, "value", Modifier.PRIVATE, Modifier.FINAL).build())
        .addMethod(
            MethodSpec.constructorBuilder()
                .addParameter(value, "value")
                .addStatement("this.value = value")
                .build())
        .addMethod(accessor())
        .addMethod(lookup());
  }

  private CodeBlock javadoc() {
    String description = JavadocHtml.fromText(type.description());
    return JavadocComment.at(depth)
        .paragraph(description.isEmpty() ? "The values a parameter can have." : description)
        .toCodeBlock();
  }

  private CodeBlock javadoc(EnumConstant constant) {
    String text =
        constant.value().isString() ? constant.value().stringValue() : constant.value().toString();
    String description = JavadocHtml.fromText(constant.description());
    JavadocComment javadoc =
        JavadocComment.at(depth + 1)
            .paragraph(JavadocHtml.code(text) + (description.isEmpty() ? "" : ": " + description));
    Deprecations.tag(javadoc, constant.deprecation());
    return javadoc.toCodeBlock();
  }

  private MethodSpec accessor() {
    return MethodSpec.methodBuilder("value")
        .addJavadoc(JavadocComment.at(depth + 1).paragraph("The value in JSON.").toCodeBlock())
        .addAnnotation(GeneratedAnnotations.VALUE)
        .addModifiers(Modifier.PUBLIC)
        .returns(value)
        .addStatement("return value")
        .build();
  }

  private MethodSpec lookup() {
    return MethodSpec.methodBuilder("of")
        .addJavadoc(
            JavadocComment.at(depth + 1)
                .paragraph("The constant for a value in JSON.")
                .tag("throws", "IllegalArgumentException when there is none for it")
                .toCodeBlock())
        .addAnnotation(GeneratedAnnotations.DELEGATING)
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(type.name())
        .addParameter(value.isPrimitive() ? value.box() : value, "value")
        .beginControlFlow("for ($T each : values())", type.name())
        .beginControlFlow("if ($L)", sameValue())
        .addStatement("return each")
        .endControlFlow()
        .endControlFlow()
        .addStatement(
            "throw new IllegalArgumentException($Z"
                + "value + $S + $T.of(values()).map($T::value).toList())",
            " is not one of ",
            Stream.class,
            type.name())
        .build();
  }

  private CodeBlock literal(EnumConstant constant) {
    return value.equals(DECIMAL)
        ? CodeBlock.of("new $T($S)", DECIMAL, constant.value().decimalValue().toPlainString())
        : JavaLiterals.of(constant.value());
  }

  private CodeBlock sameValue() {
    if (value.isPrimitive()) {
      return CodeBlock.of("each.value == value");
    }
    if (value.equals(DECIMAL)) {
      return CodeBlock.of("each.value.compareTo(value) == 0");
    }
    return value.equals(ClassName.OBJECT)
        ? CodeBlock.of("$T.equal(value, each.value)", Values.class)
        : CodeBlock.of("each.value.equals(value)");
  }

  /** The type of the values that the constants stand for. */
  static TypeName valueType(EnumType type) {
    List<EnumConstant> constants = type.constants();
    if (constants.stream().allMatch(constant -> constant.value().isString())) {
      return TypeName.get(String.class);
    }
    if (constants.stream().allMatch(constant -> JavaLiterals.isInt(constant.value()))) {
      return TypeName.INT;
    }
    return constants.stream().allMatch(constant -> constant.value().isNumber())
        ? DECIMAL
        : ClassName.OBJECT;
  }
}
