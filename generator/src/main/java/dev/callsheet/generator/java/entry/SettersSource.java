package dev.callsheet.generator.java.entry;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.callsheet.generator.java.emit.AdditionalSetter;
import dev.callsheet.generator.java.emit.Annotations;
import dev.callsheet.generator.java.emit.Form;
import dev.callsheet.generator.java.layout.Wrapped;
import dev.callsheet.generator.java.naming.Scope;
import dev.callsheet.generator.java.prose.Javadoc;
import dev.callsheet.generator.java.prose.Markup;
import dev.callsheet.generator.java.prose.ParameterProse;
import dev.callsheet.generator.java.type.JavaType.Structure;
import dev.callsheet.generator.java.type.Property;
import dev.callsheet.spec.model.ModelSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;

/**
 * The setters of a class that hands on to a builder and has only what remains to be set. For an
 * object of which only parts remain, a class like it is made.
 */
final class SettersSource {
  private final ModelSpec spec;
  private final Remainder remainder;
  private final Scope classes;
  private final ClassName outermost;
  private final List<TypeSpec> narrowed = new ArrayList<>();

  /**
   * @param classes the names that classes inside the outermost one have
   * @param outermost the class that those for parts stand in
   */
  SettersSource(ModelSpec spec, Remainder remainder, Scope classes, ClassName outermost) {
    this.spec = spec;
    this.remainder = remainder;
    this.classes = classes;
    this.outermost = outermost;
  }

  /** The classes for objects of which only parts remain, in the order met. */
  List<TypeSpec> narrowed() {
    return List.copyOf(narrowed);
  }

  /** Adds the builder to hand on to, a constructor that takes it, and the setters. */
  void to(TypeSpec.Builder source, ClassName self, Structure of, int depth) {
    holding(source, of.builder());
    for (Property property : of.properties()) {
      if (remainder.isNarrowed(property)) {
        source.addMethod(parts(property, self, depth));
      } else if (!remainder.isGone(property)) {
        Form.of(property).forEach(form -> source.addMethod(setter(property, form, self, depth)));
      }
    }
    source.addMethod(
        AdditionalSetter.of(self, depth)
            .addStatement("builder.additional(name, value)")
            .addStatement("return this")
            .build());
  }

  /** Adds a field for a builder and the constructor that takes it. */
  static void holding(TypeSpec.Builder source, ClassName builder) {
    source
        .addField(FieldSpec.builder(builder, "builder", Modifier.PRIVATE, Modifier.FINAL).build())
        .addMethod(
            MethodSpec.constructorBuilder()
                .addParameter(builder, "builder")
                .addStatement("this.builder = builder")
                .build());
  }

  private MethodSpec setter(Property property, Form form, ClassName self, int depth) {
    Javadoc javadoc = Javadoc.at(depth).paragraph(form.doc(property));
    TypeName type = form.type(property);
    if (form == Form.WHOLE) {
      type = Annotations.nullable(type);
      javadoc.list(
          ParameterProse.rules(property.parameter(), spec, remainder.profile().openRules()));
    }
    String parameter = form.parameter(property);
    MethodSpec.Builder method = method(property, javadoc, self);
    method.addParameter(ParameterSpec.builder(type, parameter).build());
    form.addVarargs(method, property);
    return method
        .addStatement("builder.$N($N)", property.name(), parameter)
        .addStatement("return this")
        .build();
  }

  /** {@code inputs(in -> in.video("..."))}, with only what the mode allows. */
  private MethodSpec parts(Property property, ClassName self, int depth) {
    Structure part = (Structure) property.type();
    ClassName name = outermost.nestedClass(classes.take(part.name().simpleName() + "Parts"));
    int slot = narrowed.size();
    TypeSpec.Builder source =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .addJavadoc(
                Javadoc.at(1)
                    .paragraph(
                        "The parts of "
                            + Markup.code(property.parameter().path().toString())
                            + " that are left to set.")
                    .toCode());
    to(source, name, part, 2);
    narrowed.add(slot, source.build());
    String given = new Scope(List.of(property.name(), "builder")).take("parts");
    CodeBlock lambda =
        CodeBlock.of("$1N -> $2N.accept(new $3T($1N))", property.name(), given, name);
    CodeBlock call =
        Wrapped.call(
            2 * depth + 2, CodeBlock.of("builder.$N", property.name()), List.of(lambda), 1);
    return method(property, Javadoc.at(depth).paragraph(Form.PARTS.doc(property)), self)
        .addParameter(
            ParameterSpec.builder(
                    ParameterizedTypeName.get(ClassName.get(Consumer.class), name), given)
                .build())
        .addStatement("$L", call)
        .addStatement("return this")
        .build();
  }

  private static MethodSpec.Builder method(Property property, Javadoc javadoc, ClassName self) {
    return MethodSpec.methodBuilder(property.name())
        .addJavadoc(javadoc.toCode())
        .addModifiers(Modifier.PUBLIC)
        .returns(self);
  }
}
