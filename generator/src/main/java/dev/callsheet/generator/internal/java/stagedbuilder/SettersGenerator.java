package dev.callsheet.generator.internal.java.stagedbuilder;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.callsheet.generator.internal.java.datatype.AdditionalPropertiesSetter;
import dev.callsheet.generator.internal.java.datatype.Deprecations;
import dev.callsheet.generator.internal.java.datatype.GeneratedAnnotations;
import dev.callsheet.generator.internal.java.datatype.SetterStyle;
import dev.callsheet.generator.internal.java.javadoc.JavadocComment;
import dev.callsheet.generator.internal.java.javadoc.JavadocHtml;
import dev.callsheet.generator.internal.java.javadoc.ParameterDocumentation;
import dev.callsheet.generator.internal.java.naming.UniqueNames;
import dev.callsheet.generator.internal.java.type.JavaLiterals;
import dev.callsheet.generator.internal.java.type.JavaType.RecordType;
import dev.callsheet.generator.internal.java.type.RecordProperty;
import dev.callsheet.runtime.support.AdditionalParameters;
import dev.callsheet.spec.model.ModelSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;

/**
 * The setters of a class that hands on to a builder and has only what remains to be set. For an
 * object of which only parts remain, a class like it is made.
 */
final class SettersGenerator {
  private final ModelSpec spec;
  private final RemainingProperties remaining;
  private final UniqueNames classNames;
  private final ClassName outerClass;
  private final List<TypeSpec> nestedClasses = new ArrayList<>();

  /**
   * @param classes the names that classes inside the outermost one have
   * @param outermost the class that those for parts stand in
   */
  SettersGenerator(
      ModelSpec spec, RemainingProperties remainder, UniqueNames classes, ClassName outermost) {
    this.spec = spec;
    this.remaining = remainder;
    this.classNames = classes;
    this.outerClass = outermost;
  }

  /** The classes for objects of which only parts remain, in the order met. */
  List<TypeSpec> nestedClasses() {
    return List.copyOf(nestedClasses);
  }

  /**
   * Adds the builder to hand on to, a constructor that takes it, and the setters.
   *
   * @param inherited the properties whose setters the class has from another
   */
  void addTo(
      TypeSpec.Builder source,
      ClassName self,
      RecordType of,
      int depth,
      Set<RecordProperty> inherited) {
    addBuilderField(source, of.builder());
    for (RecordProperty property : of.properties()) {
      if (inherited.contains(property)) {
        continue;
      }
      if (remaining.isPartlyAvailable(property)) {
        source.addMethod(nestedSetter(property, self, depth));
      } else if (!remaining.isUnavailable(property)) {
        SetterStyle.stylesFor(property)
            .forEach(form -> source.addMethod(setter(property, form, self, depth)));
      }
    }
    source.addMethod(
        AdditionalPropertiesSetter.withoutBody(self, depth)
            .addCode(additional(of))
            .addStatement("return this")
            .build());
  }

  /** The builder would say of what is not here that it has a method of its own. */
  private CodeBlock additional(RecordType of) {
    List<RecordProperty> absent =
        of.properties().stream().filter(remaining::isUnavailable).toList();
    if (absent.isEmpty()) {
      return CodeBlock.builder().addStatement("builder.additional(name, value)").build();
    }
    CodeBlock.Builder code = CodeBlock.builder().beginControlFlow("switch (name)");
    addCase(
        absent.stream().filter(remaining::isForbiddenAsAWhole).toList(),
        CodeBlock.of(
            "forbiddenParameterException(name, $L)",
            JavaLiterals.text(remaining.profile().mode().name())),
        code);
    addCase(
        absent.stream().filter(property -> !remaining.isForbiddenAsAWhole(property)).toList(),
        CodeBlock.of("settledParameterException(name)"),
        code);
    return code.addStatement("default -> builder.additional(name, value)").endControlFlow().build();
  }

  private static void addCase(
      List<RecordProperty> properties, CodeBlock exception, CodeBlock.Builder code) {
    if (!properties.isEmpty()) {
      code.addStatement(
          "case $L ->$Wthrow $T.$L",
          properties.stream()
              .map(property -> JavaLiterals.text(property.jsonName()))
              .collect(CodeBlock.joining(",$W")),
          AdditionalParameters.class,
          exception);
    }
  }

  /** Adds a field for a builder and the constructor that takes it. */
  static void addBuilderField(TypeSpec.Builder source, ClassName builder) {
    source
        .addField(FieldSpec.builder(builder, "builder", Modifier.PRIVATE, Modifier.FINAL).build())
        .addMethod(
            MethodSpec.constructorBuilder()
                .addParameter(builder, "builder")
                .addStatement("this.builder = builder")
                .build());
  }

  private MethodSpec setter(RecordProperty property, SetterStyle form, ClassName self, int depth) {
    JavadocComment javadoc = JavadocComment.at(depth).paragraph(form.javadoc(property));
    TypeName type = form.parameterType(property);
    if (form == SetterStyle.VALUE) {
      type = GeneratedAnnotations.nullable(type);
      javadoc.list(
          ParameterDocumentation.ruleSentences(
              property.parameter(), spec, remaining.profile().violableRules()));
    }
    String parameter = form.parameterName(property);
    MethodSpec.Builder method = startMethod(property, javadoc, self);
    method.addParameter(ParameterSpec.builder(type, parameter).build());
    form.addVarargs(method, property);
    return method
        .addStatement("builder.$N($N)", property.name(), parameter)
        .addStatement("return this")
        .build();
  }

  /** {@code inputs(in -> in.video("..."))}, with only what the mode allows. */
  private MethodSpec nestedSetter(RecordProperty property, ClassName self, int depth) {
    RecordType part = (RecordType) property.type();
    ClassName name =
        outerClass.nestedClass(classNames.allocate(part.name().simpleName() + "Parts"));
    int slot = nestedClasses.size();
    TypeSpec.Builder source =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .addAnnotation(GeneratedAnnotations.GENERATED)
            .addJavadoc(
                JavadocComment.at(1)
                    .paragraph(
                        "The parts of "
                            + JavadocHtml.code(property.parameter().path().toString())
                            + " that are left to set.")
                    .toCodeBlock());
    addTo(source, name, part, 2, Set.of());
    nestedClasses.add(slot, source.build());
    String given = new UniqueNames(List.of(property.name(), "builder")).allocate("parts");
    return startMethod(
            property,
            JavadocComment.at(depth).paragraph(SetterStyle.NESTED_BUILDER.javadoc(property)),
            self)
        .addParameter(
            ParameterSpec.builder(
                    ParameterizedTypeName.get(ClassName.get(Consumer.class), name), given)
                .build())
        .addStatement(
            "builder.$1N($Z$1N -> $2N.accept(new $3T($1N)))", property.name(), given, name)
        .addStatement("return this")
        .build();
  }

  private static MethodSpec.Builder startMethod(
      RecordProperty property, JavadocComment javadoc, ClassName self) {
    MethodSpec.Builder method = MethodSpec.methodBuilder(property.name());
    Deprecations.mark(method, javadoc, property.parameter().metadata().deprecation());
    return method.addJavadoc(javadoc.toCodeBlock()).addModifiers(Modifier.PUBLIC).returns(self);
  }
}
