package dev.callsheet.generator.java.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.callsheet.generator.java.prose.Javadoc;
import dev.callsheet.generator.java.prose.Markup;
import dev.callsheet.generator.java.prose.ParameterProse;
import dev.callsheet.generator.java.type.JavaType.ListOf;
import dev.callsheet.generator.java.type.JavaType.Structure;
import dev.callsheet.generator.java.type.Literals;
import dev.callsheet.generator.java.type.Property;
import dev.callsheet.spec.model.Shape;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** An immutable record for an object in JSON, read and written through its builder. */
final class RecordSource {
  static final TypeName ADDITIONAL =
      ParameterizedTypeName.get(
          ClassName.get(Map.class),
          ClassName.get(String.class),
          Annotations.nullable(ClassName.OBJECT));

  private static final ClassName COPIES = ClassName.get("dev.callsheet.runtime.json", "Copies");

  private final Structure type;
  private final int depth;
  private final Predicate<Property> alwaysThere;
  private final String description;

  /**
   * @param depth how many types it stands in
   * @param description Javadoc's HTML
   * @param alwaysThere the properties that are never null
   */
  RecordSource(Structure type, int depth, String description, Predicate<Property> alwaysThere) {
    this.type = type;
    this.depth = depth;
    this.description = description;
    this.alwaysThere = alwaysThere;
  }

  /** The record without its builder. */
  TypeSpec.Builder toType() {
    TypeSpec.Builder source =
        TypeSpec.recordBuilder(type.name())
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc(javadoc())
            .addAnnotation(Annotations.NON_NULL)
            .addAnnotation(Annotations.order(order(), depth))
            .recordConstructor(components())
            .addMethod(copies());
    type.constants().forEach(constant -> source.addMethod(constant(constant)));
    return source.addMethod(reader()).addMethod(builder()).addMethod(toBuilder());
  }

  private List<String> order() {
    return type.members().stream().map(Property::json).toList();
  }

  private CodeBlock javadoc() {
    Javadoc javadoc = Javadoc.at(depth).paragraph(description);
    for (Property property : type.properties()) {
      javadoc.tag("param", property.name() + " " + ParameterProse.of(property.parameter()));
    }
    return javadoc
        .tag("param", "additional what is newer than the spec, by its key in JSON")
        .toCode();
  }

  private MethodSpec components() {
    MethodSpec.Builder components = MethodSpec.constructorBuilder();
    for (Property property : type.properties()) {
      components.addParameter(
          ParameterSpec.builder(componentType(property), property.name())
              .addAnnotation(Annotations.property(property.json()))
              .build());
    }
    return components
        .addParameter(
            ParameterSpec.builder(ADDITIONAL, "additional")
                .addAnnotation(Annotations.ANY_GETTER)
                .build())
        .build();
  }

  private TypeName componentType(Property property) {
    TypeName name = property.type().name();
    return alwaysThere.test(property) ? name : Annotations.nullable(name);
  }

  private MethodSpec copies() {
    MethodSpec.Builder constructor =
        MethodSpec.compactConstructorBuilder()
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc(Javadoc.at(depth + 1).paragraph("Copies what could change.").toCode());
    for (Property property : type.properties()) {
      if (alwaysThere.test(property)) {
        constructor.addStatement(
            "$T.requireNonNull($N, $L)",
            Objects.class,
            property.name(),
            Literals.text(property.json()));
      } else if (property.type() instanceof ListOf) {
        constructor.addStatement("$1N = $2T.of($1N)", property.name(), COPIES);
      }
    }
    return constructor.addStatement("additional = $T.of(additional)", COPIES).build();
  }

  private MethodSpec constant(Property constant) {
    return MethodSpec.methodBuilder(constant.name())
        .addJavadoc(
            Javadoc.at(depth + 1)
                .paragraph(ParameterProse.of(constant.parameter()))
                .paragraph("Always " + Markup.code(text(constant)) + ".")
                .toCode())
        .addAnnotation(Annotations.property(constant.json()))
        .addModifiers(Modifier.PUBLIC)
        .returns(primitive(constant.type().name()))
        .addStatement("return $L", literal(constant))
        .build();
  }

  private static TypeName primitive(TypeName type) {
    return type.isBoxedPrimitive() ? type.unbox() : type;
  }

  private static String text(Property constant) {
    return literal(constant).toString().replace("\"", "");
  }

  /** The one value of a constant. */
  static CodeBlock literal(Property constant) {
    return Literals.of(((Shape.Choice) constant.parameter().shape()).values().get(0));
  }

  private MethodSpec reader() {
    return MethodSpec.methodBuilder("of")
        .addJavadoc(Javadoc.at(depth + 1).paragraph("What a builder holds; for Jackson.").toCode())
        .addAnnotation(Annotations.DELEGATING)
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(type.name())
        .addParameter(type.builder(), "builder")
        .addStatement("return builder.build()")
        .build();
  }

  private MethodSpec builder() {
    return MethodSpec.methodBuilder("builder")
        .addJavadoc(Javadoc.at(depth + 1).paragraph("A builder with nothing set.").toCode())
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(type.builder())
        .addStatement("return new Builder()")
        .build();
  }

  private MethodSpec toBuilder() {
    @Nullable Property own = type.ownIdentity();
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("toBuilder")
            .addModifiers(Modifier.PUBLIC)
            .returns(type.builder())
            .addStatement("Builder builder = new Builder()");
    for (Property property : type.properties()) {
      if (!property.equals(own)) {
        method.addStatement("builder.$1N = $1N", property.name());
      }
    }
    String doc =
        own == null
            ? "A builder that starts from this."
            : "A builder that starts from this, for another task: it has no "
                + Markup.code(own.json())
                + " yet.";
    return method
        .addJavadoc(Javadoc.at(depth + 1).paragraph(doc).toCode())
        .addStatement("builder.additional.putAll(additional)")
        .addStatement("return builder")
        .build();
  }
}
