package dev.callsheet.generator.internal.java.stagedbuilder;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.callsheet.generator.internal.java.datatype.CommonSettersGenerator;
import dev.callsheet.generator.internal.java.datatype.GeneratedAnnotations;
import dev.callsheet.generator.internal.java.javadoc.JavadocComment;
import dev.callsheet.generator.internal.java.javadoc.JavadocHtml;
import dev.callsheet.generator.internal.java.naming.UniqueNames;
import dev.callsheet.generator.internal.java.type.JavaModel;
import dev.callsheet.generator.internal.java.type.ModeBuilderClass;
import dev.callsheet.generator.internal.java.type.RecordProperty;
import dev.callsheet.generator.internal.java.type.SizeEnum;
import dev.callsheet.spec.logic.ParameterPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** The class that puts together the requests of one mode, with the stages that lead to it. */
public final class ModeBuilderGenerator {
  private final JavaModel model;
  private final ModeBuilderClass mode;
  private final BuilderStages builderStages;
  private final UniqueNames classNames;

  /** For one of the model's modes. */
  public ModeBuilderGenerator(JavaModel model, ModeBuilderClass mode) {
    this.model = model;
    this.mode = mode;
    this.builderStages = BuilderStages.of(model, mode.profile());
    this.classNames = new UniqueNames(model.typeNames());
  }

  /** What the entry point takes. */
  List<ParameterPath> entryPointPaths() {
    return builderStages.entryPointPaths();
  }

  /** What the entry point sets by itself. */
  List<FixedValue> fixedValues() {
    return builderStages.fixedValues();
  }

  /** What the entry point gives: the first stage, or the class itself where there is none. */
  ClassName firstStage() {
    List<ClassName> stages = stageNames(new UniqueNames(model.typeNames()));
    return stages.isEmpty() ? mode.name() : stages.get(0);
  }

  /** The type, for a file of its own. */
  public TypeSpec toTypeSpec() {
    RemainingProperties remainder = CommonProperties.remaining(model, mode);
    Set<RecordProperty> common = CommonProperties.of(model);
    TypeSpec.Builder source =
        TypeSpec.classBuilder(mode.name())
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addAnnotations(GeneratedAnnotations.OF_FILES)
            .addJavadoc(javadoc(remainder).toCodeBlock());
    List<TypeSpec> stages = stageTypes();
    SettersGenerator setters =
        new SettersGenerator(model.spec(), remainder, classNames, mode.name());
    setters.addTo(source, mode.name(), model.request(), 1, common);
    if (!common.isEmpty()) {
      CommonSettersGenerator.extend(source, model.request(), mode.name(), CodeBlock.of("builder"));
    }
    addSizeSetter(remainder, source);
    source.addMethod(buildMethod());
    stages.forEach(source::addType);
    setters.nestedClasses().forEach(source::addType);
    return source.build();
  }

  private JavadocComment javadoc(RemainingProperties remainder) {
    String puts =
        "Puts together a request in mode " + JavadocHtml.code(mode.profile().mode().name()) + ".";
    List<ParameterPath> forbidden = remainder.forbidden(model.request());
    if (!forbidden.isEmpty()) {
      puts +=
          " It has no way to set what such a request may not have: "
              + forbidden.stream()
                  .map(path -> JavadocHtml.code(path.toString()))
                  .collect(Collectors.joining(", "))
              + ".";
    }
    return JavadocComment.at(0)
        .paragraph(JavadocHtml.fromText(mode.profile().mode().description()))
        .paragraph(puts);
  }

  private List<ClassName> stageNames(UniqueNames scope) {
    return builderStages.stages().stream()
        .map(
            ask ->
                mode.name().nestedClass(scope.allocate(new StageGenerator(model, ask).className())))
        .toList();
  }

  /** From the last to the first, since each gives the next; in their order. */
  private List<TypeSpec> stageTypes() {
    List<ClassName> names = stageNames(classNames);
    List<TypeSpec> types = new ArrayList<>();
    ClassName next = mode.name();
    for (int i = names.size() - 1; i >= 0; i--) {
      types.add(
          new StageGenerator(model, builderStages.stages().get(i)).toTypeSpec(names.get(i), next));
      next = names.get(i);
    }
    Collections.reverse(types);
    return types;
  }

  /** {@code size(Size)}, where both its parts can be set and no parameter is called so. */
  private void addSizeSetter(RemainingProperties remainder, TypeSpec.Builder source) {
    @Nullable SizeEnum sizes = model.sizes();
    if (sizes == null
        || remainder.isUnavailable(sizes.width())
        || remainder.isUnavailable(sizes.height())
        || !model.hasSizeSetter()) {
      return;
    }
    source.addMethod(
        MethodSpec.methodBuilder("size")
            .addJavadoc(
                JavadocComment.at(1)
                    .paragraph("Sets width and height to a size the model makes.")
                    .toCodeBlock())
            .addModifiers(Modifier.PUBLIC)
            .returns(mode.name())
            .addParameter(sizes.name(), "size")
            .addStatement("builder.size(size)")
            .addStatement("return this")
            .build());
  }

  private MethodSpec buildMethod() {
    @Nullable RecordProperty own = model.request().identityProperty();
    String withoutId =
        own == null
            ? ""
            : " Without a " + JavadocHtml.code(own.jsonName()) + ", a new one is chosen.";
    return MethodSpec.methodBuilder("build")
        .addJavadoc(
            JavadocComment.at(1)
                .paragraph("All that was set so far. Nothing is checked yet." + withoutId)
                .toCodeBlock())
        .addModifiers(Modifier.PUBLIC)
        .returns(model.request().name())
        .addStatement("return builder.build()")
        .build();
  }
}
