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
import dev.callsheet.generator.internal.java.type.JavaType.EnumType;
import dev.callsheet.generator.internal.java.type.JavaType.JdkType;
import dev.callsheet.generator.internal.java.type.JavaType.ListType;
import dev.callsheet.generator.internal.java.type.JavaType.MapType;
import dev.callsheet.generator.internal.java.type.JavaType.NullableType;
import dev.callsheet.generator.internal.java.type.JavaType.RecordType;
import dev.callsheet.generator.internal.java.type.JavaType.UnionType;
import dev.callsheet.generator.internal.java.type.JavaType.UnionVariant;
import dev.callsheet.generator.internal.java.type.JavaTypeVisitor;
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
    type.variants().forEach(variant -> variant.type().accept(new VariantWriter(source, variant)));
    return source.addMethod(JsonReading.creator(type));
  }

  /** Adds a form: the type that holds its values, and the methods that make one. */
  private final class VariantWriter implements JavaTypeVisitor<TypeSpec.Builder> {
    private final TypeSpec.Builder source;
    private final UnionVariant variant;

    VariantWriter(TypeSpec.Builder source, UnionVariant variant) {
      this.source = source;
      this.variant = variant;
    }

    @Override
    public TypeSpec.Builder visitJdk(JdkType plain) {
      return source.addMethod(fromValue(variant)).addType(valueRecord(variant));
    }

    @Override
    public TypeSpec.Builder visitList(ListType list) {
      return source.addMethod(fromValue(variant)).addType(valueRecord(variant));
    }

    @Override
    public TypeSpec.Builder visitMap(MapType map) {
      return source.addMethod(fromValue(variant)).addType(valueRecord(variant));
    }

    @Override
    public TypeSpec.Builder visitNullable(NullableType nullable) {
      throw new IllegalArgumentException("a form of a union is not null: " + nullable);
    }

    @Override
    public TypeSpec.Builder visitEnum(EnumType enumeration) {
      return source
          .addMethod(fromName(variant, enumeration))
          .addType(
              new EnumGenerator(enumeration, 1)
                  .toTypeSpecBuilder()
                  .addModifiers(Modifier.STATIC)
                  .addSuperinterface(type.name())
                  .build());
    }

    @Override
    public TypeSpec.Builder visitRecord(RecordType structure) {
      return source
          .addMethod(fromRecord(variant, structure))
          .addMethod(fromBuilder(variant, structure))
          .addType(recordType(variant, structure));
    }

    @Override
    public TypeSpec.Builder visitUnion(UnionType union) {
      throw new IllegalArgumentException("a form of a union is no union: " + union.name());
    }
  }

  private TypeSpec recordType(UnionVariant variant, RecordType structure) {
    return new RecordGenerator(structure, 1, description(variant), property -> false)
        .toTypeSpecBuilder()
        .addModifiers(Modifier.STATIC)
        .addAnnotation(GeneratedAnnotations.GENERATED)
        .addSuperinterface(type.name())
        .addType(
            new BuilderGenerator(structure, 1, spec, property -> false).toTypeSpecBuilder().build())
        .build();
  }

  private TypeSpec valueRecord(UnionVariant variant) {
    TypeSpec.Builder source =
        TypeSpec.recordBuilder(variant.name()).addAnnotation(GeneratedAnnotations.GENERATED);
    RecordGenerator.copy(variant.type(), CodeBlock.of("value"), "value")
        .ifPresent(
            copy ->
                source.addMethod(
                    MethodSpec.compactConstructorBuilder()
                        .addModifiers(Modifier.PUBLIC)
                        .addJavadoc(
                            JavadocComment.at(2)
                                .paragraph("Copies what could change.")
                                .toCodeBlock())
                        .addStatement("value = $L", copy)
                        .build()));
    return source
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
    return factory(variant)
        .addParameter(value.isBoxedPrimitive() ? value.unbox() : value, "value")
        .addStatement("return new $T(value)", variant.name())
        .build();
  }

  private MethodSpec fromName(UnionVariant variant, EnumType enumeration) {
    return factory(variant)
        .addParameter(EnumGenerator.valueType(enumeration), "value")
        .addStatement("return $T.of(value)", enumeration.name())
        .build();
  }

  private MethodSpec fromRecord(UnionVariant variant, RecordType structure) {
    return factory(variant)
        .addParameter(structure.name(), "value")
        .addStatement("return value")
        .build();
  }

  private MethodSpec fromBuilder(UnionVariant variant, RecordType structure) {
    ClassName builder = structure.builder();
    return factory(variant)
        .addParameter(ParameterizedTypeName.get(ClassName.get(Consumer.class), builder), "parts")
        .addStatement("$1T builder = new $1T()", builder)
        .addStatement("parts.accept(builder)")
        .addStatement("return builder.build()")
        .build();
  }

  private MethodSpec.Builder factory(UnionVariant variant) {
    return MethodSpec.methodBuilder("of")
        .addJavadoc(JavadocComment.at(1).paragraph(description(variant)).toCodeBlock())
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(type.name());
  }

  private static String description(UnionVariant variant) {
    String description = JavadocHtml.fromText(variant.description());
    return description.isEmpty() ? "A " + variant.name().simpleName() + "." : description;
  }
}
