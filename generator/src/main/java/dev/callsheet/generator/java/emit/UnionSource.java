package dev.callsheet.generator.java.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.callsheet.generator.java.prose.Javadoc;
import dev.callsheet.generator.java.prose.Markup;
import dev.callsheet.generator.java.type.JavaType.Enumeration;
import dev.callsheet.generator.java.type.JavaType.Structure;
import dev.callsheet.generator.java.type.JavaType.Union;
import dev.callsheet.generator.java.type.JavaType.Variant;
import dev.callsheet.spec.model.ModelSpec;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;

/** A sealed interface, with a record inside for each form its values can have. */
final class UnionSource {
  private final Union type;
  private final ModelSpec spec;

  UnionSource(Union type, ModelSpec spec) {
    this.type = type;
    this.spec = spec;
  }

  TypeSpec.Builder toType() {
    String description = Markup.of(type.description());
    TypeSpec.Builder source =
        TypeSpec.interfaceBuilder(type.name())
            .addModifiers(Modifier.PUBLIC, Modifier.SEALED)
            .addJavadoc(
                Javadoc.at(0)
                    .paragraph(description.isEmpty() ? "A value of several forms." : description)
                    .toCode());
    for (Variant variant : type.variants()) {
      if (variant.type() instanceof Structure structure) {
        source.addMethod(fromRecord(variant, structure)).addMethod(fromParts(variant, structure));
        source.addType(structure(variant, structure));
      } else if (variant.type() instanceof Enumeration enumeration) {
        source.addMethod(fromName(variant, enumeration));
        source.addType(
            new EnumSource(enumeration, 1)
                .toType()
                .addModifiers(Modifier.STATIC)
                .addSuperinterface(type.name())
                .build());
      } else {
        source.addMethod(fromValue(variant)).addType(holder(variant));
      }
    }
    return source;
  }

  private TypeSpec structure(Variant variant, Structure structure) {
    return new RecordSource(structure, 1, description(variant), property -> false)
        .toType()
        .addModifiers(Modifier.STATIC)
        .addSuperinterface(type.name())
        .addType(new BuilderSource(structure, 1, spec).toType().build())
        .build();
  }

  private TypeSpec holder(Variant variant) {
    return TypeSpec.recordBuilder(variant.name())
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addJavadoc(
            Javadoc.at(1).paragraph(description(variant)).tag("param", "value as it is").toCode())
        .addSuperinterface(type.name())
        .recordConstructor(
            MethodSpec.constructorBuilder()
                .addParameter(
                    ParameterSpec.builder(variant.type().name(), "value")
                        .addAnnotation(Annotations.VALUE)
                        .build())
                .build())
        .build();
  }

  private MethodSpec fromValue(Variant variant) {
    TypeName value = variant.type().name();
    return creator(variant)
        .addParameter(value.isBoxedPrimitive() ? value.unbox() : value, "value")
        .addStatement("return new $T(value)", variant.name())
        .build();
  }

  private MethodSpec fromName(Variant variant, Enumeration enumeration) {
    return creator(variant)
        .addParameter(String.class, "value")
        .addStatement("return $T.of(value)", enumeration.name())
        .build();
  }

  private MethodSpec fromRecord(Variant variant, Structure structure) {
    return creator(variant)
        .addParameter(structure.name(), "value")
        .addStatement("return value")
        .build();
  }

  private MethodSpec fromParts(Variant variant, Structure structure) {
    ClassName builder = structure.builder();
    return MethodSpec.methodBuilder("of")
        .addJavadoc(Javadoc.at(1).paragraph(description(variant)).toCode())
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(type.name())
        .addParameter(ParameterizedTypeName.get(ClassName.get(Consumer.class), builder), "parts")
        .addStatement("$1T builder = new $1T()", builder)
        .addStatement("parts.accept(builder)")
        .addStatement("return builder.build()")
        .build();
  }

  private MethodSpec.Builder creator(Variant variant) {
    return MethodSpec.methodBuilder("of")
        .addJavadoc(Javadoc.at(1).paragraph(description(variant)).toCode())
        .addAnnotation(Annotations.DELEGATING)
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(type.name());
  }

  private static String description(Variant variant) {
    String description = Markup.of(variant.description());
    return description.isEmpty() ? "A " + variant.name().simpleName() + "." : description;
  }
}
