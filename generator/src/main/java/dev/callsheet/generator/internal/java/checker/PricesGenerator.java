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
import dev.callsheet.runtime.MediaDurations;
import dev.callsheet.runtime.Price;
import dev.callsheet.runtime.support.PriceCalculator;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.Charge;
import dev.callsheet.spec.model.Pricing;
import dev.callsheet.spec.price.AbsentValues;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * A model's price list as code. It fills in a {@link PriceCalculator}, charge by charge: what is
 * counted, then each rate with the condition that it has in the spec.
 */
public final class PricesGenerator {
  private final JavaModel model;
  private final ClassName name;
  private final Pricing pricing;
  private final AccessorMethods accessors;
  private final RegexConstants regexConstants = new RegexConstants(new UniqueNames());
  private final TypedExpression request;
  private final FormulaConditions conditions;
  private final QuantityExpressions quantities;

  private PricesGenerator(JavaModel model, ClassName name, Pricing pricing) {
    this.model = model;
    this.name = name;
    this.pricing = pricing;
    this.request = new TypedExpression(model.request(), Expression.variable(Variable.REQUEST));
    this.accessors = new AccessorMethods(model.request(), new UniqueNames(List.of("of")));
    this.conditions = new FormulaConditions(accessors, regexConstants);
    this.quantities = new QuantityExpressions(model.spec(), request, accessors);
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
            .addAnnotations(GeneratedAnnotations.OF_FILES)
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
            .addParameter(MediaDurations.class, "durations")
            .addStatement(
                "$1T prices = new $1T($2L)",
                PriceCalculator.class,
                JavaLiterals.text(pricing.currency()));
    for (Charge charge : pricing.charges()) {
      Formula when = charge.condition();
      if (when == null) {
        method.addStatement("$L", calls(charge));
      } else {
        method
            .beginControlFlow("if ($L)", conditions.holds(when, request).code())
            .addStatement("$L", calls(charge))
            .endControlFlow();
      }
    }
    return method.addStatement("return prices.price()").build();
  }

  /** The calls that fill in a charge, one a line. */
  private CodeBlock calls(Charge charge) {
    List<CodeBlock> calls = new ArrayList<>();
    calls.add(CodeBlock.of("prices.charge($L)", JavaLiterals.text(charge.id())));
    charge.unit().accept(quantities).ifPresent(counted -> calls.add(call("count", counted)));
    if (charge.free().signum() > 0) {
      calls.add(call("beyond", decimal(charge.free())));
    }
    Charge.Steps steps = charge.steps();
    if (steps != null) {
      calls.add(
          CodeBlock.of(
              ".steps($T.$L, $L)", RoundingMode.class, steps.rounding(), decimal(steps.size())));
    }
    if (charge.unitsOfPrice().compareTo(BigDecimal.ONE) != 0) {
      calls.add(call("each", decimal(charge.unitsOfPrice())));
    }
    ParameterPath times = charge.multiplier();
    if (times != null) {
      calls.add(
          CodeBlock.of(
              ".times($L,$W$L,$W$L)",
              JavaLiterals.text(times.toString()),
              quantities.numberAt(times),
              QuantityExpressions.amount(AbsentValues.factor(model.spec(), times))));
    }
    charge.rates().forEach(rate -> calls.add(rate(rate)));
    return CodeBlock.of("$L", CodeBlock.join(calls, "\n"));
  }

  private CodeBlock rate(Pricing.Rate rate) {
    Formula when = rate.condition();
    BooleanExpression fits =
        when == null ? BooleanExpression.TRUE : conditions.holds(when, request);
    return CodeBlock.of(
        when == null ? ".rate($L,$W$L, $L)" : ".rate($L,$W$L,$>$>\n$L$<$<)",
        CheckMethods.wrappedText(rate.label()),
        decimal(rate.price()),
        fits.code());
  }

  private static CodeBlock call(String method, CodeBlock argument) {
    return CodeBlock.of(".$L($L)", method, argument);
  }

  private static CodeBlock decimal(BigDecimal number) {
    return CodeBlock.of("$S", number.toPlainString());
  }
}
