package dev.callsheet.generator.internal.java.checker;

import com.palantir.javapoet.CodeBlock;
import dev.callsheet.generator.internal.java.type.JavaLiterals;
import dev.callsheet.generator.internal.java.type.JavaType;
import dev.callsheet.generator.internal.java.type.JavaType.ListType;
import dev.callsheet.generator.internal.java.type.JavaType.NullableType;
import dev.callsheet.generator.internal.java.type.JavaType.UnionType;
import dev.callsheet.runtime.Amount;
import dev.callsheet.runtime.support.Quantity;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.ChargeUnit;
import dev.callsheet.spec.model.ChargeUnitVisitor;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.price.AbsentValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;

/** Expressions for how much there is in a request of what a charge counts. */
final class QuantityExpressions implements ChargeUnitVisitor<Optional<CodeBlock>> {
  private final ModelSpec spec;
  private final TypedExpression request;
  private final AccessorMethods accessors;

  QuantityExpressions(ModelSpec spec, TypedExpression request, AccessorMethods accessors) {
    this.spec = spec;
    this.request = request;
    this.accessors = accessors;
  }

  @Override
  public Optional<CodeBlock> visitRequest(ChargeUnit.Request unit) {
    return Optional.empty();
  }

  @Override
  public Optional<CodeBlock> visitSeconds(ChargeUnit.Seconds unit) {
    ParameterPath media = unit.media();
    ParameterPath duration = unit.duration();
    if (duration == null) {
      return Optional.ofNullable(media).map(input -> secondsOf("$T.secondsOf", input));
    }
    CodeBlock seconds = quantity("seconds", text(duration), numberAt(duration), usual(duration));
    return Optional.of(
        media == null
            ? seconds
            : CodeBlock.of("$L$>$>\n$L$<$<", seconds, secondsOf(".unlessGiven", media)));
  }

  @Override
  public Optional<CodeBlock> visitItems(ChargeUnit.Items unit) {
    ParameterPath list = unit.list();
    return Optional.of(
        quantity("items", text(list), valueAt(list), amount(AbsentValues.items(spec, list))));
  }

  @Override
  public Optional<CodeBlock> visitCharacters(ChargeUnit.Characters unit) {
    ParameterPath path = unit.text();
    return Optional.of(
        quantity(
            "characters", text(path), valueAt(path), amount(AbsentValues.characters(spec, path))));
  }

  @Override
  public Optional<CodeBlock> visitTokens(ChargeUnit.Tokens unit) {
    ParameterPath path = unit.text();
    return Optional.of(
        quantity(
            "tokens",
            text(path),
            valueAt(path),
            amount(AbsentValues.bytes(spec, path)),
            CodeBlock.of("$L", unit.leastBytes()),
            CodeBlock.of("$L", unit.mostBytes())));
  }

  @Override
  public Optional<CodeBlock> visitMegapixels(ChargeUnit.Megapixels unit) {
    return Optional.of(
        quantity(
            "megapixels",
            CodeBlock.of("$S", unit.pixels().toPlainString()),
            side(unit.width()),
            side(unit.height())));
  }

  @Override
  public Optional<CodeBlock> visitUnshown(ChargeUnit.Unshown unit) {
    return Optional.of(quantity("unshown", JavaLiterals.text(unit.name())));
  }

  /** The number at a path, or what is left open by a value that is none. */
  CodeBlock numberAt(ParameterPath path) {
    return NumericExpressions.numberOf(
        accessors.valueAt(request, path),
        AbsentValues.range(spec, path).map(QuantityExpressions::amount));
  }

  /** An amount as a literal. */
  static CodeBlock amount(Amount amount) {
    if (amount.equals(Amount.ZERO) || amount.equals(Amount.ONE)) {
      return CodeBlock.of("$T.$L", Amount.class, amount.equals(Amount.ONE) ? "ONE" : "ZERO");
    }
    return amount.isExact()
        ? CodeBlock.of("$T.exactly($S)", Amount.class, amount.minimum().toPlainString())
        : CodeBlock.of(
            "$T.between($S, $S)",
            Amount.class,
            amount.minimum().toPlainString(),
            amount.maximum().toPlainString());
  }

  private CodeBlock secondsOf(String method, ParameterPath media) {
    CodeBlock called =
        method.startsWith(".") ? CodeBlock.of(method) : CodeBlock.of(method, Quantity.class);
    return CodeBlock.of("$L($L,$W$L,$Wdurations)", called, text(media), valueAt(media));
  }

  private CodeBlock side(ParameterPath path) {
    return quantity("number", numberAt(path), usual(path));
  }

  /** What counts where the number at a path is not provided. */
  private CodeBlock usual(ParameterPath path) {
    return AbsentValues.number(spec, path)
        .map(QuantityExpressions::amount)
        .orElse(CodeBlock.of("null"));
  }

  /** The value at a path, or all values at a path through lists. */
  private CodeBlock valueAt(ParameterPath path) {
    if (!path.leadsThroughLists()) {
      return unwrapped(accessors.valueAt(request, path));
    }
    TypedExpression list = accessors.listAt(request, path);
    TypedExpression item = AccessorMethods.lambdaItem(list);
    CodeBlock value = unwrapped(accessors.valueAt(item, path.afterLastList()));
    return CodeBlock.of("$T.each($L, $L -> $L)", Quantity.class, list.code(), item.code(), value);
  }

  /** A list that a record holds as one form of a union, as the list that it is in JSON. */
  private static CodeBlock unwrapped(TypedExpression value) {
    if (value.type() instanceof NullableType type) {
      return unwrapped(AccessorMethods.orNull(value, type));
    }
    JavaType type = value.type();
    return type instanceof UnionType union
        ? union.variants().stream()
            .filter(form -> form.type() instanceof ListType)
            .findFirst()
            .map(
                form ->
                    CodeBlock.of(
                        "$L instanceof $T form ? form.value() : $L",
                        value.code(),
                        form.name(),
                        value.code()))
            .orElse(value.code())
        : value.code();
  }

  private static CodeBlock text(ParameterPath path) {
    return JavaLiterals.text(path.toString());
  }

  private static CodeBlock quantity(String method, CodeBlock... arguments) {
    return CodeBlock.of(
        "$T.$L($L)",
        Quantity.class,
        method,
        CodeBlock.join(new ArrayList<>(Arrays.asList(arguments)), ",$W"));
  }
}
