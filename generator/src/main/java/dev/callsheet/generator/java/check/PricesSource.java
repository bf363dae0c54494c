package dev.callsheet.generator.java.check;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.callsheet.generator.java.emit.Annotations;
import dev.callsheet.generator.java.layout.Wrapped;
import dev.callsheet.generator.java.naming.Scope;
import dev.callsheet.generator.java.prose.Javadoc;
import dev.callsheet.generator.java.prose.Markup;
import dev.callsheet.generator.java.type.JavaModel;
import dev.callsheet.generator.java.type.Literals;
import dev.callsheet.runtime.price.Amount;
import dev.callsheet.runtime.price.Bill;
import dev.callsheet.runtime.price.Price;
import dev.callsheet.spec.calculus.Formula;
import dev.callsheet.spec.calculus.Path;
import dev.callsheet.spec.model.Pricing;
import dev.callsheet.spec.price.Quantities;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * A model's price list as code. It fills in a {@link Bill}: what the request asks for, then each
 * rate with the condition that it has in the spec.
 */
public final class PricesSource {
  private final JavaModel model;
  private final ClassName name;
  private final Pricing pricing;
  private final Accessors accessors = new Accessors(new Scope(List.of("of")));
  private final Patterns patterns = new Patterns(new Scope());
  private final Site request;

  private PricesSource(JavaModel model, ClassName name, Pricing pricing) {
    this.model = model;
    this.name = name;
    this.pricing = pricing;
    this.request = new Site(model.request(), CodeBlock.of("request"));
  }

  /** The price list of this model; empty when none is published. */
  public static Optional<PricesSource> of(JavaModel model) {
    ClassName name = model.prices();
    Pricing pricing = model.spec().pricing();
    return name == null || pricing == null
        ? Optional.empty()
        : Optional.of(new PricesSource(model, name, pricing));
  }

  /** The type, for a file of its own. */
  public TypeSpec toType() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.FINAL)
            .addAnnotation(Annotations.GENERATED)
            .addJavadoc(
                Javadoc.at(0)
                    .paragraph("Prices " + Markup.of(model.spec().identity().name()) + ".")
                    .toCode());
    MethodSpec price = price();
    patterns.toFields().forEach(type::addField);
    type.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    type.addMethod(price);
    accessors.methods().forEach(type::addMethod);
    return type.build();
  }

  private MethodSpec price() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("of")
            .addJavadoc(Javadoc.at(1).paragraph("What a request will cost.").toCode())
            .addModifiers(Modifier.STATIC)
            .returns(Price.class)
            .addParameter(model.request().name(), "request")
            .addStatement("$1T bill = new $1T($2L)", Bill.class, Literals.text(pricing.currency()));
    Pricing.Quantity per = pricing.per();
    if (per != null) {
      List<CodeBlock> arguments =
          new ArrayList<>(
              List.of(
                  Literals.text(per.unit()),
                  Literals.text(per.parameter().toString()),
                  number(per.parameter())));
      Quantities.otherwise(model.spec(), per.parameter())
          .ifPresent(otherwise -> arguments.add(amount(otherwise)));
      method.addStatement("$L", call("per", arguments));
      follow(per.follows()).ifPresent(call -> method.addStatement("$L", call));
    }
    times(pricing.times()).ifPresent(call -> method.addStatement("$L", call));
    Conditions conditions = new Conditions(accessors, patterns);
    for (Pricing.Rate rate : pricing.rates()) {
      method.addStatement("$L", rate(rate, conditions));
    }
    return method.addStatement("return bill.price()").build();
  }

  private Optional<CodeBlock> follow(@Nullable Path input) {
    return input == null
        ? Optional.empty()
        : Optional.of(
            call(
                "follow",
                List.of(
                    Literals.text(input.toString()), accessors.provided(request, input).code())));
  }

  private Optional<CodeBlock> times(@Nullable Path times) {
    return times == null
        ? Optional.empty()
        : Optional.of(
            call(
                "times",
                List.of(
                    Literals.text(times.toString()),
                    number(times),
                    amount(Quantities.otherwise(model.spec(), times).orElse(Quantities.ONE)))));
  }

  private CodeBlock rate(Pricing.Rate rate, Conditions conditions) {
    Formula when = rate.when();
    Condition fits = when == null ? Condition.TRUE : conditions.holds(when, request);
    return call(
        "rate",
        List.of(
            Methods.text(rate.label()),
            CodeBlock.of("$S", rate.price().toPlainString()),
            fits.asArgument(8, 2)));
  }

  /** The number at a path, or what is left open by a value that is none. */
  private CodeBlock number(Path path) {
    return Numbers.of(
        accessors.value(request, path),
        Quantities.open(model.spec(), path).map(PricesSource::amount));
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
    return Wrapped.call(4, CodeBlock.of("bill.$L", method), arguments, 1);
  }
}
