package dev.callsheet.generator.internal.java.datatype;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import dev.callsheet.generator.internal.java.javadoc.JavadocComment;
import dev.callsheet.generator.internal.java.type.JavaType.RecordType;
import dev.callsheet.generator.internal.java.type.RecordProperty;
import dev.callsheet.spec.model.ModelSpec;
import java.util.Collection;
import javax.lang.model.element.Modifier;

/**
 * The setters that the request's builder and the builders of all its modes have in common, in an
 * abstract class that each of them extends. They set the fields of the request's builder, and
 * return the builder that they were called on.
 */
public final class CommonSettersGenerator {
  private CommonSettersGenerator() {}

  /** The class, which stands in the request's record. */
  static TypeSpec toTypeSpec(
      RecordType request, Collection<RecordProperty> properties, ModelSpec spec) {
    ClassName name = SetterOwner.commonClass(request);
    TypeVariableName self = TypeVariableName.get("B");
    TypeSpec.Builder source =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT, Modifier.STATIC)
            .addAnnotation(GeneratedAnnotations.GENERATED)
            .addTypeVariable(self.withBounds(ParameterizedTypeName.get(name, self)))
            .addJavadoc(
                JavadocComment.at(1)
                    .paragraph("What can be set of every request, whatever mode it is of.")
                    .tag("param", "<B> the builder, which each method returns")
                    .toCodeBlock())
            .addMethod(MethodSpec.constructorBuilder().build())
            .addMethod(
                MethodSpec.methodBuilder("target")
                    .addModifiers(Modifier.ABSTRACT)
                    .returns(request.builder())
                    .build())
            .addMethod(
                MethodSpec.methodBuilder("self")
                    .addModifiers(Modifier.ABSTRACT)
                    .returns(self)
                    .build());
    PropertySetters setters = new PropertySetters(SetterOwner.common(self), spec, 2);
    properties.forEach(property -> setters.addTo(source, property));
    return source.build();
  }

  /**
   * Makes a builder inherit them.
   *
   * @param self the builder's class
   * @param target the request's builder whose fields they set, in code
   */
  public static void extend(
      TypeSpec.Builder builder, RecordType request, ClassName self, CodeBlock target) {
    builder
        .superclass(ParameterizedTypeName.get(SetterOwner.commonClass(request), self))
        .addMethod(override("target", request.builder(), target))
        .addMethod(override("self", self, CodeBlock.of("this")));
  }

  private static MethodSpec override(String name, ClassName type, CodeBlock value) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .returns(type)
        .addStatement("return $L", value)
        .build();
  }
}
