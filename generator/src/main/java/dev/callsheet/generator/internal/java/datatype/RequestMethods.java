package dev.callsheet.generator.internal.java.datatype;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.callsheet.generator.internal.java.javadoc.JavadocComment;
import dev.callsheet.generator.internal.java.type.JavaLiterals;
import dev.callsheet.generator.internal.java.type.JavaModel;
import dev.callsheet.generator.internal.java.type.JavaType.JdkType;
import dev.callsheet.generator.internal.java.type.RecordProperty;
import dev.callsheet.generator.internal.java.type.SizeEnum;
import dev.callsheet.runtime.MediaDurations;
import dev.callsheet.runtime.ModelRequest;
import dev.callsheet.runtime.ModelType;
import dev.callsheet.runtime.Price;
import dev.callsheet.runtime.Violation;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes a record the request of its model. */
final class RequestMethods {
  private final JavaModel model;

  RequestMethods(JavaModel model) {
    this.model = model;
  }

  void addTo(TypeSpec.Builder request) {
    ClassName result = model.result().name();
    ClassName name = model.request().name();
    request
        .addSuperinterface(ParameterizedTypeName.get(ClassName.get(ModelRequest.class), result))
        .addMethod(
            overriding("modelType")
                .returns(ParameterizedTypeName.get(ClassName.get(ModelType.class), name, result))
                .addStatement("return $T.MODEL", model.entry())
                .build());
    @Nullable RecordProperty job = model.request().identityProperty();
    if (job != null) {
      request.addMethod(
          overriding("jobId").returns(UUID.class).addStatement("return $N", job.name()).build());
    }
    request
        .addMethod(
            overriding("expectedResults")
                .returns(int.class)
                .addStatement("return $L", expectedResults())
                .build())
        .addMethod(
            overriding("check")
                .returns(ParameterizedTypeName.get(List.class, Violation.class))
                .addStatement("return $T.checker().check(this)", model.entry())
                .build());
    @Nullable ClassName prices = model.prices();
    if (prices != null) {
      request.addMethod(
          overriding("price")
              .returns(Price.class)
              .addParameter(MediaDurations.class, "durations")
              .addStatement("return $T.of(this, durations)", prices)
              .build());
    }
  }

  /** {@code size(Size)}, where the model has sizes and no parameter of that name. */
  void addSizeSetterTo(TypeSpec.Builder builder) {
    @Nullable SizeEnum sizes = model.sizes();
    if (sizes == null || !model.hasSizeSetter()) {
      return;
    }
    builder.addMethod(
        MethodSpec.methodBuilder("size")
            .addJavadoc(
                JavadocComment.at(2)
                    .paragraph("Sets width and height to a size the model makes.")
                    .toCodeBlock())
            .addModifiers(Modifier.PUBLIC)
            .returns(model.request().builder())
            .addParameter(sizes.name(), "size")
            .addStatement(
                "return $N(size.width()).$N(size.height())",
                sizes.width().name(),
                sizes.height().name())
            .build());
  }

  private CodeBlock expectedResults() {
    Optional<RecordProperty> count =
        model
            .request()
            .property("numberResults")
            .filter(property -> property.type().equals(new JdkType(Integer.class)));
    if (count.isEmpty()) {
      return CodeBlock.of("1");
    }
    @Nullable JsonNode usual = count.get().parameter().defaultValue();
    return CodeBlock.of(
        "$1N == null ? $2L : $1N",
        count.get().name(),
        usual != null && usual.canConvertToInt() ? JavaLiterals.of(usual) : CodeBlock.of("1"));
  }

  private static MethodSpec.Builder overriding(String name) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC);
  }
}
