package dev.callsheet.generator.internal.java.datatype;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import dev.callsheet.generator.internal.java.javadoc.JavadocComment;
import dev.callsheet.generator.internal.java.javadoc.ParameterDocumentation;
import dev.callsheet.generator.internal.java.naming.UniqueNames;
import dev.callsheet.generator.internal.java.type.JavaType.ListType;
import dev.callsheet.generator.internal.java.type.JavaType.NullableType;
import dev.callsheet.generator.internal.java.type.JavaType.RecordType;
import dev.callsheet.generator.internal.java.type.RecordProperty;
import dev.callsheet.runtime.NullableValue;
import dev.callsheet.spec.model.ModelSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The setters of a property: of its value, and those that spare a user the building of parts. */
final class PropertySetters {
  private final SetterOwner owner;
  private final ModelSpec spec;
  private final int depth;

  /**
   * @param owner the class that they stand in
   * @param depth how many types their Javadoc stands in
   */
  PropertySetters(SetterOwner owner, ModelSpec spec, int depth) {
    this.owner = owner;
    this.spec = spec;
    this.depth = depth;
  }

  void addTo(TypeSpec.Builder builder, RecordProperty property) {
    for (SetterStyle form : SetterStyle.stylesFor(property)) {
      builder.addMethod(form == SetterStyle.VALUE ? valueSetter(property) : setter(property, form));
    }
  }

  private MethodSpec valueSetter(RecordProperty property) {
    JavadocComment javadoc =
        JavadocComment.at(depth)
            .paragraph(ParameterDocumentation.paragraph(property.parameter()))
            .list(ParameterDocumentation.ruleSentences(property.parameter(), spec));
    MethodSpec.Builder method = MethodSpec.methodBuilder(property.name());
    Deprecations.mark(method, javadoc, property.parameter().metadata().deprecation());
    if (owner.isBound()) {
      method.addAnnotation(GeneratedAnnotations.property(property.jsonName()));
    }
    return method
        .addJavadoc(javadoc.toCodeBlock())
        .addModifiers(Modifier.PUBLIC)
        .returns(owner.returned())
        .addParameter(
            GeneratedAnnotations.nullable(property.settableType().name()), property.name())
        .addStatement("$L.$N = $L", owner.fields(), property.name(), fieldValue(property))
        .addStatement("return $L", owner.self())
        .build();
  }

  private static CodeBlock fieldValue(RecordProperty property) {
    return property.type() instanceof NullableType
        ? CodeBlock.of("$T.of($N)", NullableValue.class, property.name())
        : CodeBlock.of("$N", property.name());
  }

  private MethodSpec setter(RecordProperty property, SetterStyle form) {
    String parameter = form.parameterName(property);
    JavadocComment javadoc = JavadocComment.at(depth).paragraph(form.javadoc(property));
    MethodSpec.Builder method = MethodSpec.methodBuilder(property.name());
    Deprecations.mark(method, javadoc, property.parameter().metadata().deprecation());
    method
        .addJavadoc(javadoc.toCodeBlock())
        .addModifiers(Modifier.PUBLIC)
        .returns(owner.returned())
        .addParameter(ParameterSpec.builder(form.parameterType(property), parameter).build());
    form.addVarargs(method, property);
    switch (form) {
      case VALUE -> throw new IllegalArgumentException("no shortcut");
      case NESTED_BUILDER -> addNestedBuilderBody(method, property, parameter);
      case VARARGS ->
          method.addStatement("return $1N($2T.asList($1N))", property.name(), Arrays.class);
      case NESTED_BUILDER_VARARGS -> addNestedBuildersBody(method, property);
    }
    return method.build();
  }

  /** {@code inputs(in -> in.video("..."))}: goes on from what is set already. */
  private void addNestedBuilderBody(
      MethodSpec.Builder method, RecordProperty property, String parts) {
    RecordType part = (RecordType) property.type();
    String builder = new UniqueNames(List.of(parts)).allocate("builder");
    method
        .addStatement(
            "$1T $2N =$W$4L.$3N == null ? new $1T() : $4L.$3N.toBuilder()",
            part.builder(),
            builder,
            property.name(),
            owner.fields())
        .addStatement("$N.accept($N)", parts, builder)
        .addStatement("return $N($N.build())", property.name(), builder);
  }

  private static void addNestedBuildersBody(MethodSpec.Builder method, RecordProperty property) {
    RecordType item = (RecordType) ((ListType) property.type()).items();
    UniqueNames locals = new UniqueNames(List.of(property.name()));
    String list = locals.allocate("list");
    String parts = locals.allocate("parts");
    String builder = locals.allocate("builder");
    method
        .addStatement("$T<$T> $N = new $T<>()", List.class, item.name(), list, ArrayList.class)
        .beginControlFlow(
            "for ($T $N : $N)", SetterStyle.builderConsumer(item), parts, property.name())
        .addStatement("$1T $2N = new $1T()", item.builder(), builder)
        .addStatement("$N.accept($N)", parts, builder)
        .addStatement("$N.add($N.build())", list, builder)
        .endControlFlow()
        .addStatement("return $N($N)", property.name(), list);
  }
}
