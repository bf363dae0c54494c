package dev.callsheet.generator.internal.java.datatype;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.callsheet.generator.internal.java.javadoc.JavadocComment;
import dev.callsheet.generator.internal.java.javadoc.JavadocHtml;
import dev.callsheet.generator.internal.java.type.JavaLiterals;
import dev.callsheet.generator.internal.java.type.JavaType.RecordType;
import dev.callsheet.generator.internal.java.type.RecordProperty;
import dev.callsheet.runtime.support.AdditionalParameters;
import dev.callsheet.spec.model.ModelSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** The builder inside a record: a field and a setter for each property. */
final class BuilderGenerator {
  private static final ClassName ADDITIONAL = ClassName.get(AdditionalParameters.class);

  private final RecordType type;
  private final int depth;
  private final ModelSpec spec;
  private final Predicate<RecordProperty> isNonNull;
  private final Set<RecordProperty> inherited;

  /**
   * @param depth how many types the record stands in
   * @param alwaysThere the properties that are never null
   */
  BuilderGenerator(
      RecordType type, int depth, ModelSpec spec, Predicate<RecordProperty> alwaysThere) {
    this(type, depth, spec, alwaysThere, Set.of());
  }

  /**
   * As above, with a superclass.
   *
   * @param inherited the properties whose setters that has
   */
  BuilderGenerator(
      RecordType type,
      int depth,
      ModelSpec spec,
      Predicate<RecordProperty> alwaysThere,
      Set<RecordProperty> inherited) {
    this.inherited = inherited;
    this.type = type;
    this.depth = depth;
    this.spec = spec;
    this.isNonNull = alwaysThere;
  }

  /** The builder. */
  TypeSpec.Builder toTypeSpecBuilder() {
    TypeSpec.Builder source =
        TypeSpec.classBuilder("Builder")
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .addAnnotation(GeneratedAnnotations.GENERATED)
            .addJavadoc(
                JavadocComment.at(depth + 1)
                    .paragraph("Collects the parts of a {@link " + nestedName(type.name()) + "}.")
                    .toCodeBlock());
    for (RecordProperty property : type.properties()) {
      source.addField(
          GeneratedAnnotations.nullable(property.type().name()), property.name(), Modifier.PRIVATE);
    }
    source
        .addField(
            FieldSpec.builder(RecordGenerator.ADDITIONAL, "additional")
                .addModifiers(Modifier.PRIVATE, Modifier.FINAL)
                .initializer("new $T<>()", LinkedHashMap.class)
                .build())
        .addMethod(
            MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                    JavadocComment.at(depth + 2).paragraph("With nothing set.").toCodeBlock())
                .build());
    PropertySetters setters = new PropertySetters(SetterOwner.builder(type), spec, depth + 2);
    type.properties().stream()
        .filter(property -> !inherited.contains(property))
        .forEach(property -> setters.addTo(source, property));
    if (!inherited.isEmpty()) {
      CommonSettersGenerator.extend(source, type, type.builder(), CodeBlock.of("this"));
    }
    source.addMethod(additionalSetter()).addMethod(build());
    if (type.isSent()) {
      source.addMethod(JsonReading.memberReader(type));
    }
    return source;
  }

  private MethodSpec additionalSetter() {
    MethodSpec.Builder method = AdditionalPropertiesSetter.withoutBody(type.builder(), depth + 2);
    if (!type.isSent()) {
      method.addAnnotation(GeneratedAnnotations.ANY_SETTER);
    }
    return method.addCode(additionalCode()).addStatement("return this").build();
  }

  private CodeBlock additionalCode() {
    CodeBlock.Builder code = CodeBlock.builder();
    if (!type.properties().isEmpty()) {
      code.addStatement(
          "$T.requireUnknown(name, $L)",
          ADDITIONAL,
          type.properties().stream()
              .map(property -> JavaLiterals.text(property.jsonName()))
              .collect(CodeBlock.joining(",$W")));
    }
    if (type.constants().isEmpty()) {
      return code.addStatement("additional.put(name, value)").build();
    }
    code.beginControlFlow("switch (name)");
    for (RecordProperty constant : type.constants()) {
      code.addStatement(
          "case $L -> $T.requireConstant(name, $L,$Wvalue)",
          JavaLiterals.text(constant.jsonName()),
          ADDITIONAL,
          RecordGenerator.constantLiteral(constant));
    }
    return code.addStatement("default -> additional.put(name, value)").endControlFlow().build();
  }

  private MethodSpec build() {
    @Nullable RecordProperty own = type.identityProperty();
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("build").addModifiers(Modifier.PUBLIC).returns(type.name());
    String doc = "All that was set so far. Nothing is checked yet.";
    if (own != null) {
      doc += " Without a " + JavadocHtml.code(own.jsonName()) + ", a new one is chosen.";
    }
    List<CodeBlock> arguments = new ArrayList<>();
    type.properties().forEach(property -> arguments.add(constructorArgument(property, own)));
    arguments.add(CodeBlock.of("additional"));
    JavadocComment javadoc = JavadocComment.at(depth + 2).paragraph(doc);
    if (type.properties().stream().anyMatch(RecordProperty::isAlwaysSet)) {
      javadoc.tag("throws", "IllegalArgumentException when something is missing that is required");
    }
    return method
        .addJavadoc(javadoc.toCodeBlock())
        .addStatement(
            "return new $T($L)", type.name(), arguments.stream().collect(CodeBlock.joining(",$W")))
        .build();
  }

  private CodeBlock constructorArgument(RecordProperty property, @Nullable RecordProperty own) {
    if (property.equals(own)) {
      return CodeBlock.of("$1N == null ? $2T.randomUUID() : $1N", property.name(), UUID.class);
    }
    if (property.isAlwaysSet()) {
      return RecordGenerator.required(CodeBlock.of("$N", property.name()), property, type);
    }
    return isNonNull.test(property)
        ? CodeBlock.of(
            "$T.requireNonNull($N, $L)",
            Objects.class,
            property.name(),
            JavaLiterals.text(property.jsonName()))
        : CodeBlock.of("$N", property.name());
  }

  private static String nestedName(ClassName name) {
    return String.join(".", name.simpleNames());
  }
}
