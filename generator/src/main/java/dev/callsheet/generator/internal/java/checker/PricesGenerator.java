package dev.callsheet.generator.internal.java.checker;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.callsheet.generator.internal.java.datatype.GeneratedAnnotations;
import dev.callsheet.generator.internal.java.javadoc.JavadocComment;
import dev.callsheet.generator.internal.java.javadoc.JavadocHtml;
import dev.callsheet.generator.internal.java.naming.UniqueNames;
import dev.callsheet.generator.internal.java.type.JavaLiterals;
import dev.callsheet.generator.internal.java.type.JavaModel;
import dev.callsheet.runtime.Amount;
import dev.callsheet.runtime.Price;
import dev.callsheet.runtime.support.PriceCalculator;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.Pricing;
import dev.callsheet.spec.price.QuantityEstimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * A model's price list as code. It fills in a {@link PriceCalculator}: what the request asks for,
 * then each rate with the condition that it has in the spec.
 */
public final class PricesGenerator {
  private final JavaModel model;
  private final ClassName name;
  private final Pricing pricing;
  private final AccessorMethods accessors;
  private final RegexConstants regexConstants = new RegexConstants(new UniqueNames());
  private final TypedExpression request;

  private PricesGenerator(JavaModel model, ClassName name, Pricing pricing) {
    this.model = model;
    this.name = name;
    this.pricing = pricing;
    this.request = new TypedExpression(model.request(), Expression.variable(Variable.REQUEST));
    this.accessors = new AccessorMethods(model.request(), new UniqueNames(List.of("of")));
  }

  /** The price list of this model; empty when none is published. */
  public static Optional<PricesGenerator> of(JavaModel model) {
    ClassName name = model.prices();
    Pricing pricing = model.spec().pricing();
    return name == null || pricing == null
        ? Optional.empty()
        : Optional.of(new PricesGenerator(model, name, pricing));
  }

  /** The type, for a file of its own. */
  public TypeSpec toTypeSpec() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.FINAL)
            .addAnnotation(GeneratedAnnotations.GENERATED)
            .addJavadoc(
                JavadocComment.at(0)
                    .paragraph(
                        "Prices " + JavadocHtml.fromText(model.spec().metadata().name()) + ".")
                    .toCodeBlock());
    MethodSpec price = price();
    regexConstants.toFields().forEach(type::addField);
    type.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    type.addMethod(price);
    accessors.methods().forEach(type::addMethod);
    return type.build();
  }

  private MethodSpec price() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("of")
            .addJavadoc(JavadocComment.at(1).paragraph("What a request will cost.").toCodeBlock())
            .addModifiers(Modifier.STATIC)
            .returns(Price.class)
            .addParameter(model.request().name(), "request")
            .addStatement(
                "$1T bill = new $1T($2L)",
                PriceCalculator.class,
                JavaLiterals.text(pricing.currency()));
    Pricing.Quantity per = pricing.quantity();
    if (per != null) {
      List<CodeBlock> arguments =
          new ArrayList<>(
              List.of(
                  JavaLiterals.text(per.unit()),
                  JavaLiterals.text(per.parameter().toString()),
                  numberAt(per.parameter())));
      QuantityEstimate.whenAbsent(model.spec(), per.parameter())
          .ifPresent(otherwise -> arguments.add(amount(otherwise)));
      method.addStatement("$L", call("perUnit", arguments));
      followedInput(per.overridingInput()).ifPresent(call -> method.addStatement("$L", call));
    }
    multiplier(pricing.multiplier()).ifPresent(call -> method.addStatement("$L", call));
    FormulaConditions conditions = new FormulaConditions(accessors, regexConstants);
    for (Pricing.Rate rate : pricing.rates()) {
      method.addStatement("$L", rate(rate, conditions));
    }
    return method.addStatement("return bill.price()").build();
  }

  private Optional<CodeBlock> followedInput(@Nullable ParameterPath input) {
    return input == null
        ? Optional.empty()
        : Optional.of(
            call(
                "measureByInput",
                List.of(
                    JavaLiterals.text(input.toString()),
                    accessors.providedAt(request, input).code())));
  }

  private Optional<CodeBlock> multiplier(@Nullable ParameterPath times) {
    return times == null
        ? Optional.empty()
        : Optional.of(
            call(
                "multiplyBy",
                List.of(
                    JavaLiterals.text(times.toString()),
                    numberAt(times),
                    amount(
                        QuantityEstimate.whenAbsent(model.spec(), times)
                            .orElse(QuantityEstimate.ONE)))));
  }

  private CodeBlock rate(Pricing.Rate rate, FormulaConditions conditions) {
    Formula when = rate.condition();
    BooleanExpression fits =
        when == null ? BooleanExpression.TRUE : conditions.holds(when, request);
    return CodeBlock.of(
        "bill.addRate($L,$W$S,$L$L)",
        CheckMethods.wrappedText(rate.label()),
        rate.price().toPlainString(),
        when == null ? " " : "\n",
        fits.code());
  }

  /** The number at a path, or what is left open by a value that is none. */
  private CodeBlock numberAt(ParameterPath path) {
    return NumericExpressions.numberOf(
        accessors.valueAt(request, path),
        QuantityEstimate.whenNotNumeric(model.spec(), path).map(PricesGenerator::amount));
  }

  private static CodeBlock amount(Amount amount) {
    return amount.minimum().compareTo(amount.maximum()) == 0
        ? CodeBlock.of("$T.exactly($S)", Amount.class, amount.minimum().toPlainString())
        : CodeBlock.of(
            "$T.between($S, $S)",
            Amount.class,
            amount.minimum().toPlainString(),
            amount.maximum().toPlainString());
  }

  private static CodeBlock call(String method, List<CodeBlock> arguments) {
    return CodeBlock.of("bill.$L($L)", method, CodeBlock.join(arguments, ",$W"));
  }
}
