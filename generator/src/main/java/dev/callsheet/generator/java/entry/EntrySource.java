package dev.callsheet.generator.java.entry;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.callsheet.generator.java.emit.Annotations;
import dev.callsheet.generator.java.layout.Wrapped;
import dev.callsheet.generator.java.naming.Scope;
import dev.callsheet.generator.java.prose.Javadoc;
import dev.callsheet.generator.java.prose.Markup;
import dev.callsheet.generator.java.type.JavaModel;
import dev.callsheet.generator.java.type.Literals;
import dev.callsheet.generator.java.type.ModeClass;
import dev.callsheet.runtime.Checker;
import dev.callsheet.runtime.ModelType;
import dev.callsheet.spec.model.Identity;
import dev.callsheet.spec.model.Pricing;
import dev.callsheet.spec.model.Shape;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The class where a user starts: who the model is, and a builder for each way to use it. */
public final class EntrySource {
  private static final Modifier[] CONSTANT = {Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL};

  private final JavaModel model;

  /** For this model. */
  public EntrySource(JavaModel model) {
    this.model = model;
  }

  /** The type, for a file of its own. */
  public TypeSpec toType() {
    Identity identity = model.spec().identity();
    TypeSpec.Builder source =
        TypeSpec.classBuilder(model.entry())
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addAnnotation(Annotations.GENERATED)
            .addJavadoc(javadoc().toCode())
            .addField(text("ID", identity.id(), "The model's identifier in requests."))
            .addField(text("NAME", identity.name(), "The model's name for people."))
            .addField(model())
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    Scope names = new Scope(List.of("request", "checker", "wait", "notify", "getClass", "clone"));
    for (ModeClass mode : model.modes()) {
      new AddEntryPoint(model, mode).to(source, names);
    }
    return source.addMethod(request()).addMethod(checker()).build();
  }

  private Javadoc javadoc() {
    Identity identity = model.spec().identity();
    String summary = Markup.of(identity.summary());
    Javadoc javadoc =
        Javadoc.at(0)
            .paragraph(
                summary.isEmpty() ? Markup.of(identity.name()) + "." : titled(identity, summary))
            .paragraph(Markup.of(identity.description()));
    Pricing pricing = model.spec().pricing();
    if (pricing != null) {
      String per = pricing.per() == null ? "request" : pricing.per().unit();
      javadoc
          .paragraph("Prices in " + Markup.of(pricing.currency()) + " per " + Markup.of(per) + ":")
          .list(
              pricing.rates().stream()
                  .map(rate -> Markup.of(rate.label() + ": " + rate.price().toPlainString()))
                  .toList());
    }
    if (identity.documentation() != null) {
      String page = Markup.address(identity.documentation());
      javadoc.tag("see", "<a href=\"" + page + "\">documentation</a>");
    }
    return javadoc;
  }

  private static String titled(Identity identity, String summary) {
    return Markup.of(identity.name()) + ": " + summary;
  }

  private FieldSpec model() {
    ClassName request = model.request().name();
    ClassName result = model.result().name();
    return FieldSpec.builder(
            ParameterizedTypeName.get(ClassName.get(ModelType.class), request, result),
            "MODEL",
            CONSTANT)
        .addJavadoc(Javadoc.at(1).paragraph("The model as the client knows it.").toCode())
        .initializer(
            "\n$>$>$L$<$<",
            Wrapped.inner(
                6,
                CodeBlock.of("new $T<>", ModelType.class),
                List.of(
                    CodeBlock.of("ID"),
                    CodeBlock.of("NAME"),
                    taskType(),
                    CodeBlock.of("new $T()", model.checker()),
                    CodeBlock.of("$T.class", result)),
                1))
        .build();
  }

  private CodeBlock taskType() {
    return model
        .spec()
        .request()
        .member("taskType")
        .filter(member -> member.shape() instanceof Shape.Choice)
        .map(member -> Literals.of(((Shape.Choice) member.shape()).values().get(0)))
        .orElse(CodeBlock.of("$S", ""));
  }

  private static FieldSpec text(String name, String value, String doc) {
    return FieldSpec.builder(String.class, name, CONSTANT)
        .addJavadoc(Javadoc.at(1).paragraph(doc).toCode())
        .initializer(Literals.text(value))
        .build();
  }

  private MethodSpec request() {
    return MethodSpec.methodBuilder("request")
        .addJavadoc(
            Javadoc.at(1)
                .paragraph(
                    "A request with nothing set, for programs that only know at run time how they"
                        + " use the model.")
                .toCode())
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(model.request().builder())
        .addStatement("return $T.builder()", model.request().name())
        .build();
  }

  private MethodSpec checker() {
    TypeName type = ParameterizedTypeName.get(ClassName.get(Checker.class), model.request().name());
    return MethodSpec.methodBuilder("checker")
        .addJavadoc(Javadoc.at(1).paragraph("Judges requests by every rule of the model.").toCode())
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(type)
        .addStatement("return MODEL.checker()")
        .build();
  }
}
