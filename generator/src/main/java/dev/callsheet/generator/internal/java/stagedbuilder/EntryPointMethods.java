package dev.callsheet.generator.internal.java.stagedbuilder;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.callsheet.generator.internal.java.javadoc.JavadocComment;
import dev.callsheet.generator.internal.java.javadoc.JavadocHtml;
import dev.callsheet.generator.internal.java.naming.Identifiers;
import dev.callsheet.generator.internal.java.naming.UniqueNames;
import dev.callsheet.generator.internal.java.type.JavaModel;
import dev.callsheet.generator.internal.java.type.ModeBuilderClass;
import dev.callsheet.spec.model.ModelMode;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The entry methods of a mode, which take the mode's own parameters and return the first stage. */
final class EntryPointMethods {
  private final JavaModel model;
  private final ModelMode mode;
  private final ModeBuilderGenerator modeBuilder;

  EntryPointMethods(JavaModel model, ModeBuilderClass mode) {
    this.model = model;
    this.mode = mode.profile().mode();
    this.modeBuilder = new ModeBuilderGenerator(model, mode);
  }

  /** The name of each mode's methods, in the order of the modes. */
  static List<String> names(JavaModel model) {
    UniqueNames names =
        new UniqueNames(
            List.of("request", "checker", "platform", "wait", "notify", "getClass", "clone"));
    return model.modes().stream()
        .map(mode -> names.allocate(Identifiers.memberName(mode.profile().mode().name())))
        .toList();
  }

  void addTo(TypeSpec.Builder entry, String name) {
    if (modeBuilder.entryPointPaths().isEmpty()) {
      entry.addMethod(method(name, new SetterOverload(name, List.of())));
      return;
    }
    new SetterOverloads(model)
        .forPaths(modeBuilder.entryPointPaths(), null)
        .forEach(offer -> entry.addMethod(method(name, offer)));
  }

  private MethodSpec method(String name, SetterOverload offer) {
    String description = JavadocHtml.fromText(mode.description());
    JavadocComment javadoc =
        JavadocComment.at(1)
            .paragraph(
                description.isEmpty()
                    ? "A request in mode " + JavadocHtml.code(mode.name()) + "."
                    : description);
    List<FixedValue> fixed = modeBuilder.fixedValues();
    fixed.forEach(
        value ->
            javadoc.paragraph(
                "Sets "
                    + JavadocHtml.code(value.path().toString())
                    + " to "
                    + JavadocHtml.code(value.value().asString(value.value().toString()))
                    + "."));
    offer.parameters().forEach(slot -> javadoc.tag("param", slot.name() + " " + slot.doc()));
    ClassName builder = model.request().builder();
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addJavadoc(javadoc.toCodeBlock())
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .returns(modeBuilder.firstStage());
    offer.parameters().forEach(slot -> slot.addParameter(method));
    if (offer.parameters().isEmpty() && fixed.isEmpty()) {
      return method.addStatement("return new $T(request())", modeBuilder.firstStage()).build();
    }
    offer.parameters().forEach(slot -> slot.addNullCheck(method));
    method.addStatement("$T builder = request()", builder);
    offer.parameters().forEach(slot -> slot.addAssignment(method));
    List<String> parameters = offer.parameters().stream().map(SetterParameter::name).toList();
    fixed.forEach(value -> method.addStatement("$L", value.assignment(parameters)));
    return method.addStatement("return new $T(builder)", modeBuilder.firstStage()).build();
  }
}
