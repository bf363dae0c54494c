package dev.callsheet.generator.java.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.callsheet.generator.java.layout.Wrapped;
import dev.callsheet.generator.java.prose.Javadoc;
import dev.callsheet.generator.java.prose.Markup;
import dev.callsheet.generator.java.prose.ParameterProse;
import dev.callsheet.generator.java.type.JavaType.Structure;
import dev.callsheet.generator.java.type.Literals;
import dev.callsheet.generator.java.type.Property;
import dev.callsheet.spec.model.ModelSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** The builder inside a record: a field and a setter for each property. */
final class BuilderSource {
  private static final ClassName ADDITIONAL =
      ClassName.get("dev.callsheet.runtime.json", "Additional");

  private final Structure type;
  private final int depth;
  private final ModelSpec spec;

  /** {@code depth} is how many types the record stands in. */
  BuilderSource(Structure type, int depth, ModelSpec spec) {
    this.type = type;
    this.depth = depth;
    this.spec = spec;
  }

  /** The builder, without the shortcuts that {@link AddShortcuts} adds. */
  TypeSpec.Builder toType() {
    TypeSpec.Builder source =
        TypeSpec.classBuilder("Builder")
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .addJavadoc(
                Javadoc.at(depth + 1)
                    .paragraph("Collects the parts of a {@link " + nested(type.name()) + "}.")
                    .toCode());
    for (Property property : type.properties()) {
      source.addField(
          Annotations.nullable(property.type().name()), property.name(), Modifier.PRIVATE);
    }
    source
        .addField(
            FieldSpec.builder(RecordSource.ADDITIONAL, "additional")
                .addModifiers(Modifier.PRIVATE, Modifier.FINAL)
                .initializer("new $T<>()", LinkedHashMap.class)
                .build())
        .addMethod(
            MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(Javadoc.at(depth + 2).paragraph("With nothing set.").toCode())
                .build());
    AddShortcuts shortcuts = new AddShortcuts(type, depth + 2);
    for (Property property : type.properties()) {
      source.addMethod(setter(property));
      shortcuts.to(source, property);
    }
    return source.addMethod(additional()).addMethod(build());
  }

  private MethodSpec setter(Property property) {
    return MethodSpec.methodBuilder(property.name())
        .addJavadoc(
            Javadoc.at(depth + 2)
                .paragraph(ParameterProse.of(property.parameter()))
                .list(ParameterProse.rules(property.parameter(), spec))
                .toCode())
        .addAnnotation(Annotations.property(property.json()))
        .addModifiers(Modifier.PUBLIC)
        .returns(type.builder())
        .addParameter(Annotations.nullable(property.type().name()), property.name())
        .addStatement("this.$1N = $1N", property.name())
        .addStatement("return this")
        .build();
  }

  private MethodSpec additional() {
    return AdditionalSetter.of(type.builder(), depth + 2)
        .addAnnotation(Annotations.ANY_SETTER)
        .addCode(keep())
        .addStatement("return this")
        .build();
  }

  private CodeBlock keep() {
    CodeBlock.Builder code = CodeBlock.builder().beginControlFlow("switch (name)");
    for (Property constant : type.constants()) {
      code.addStatement(
          "case $L -> $T.requireConstant(name, $L, value)",
          Literals.text(constant.json()),
          ADDITIONAL,
          RecordSource.literal(constant));
    }
    List<String> names = type.properties().stream().map(Property::json).toList();
    if (!names.isEmpty()) {
      code.addStatement("$L", known(names));
    }
    return code.addStatement("default -> additional.put(name, value)").endControlFlow().build();
  }

  private CodeBlock known(List<String> names) {
    List<CodeBlock> labels = names.stream().map(Literals::text).toList();
    CodeBlock together = labels.stream().collect(CodeBlock.joining(", "));
    CodeBlock refusal = CodeBlock.of("throw $T.known(name)", ADDITIONAL);
    CodeBlock flat = CodeBlock.of("case $L -> $L", together, refusal);
    int indent = 8 + 2 * depth;
    if (Wrapped.fits(flat, indent, 1)) {
      return flat;
    }
    boolean fits = Wrapped.fits(together, indent + "case ".length(), " ->".length());
    return CodeBlock.of(
        "case $L ->\n$L",
        fits ? together : labels.stream().collect(CodeBlock.joining(",\n")),
        refusal);
  }

  private MethodSpec build() {
    @Nullable Property own = type.ownIdentity();
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("build").addModifiers(Modifier.PUBLIC).returns(type.name());
    String doc = "All that was set so far. Nothing is checked yet.";
    if (own != null) {
      doc += " Without a " + Markup.code(own.json()) + ", a new one is chosen.";
    }
    List<CodeBlock> arguments = new ArrayList<>();
    type.properties().forEach(property -> arguments.add(argument(property, own)));
    arguments.add(CodeBlock.of("additional"));
    CodeBlock made =
        Wrapped.call(6 + 2 * depth, CodeBlock.of("return new $T", type.name()), arguments, 1);
    return method
        .addJavadoc(Javadoc.at(depth + 2).paragraph(doc).toCode())
        .addStatement("$L", made)
        .build();
  }

  private static CodeBlock argument(Property property, @Nullable Property own) {
    return property.equals(own)
        ? CodeBlock.of("$1N == null ? $2T.randomUUID() : $1N", property.name(), UUID.class)
        : CodeBlock.of("$N", property.name());
  }

  private static String nested(ClassName name) {
    return String.join(".", name.simpleNames());
  }
}
