package dev.callsheet.generator.internal.java.stagedbuilder;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.callsheet.generator.internal.java.datatype.Deprecations;
import dev.callsheet.generator.internal.java.datatype.GeneratedAnnotations;
import dev.callsheet.generator.internal.java.javadoc.JavadocComment;
import dev.callsheet.generator.internal.java.javadoc.JavadocHtml;
import dev.callsheet.generator.internal.java.naming.Identifiers;
import dev.callsheet.generator.internal.java.naming.UniqueNames;
import dev.callsheet.generator.internal.java.type.JavaModel;
import dev.callsheet.spec.analysis.RequiredChoice;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.Deprecation;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * Generates a stage of a mode's builder: a class with the setters of one required choice, each of
 * which returns the next stage.
 */
final class StageGenerator {
  private final JavaModel model;
  private final BuilderStage stage;

  StageGenerator(JavaModel model, BuilderStage ask) {
    this.model = model;
    this.stage = ask;
  }

  /** What to call the class. */
  String className() {
    @Nullable RequiredChoice choice = stage.choice();
    if (stage.paths().equals(BuilderStages.SIZE)) {
      return "NeedsSize";
    }
    String wanted =
        choice == null
            ? stage.paths().stream()
                .map(ParameterPath::lastName)
                .collect(Collectors.joining(" and "))
            : choice.rule().id();
    return "Needs" + Identifiers.typeName(wanted);
  }

  /** The class; its methods give the next one. */
  TypeSpec toTypeSpec(ClassName name, ClassName next) {
    TypeSpec.Builder source =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .addAnnotation(GeneratedAnnotations.GENERATED)
            .addJavadoc(javadoc().toCodeBlock());
    SettersGenerator.addBuilderField(source, model.request().builder());
    SetterOverloads offers = new SetterOverloads(model);
    UniqueNames methods = methodNames();
    for (List<ParameterPath> alternative : stage.alternatives()) {
      for (SetterOverload offer : offers.forPaths(alternative, methods)) {
        source.addMethod(setter(offer, next));
      }
    }
    return source.build();
  }

  /** Those that a stage's methods cannot have. */
  static UniqueNames methodNames() {
    return new UniqueNames(List.of("wait", "notify", "notifyAll", "getClass", "clone"));
  }

  private JavadocComment javadoc() {
    @Nullable RequiredChoice choice = stage.choice();
    if (choice != null) {
      return JavadocComment.at(1)
          .paragraph("Needs one of these before anything else can be set.")
          .paragraph(JavadocHtml.fromText(choice.rule().description()));
    }
    String wanted =
        stage.paths().stream()
            .map(path -> JavadocHtml.code(path.toString()))
            .collect(Collectors.joining(" and "));
    return JavadocComment.at(1).paragraph("Needs " + wanted + " before anything else can be set.");
  }

  /** What has no alternative is no reproach to callers. */
  private void markDeprecated(
      MethodSpec.Builder method, JavadocComment javadoc, Deprecation deprecation) {
    if (stage.alternatives().size() > 1) {
      Deprecations.mark(method, javadoc, deprecation);
    }
  }

  private MethodSpec setter(SetterOverload offer, ClassName next) {
    JavadocComment javadoc = JavadocComment.at(2);
    List<SetterParameter> slots = offer.parameters();
    if (slots.size() == 1) {
      javadoc.paragraph(slots.get(0).sentence());
    } else {
      javadoc.paragraph(
          "Sets "
              + slots.stream()
                  .map(slot -> JavadocHtml.code(slot.name()))
                  .collect(Collectors.joining(" and "))
              + ".");
      slots.forEach(slot -> javadoc.tag("param", slot.name() + " " + slot.doc()));
    }
    MethodSpec.Builder method = MethodSpec.methodBuilder(offer.name());
    slots.stream()
        .map(SetterParameter::deprecation)
        .filter(Objects::nonNull)
        .findFirst()
        .ifPresent(deprecation -> markDeprecated(method, javadoc, deprecation));
    method.addJavadoc(javadoc.toCodeBlock()).addModifiers(Modifier.PUBLIC).returns(next);
    slots.forEach(slot -> slot.addParameter(method));
    slots.forEach(slot -> slot.addNullCheck(method));
    slots.forEach(slot -> slot.addAssignment(method));
    return method.addStatement("return new $T(builder)", next).build();
  }
}
