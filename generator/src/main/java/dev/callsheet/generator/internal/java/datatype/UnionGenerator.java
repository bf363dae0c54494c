package dev.callsheet.generator.internal.java.datatype;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.callsheet.generator.internal.java.javadoc.JavadocComment;
import dev.callsheet.generator.internal.java.javadoc.JavadocHtml;
import dev.callsheet.generator.internal.java.type.JavaType.EnumType;
import dev.callsheet.generator.internal.java.type.JavaType.RecordType;
import dev.callsheet.generator.internal.java.type.JavaType.UnionType;
import dev.callsheet.generator.internal.java.type.JavaType.UnionVariant;
import dev.callsheet.spec.model.ModelSpec;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;

/** A sealed interface, with a record inside for each form its values can have. */
final class UnionGenerator {
  private final UnionType type;
  private final ModelSpec spec;

  UnionGenerator(UnionType type, ModelSpec spec) {
    this.type = type;
    this.spec = spec;
  }

  TypeSpec.Builder toTypeSpecBuilder() {
    String description = JavadocHtml.fromText(type.description());
    TypeSpec.Builder source =
        TypeSpec.interfaceBuilder(type.name())
            .addModifiers(Modifier.PUBLIC, Modifier.SEALED)
            .addJavadoc(
                JavadocComment.at(0)
                    .paragraph(
                        description.isEmpty() ? "A value of one of several types." : description)
                    .toCodeBlock());
    for (UnionVariant variant : type.variants()) {
      if (variant.type() instanceof RecordType structure) {
        source.addMethod(fromRecord(variant, structure)).addMethod(fromBuilder(variant, structure));
        source.addType(recordType(variant, structure));
      } else if (variant.type() instanceof EnumType enumeration) {
        source.addMethod(fromName(variant, enumeration));
        source.addType(
            new EnumGenerator(enumeration, 1)
                .toTypeSpecBuilder()
                .addModifiers(Modifier.STATIC)
                .addSuperinterface(type.name())
                .build());
      } else {
        source.addMethod(fromValue(variant)).addType(valueRecord(variant));
      }
    }
    return source;
  }

  private TypeSpec recordType(UnionVariant variant, RecordType structure) {
    return new RecordGenerator(structure, 1, description(variant), property -> false)
        .toTypeSpecBuilder()
        .addModifiers(Modifier.STATIC)
        .addSuperinterface(type.name())
        .addType(new BuilderGenerator(structure, 1, spec).toTypeSpecBuilder().build())
        .build();
  }

  private TypeSpec valueRecord(UnionVariant variant) {
    return TypeSpec.recordBuilder(variant.name())
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addJavadoc(
            JavadocComment.at(1)
                .paragraph(description(variant))
                .tag("param", "value as it is")
                .toCodeBlock())
        .addSuperinterface(type.name())
        .recordConstructor(
            MethodSpec.constructorBuilder()
                .addParameter(
                    ParameterSpec.builder(variant.type().name(), "value")
                        .addAnnotation(GeneratedAnnotations.VALUE)
                        .build())
                .build())
        .build();
  }

  private MethodSpec fromValue(UnionVariant variant) {
    TypeName value = variant.type().name();
    return jsonCreator(variant)
        .addParameter(value.isBoxedPrimitive() ? value.unbox() : value, "value")
        .addStatement("return new $T(value)", variant.name())
        .build();
  }

  private MethodSpec fromName(UnionVariant variant, EnumType enumeration) {
    return jsonCreator(variant)
        .addParameter(String.class, "value")
        .addStatement("return $T.of(value)", enumeration.name())
        .build();
  }

  private MethodSpec fromRecord(UnionVariant variant, RecordType structure) {
    return jsonCreator(variant)
        .addParameter(structure.name(), "value")
        .addStatement("return value")
        .build();
  }

  private MethodSpec fromBuilder(UnionVariant variant, RecordType structure) {
    ClassName builder = structure.builder();
    return MethodSpec.methodBuilder("of")
        .addJavadoc(JavadocComment.at(1).paragraph(description(variant)).toCodeBlock())
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(type.name())
        .addParameter(ParameterizedTypeName.get(ClassName.get(Consumer.class), builder), "parts")
        .addStatement("$1T builder = new $1T()", builder)
        .addStatement("parts.accept(builder)")
        .addStatement("return builder.build()")
        .build();
  }

  private MethodSpec.Builder jsonCreator(UnionVariant variant) {
    return MethodSpec.methodBuilder("of")
        .addJavadoc(JavadocComment.at(1).paragraph(description(variant)).toCodeBlock())
        .addAnnotation(GeneratedAnnotations.DELEGATING)
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(type.name());
  }

  private static String description(UnionVariant variant) {
    String description = JavadocHtml.fromText(variant.description());
    return description.isEmpty() ? "A " + variant.name().simpleName() + "." : description;
  }
}
