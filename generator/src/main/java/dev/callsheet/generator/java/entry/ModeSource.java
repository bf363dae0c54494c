package dev.callsheet.generator.java.entry;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.callsheet.generator.java.emit.Annotations;
import dev.callsheet.generator.java.naming.Scope;
import dev.callsheet.generator.java.prose.Javadoc;
import dev.callsheet.generator.java.prose.Markup;
import dev.callsheet.generator.java.type.JavaModel;
import dev.callsheet.generator.java.type.ModeClass;
import dev.callsheet.generator.java.type.Property;
import dev.callsheet.generator.java.type.Sizes;
import dev.callsheet.spec.calculus.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** The class that puts together the requests of one mode, with the stages that lead to it. */
public final class ModeSource {
  private final JavaModel model;
  private final ModeClass mode;
  private final Asks asks;
  private final Scope classes;

  /** For one of the model's modes. */
  public ModeSource(JavaModel model, ModeClass mode) {
    this.model = model;
    this.mode = mode;
    this.asks = Asks.of(model, mode.profile());
    this.classes = new Scope(model.typeNames());
  }

  /** What the entry point takes. */
  List<Path> given() {
    return asks.given();
  }

  /** What the entry point gives: the first stage, or the class itself where there is none. */
  ClassName first() {
    List<ClassName> stages = stages(new Scope(model.typeNames()));
    return stages.isEmpty() ? mode.name() : stages.get(0);
  }

  /** The type, for a file of its own. */
  public TypeSpec toType() {
    Remainder remainder = new Remainder(mode.profile(), new HashSet<>(asks.settled()));
    TypeSpec.Builder source =
        TypeSpec.classBuilder(mode.name())
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addAnnotation(Annotations.GENERATED)
            .addJavadoc(javadoc(remainder).toCode());
    List<TypeSpec> stages = stageTypes();
    SettersSource setters = new SettersSource(model.spec(), remainder, classes, mode.name());
    setters.to(source, mode.name(), model.request(), 1);
    size(remainder, source);
    source.addMethod(build());
    stages.forEach(source::addType);
    setters.narrowed().forEach(source::addType);
    return source.build();
  }

  private Javadoc javadoc(Remainder remainder) {
    String puts =
        "Puts together a request in mode " + Markup.code(mode.profile().mode().name()) + ".";
    List<Path> forbidden = remainder.forbidden(model.request());
    if (!forbidden.isEmpty()) {
      puts +=
          " It has no way to set what such a request may not have: "
              + forbidden.stream()
                  .map(path -> Markup.code(path.toString()))
                  .collect(Collectors.joining(", "))
              + ".";
    }
    return Javadoc.at(0).paragraph(Markup.of(mode.profile().mode().description())).paragraph(puts);
  }

  private List<ClassName> stages(Scope scope) {
    return asks.stages().stream()
        .map(ask -> mode.name().nestedClass(scope.take(new StageSource(model, ask).name())))
        .toList();
  }

  /** From the last to the first, since each gives the next; in their order. */
  private List<TypeSpec> stageTypes() {
    List<ClassName> names = stages(classes);
    List<TypeSpec> types = new ArrayList<>();
    ClassName next = mode.name();
    for (int i = names.size() - 1; i >= 0; i--) {
      types.add(new StageSource(model, asks.stages().get(i)).toType(names.get(i), next));
      next = names.get(i);
    }
    Collections.reverse(types);
    return types;
  }

  /** {@code size(Size)}, where both its parts can be set and no parameter is called so. */
  private void size(Remainder remainder, TypeSpec.Builder source) {
    @Nullable Sizes sizes = model.sizes();
    if (sizes == null
        || remainder.isGone(sizes.width())
        || remainder.isGone(sizes.height())
        || !model.hasSizeSetter()) {
      return;
    }
    source.addMethod(
        MethodSpec.methodBuilder("size")
            .addJavadoc(
                Javadoc.at(1)
                    .paragraph("Sets width and height to a size the model makes.")
                    .toCode())
            .addModifiers(Modifier.PUBLIC)
            .returns(mode.name())
            .addParameter(sizes.name(), "size")
            .addStatement("builder.size(size)")
            .addStatement("return this")
            .build());
  }

  private MethodSpec build() {
    Property own = JavaModel.taskUuid(model.request());
    return MethodSpec.methodBuilder("build")
        .addJavadoc(
            Javadoc.at(1)
                .paragraph(
                    "All that was set so far. Nothing is checked yet. Without a "
                        + Markup.code(own.json())
                        + ", a new one is chosen.")
                .toCode())
        .addModifiers(Modifier.PUBLIC)
        .returns(model.request().name())
        .addStatement("return builder.build()")
        .build();
  }
}
