package dev.callsheet.generator.internal.java.stagedbuilder;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.callsheet.generator.internal.java.datatype.Deprecations;
import dev.callsheet.generator.internal.java.datatype.GeneratedAnnotations;
import dev.callsheet.generator.internal.java.javadoc.JavadocComment;
import dev.callsheet.generator.internal.java.javadoc.JavadocHtml;
import dev.callsheet.generator.internal.java.type.JavaLiterals;
import dev.callsheet.generator.internal.java.type.JavaModel;
import dev.callsheet.runtime.Checker;
import dev.callsheet.runtime.ModelType;
import dev.callsheet.runtime.protocol.PlatformProtocol;
import dev.callsheet.spec.model.Charge;
import dev.callsheet.spec.model.ModelMetadata;
import dev.callsheet.spec.model.Platform;
import dev.callsheet.spec.model.Pricing;
import dev.callsheet.spec.price.ChargeText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import tools.jackson.databind.json.JsonMapper;

/** The class where a user starts: who the model is, and a builder for each way to use it. */
public final class EntryClassGenerator {
  private static final Modifier[] CONSTANT = {Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL};

  private static final JsonMapper JSON = JsonMapper.shared();

  private final JavaModel model;

  /** For this model. */
  public EntryClassGenerator(JavaModel model) {
    this.model = model;
  }

  /** The type, for a file of its own. */
  public TypeSpec toTypeSpec() {
    ModelMetadata identity = model.spec().metadata();
    TypeSpec.Builder source =
        TypeSpec.classBuilder(model.entry())
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addAnnotations(GeneratedAnnotations.OF_FILES)
            .addJavadoc(javadoc().toCodeBlock())
            .addField(
                textConstant(
                    "ID", identity.id(), "The model's identifier, as its platform has it."))
            .addField(textConstant("NAME", identity.name(), "The model's name for people."))
            .addField(modelConstant())
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    if (identity.deprecation() != null) {
      source.addAnnotation(Deprecated.class);
    }
    List<String> names = EntryPointMethods.names(model);
    for (int i = 0; i < names.size(); i++) {
      new EntryPointMethods(model, model.modes().get(i)).addTo(source, names.get(i));
    }
    source.addMethod(requestMethod()).addMethod(checkerMethod());
    protocol().map(EntryClassGenerator::platformMethod).ifPresent(source::addMethod);
    return source.build();
  }

  private JavadocComment javadoc() {
    ModelMetadata identity = model.spec().metadata();
    String summary = JavadocHtml.fromText(identity.summary());
    JavadocComment javadoc =
        JavadocComment.at(0)
            .paragraph(
                summary.isEmpty()
                    ? JavadocHtml.fromText(identity.name()) + "."
                    : nameAndSummary(identity, summary))
            .paragraph(JavadocHtml.fromText(identity.description()));
    Pricing pricing = model.spec().pricing();
    if (pricing != null) {
      addPrices(pricing, javadoc);
    }
    if (identity.documentation() != null) {
      String page = JavadocHtml.url(identity.documentation());
      javadoc.tag("see", "<a href=\"" + page + "\">documentation</a>");
    }
    Deprecations.tag(javadoc, identity.deprecation());
    return javadoc;
  }

  private static void addPrices(Pricing pricing, JavadocComment javadoc) {
    String currency = JavadocHtml.fromText(pricing.currency());
    boolean isSum = pricing.charges().size() > 1;
    if (isSum) {
      javadoc.paragraph("A request costs the sum of what follows, in " + currency + ".");
    }
    for (Charge charge : pricing.charges()) {
      javadoc
          .paragraph(
              (isSum ? "The charge " + JavadocHtml.fromText(charge.id()) : "Prices in " + currency)
                  + ", "
                  + JavadocHtml.fromText(ChargeText.of(charge))
                  + ":")
          .list(
              charge.rates().stream()
                  .map(rate -> rate.label() + ": " + rate.price().toPlainString())
                  .map(JavadocHtml::fromText)
                  .toList());
    }
    if (!pricing.complete()) {
      javadoc.paragraph("Prices of other requests are not published.");
    }
  }

  private static String nameAndSummary(ModelMetadata identity, String summary) {
    return JavadocHtml.fromText(identity.name()) + ": " + summary;
  }

  private FieldSpec modelConstant() {
    ClassName request = model.request().name();
    ClassName result = model.result().name();
    return FieldSpec.builder(
            ParameterizedTypeName.get(ClassName.get(ModelType.class), request, result),
            "MODEL",
            CONSTANT)
        .addJavadoc(
            JavadocComment.at(1).paragraph("The model as the client knows it.").toCodeBlock())
        .initializer(
            "new $T<>($W$L,$WID,$WNAME,$Wnew $T(),$W$T.class$L)",
            ModelType.class,
            JavaLiterals.text(model.spec().metadata().platformName().orElse("")),
            model.checker(),
            result,
            protocol()
                .map(protocol -> CodeBlock.of(",$W$T::platform", model.entry()))
                .orElseGet(() -> CodeBlock.of("")))
        .build();
  }

  private Optional<PlatformProtocol> protocol() {
    return Optional.ofNullable(model.spec().metadata().platform()).map(Platform::protocol);
  }

  /** The description is read when a client needs it: whoever only checks requests pays nothing. */
  private static MethodSpec platformMethod(PlatformProtocol protocol) {
    String lines =
        JSON.readTree(protocol.toJson())
            .propertyStream()
            .map(member -> JSON.writeValueAsString(member.getKey()) + ":" + member.getValue())
            .collect(Collectors.joining(",\n", "{", "}"));
    CodeBlock text = lines.lines().map(JavaLiterals::text).collect(CodeBlock.joining("\n+ "));
    return MethodSpec.methodBuilder("platform")
        .addJavadoc(
            JavadocComment.at(1)
                .paragraph(
                    "How "
                        + JavadocHtml.fromText(protocol.title())
                        + ", the model's platform, is"
                        + " spoken to. A client takes it from {@link #MODEL}.")
                .toCodeBlock())
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(PlatformProtocol.class)
        .addStatement("return $T.of(\n$L)", PlatformProtocol.class, text)
        .build();
  }

  private static FieldSpec textConstant(String name, String value, String doc) {
    return FieldSpec.builder(String.class, name, CONSTANT)
        .addJavadoc(JavadocComment.at(1).paragraph(doc).toCodeBlock())
        .initializer(JavaLiterals.text(value))
        .build();
  }

  private MethodSpec requestMethod() {
    return MethodSpec.methodBuilder("request")
        .addJavadoc(
            JavadocComment.at(1)
                .paragraph(
                    "A request with nothing set, for programs that only know at run time how they"
                        + " use the model.")
                .toCodeBlock())
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(model.request().builder())
        .addStatement("return $T.builder()", model.request().name())
        .build();
  }

  private MethodSpec checkerMethod() {
    TypeName type = ParameterizedTypeName.get(ClassName.get(Checker.class), model.request().name());
    return MethodSpec.methodBuilder("checker")
        .addJavadoc(
            JavadocComment.at(1)
                .paragraph("Checks requests by every rule of the model.")
                .toCodeBlock())
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(type)
        .addStatement("return MODEL.checker()")
        .build();
  }
}
