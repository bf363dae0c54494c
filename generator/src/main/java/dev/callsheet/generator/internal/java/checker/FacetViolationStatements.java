package dev.callsheet.generator.internal.java.checker;

import com.palantir.javapoet.CodeBlock;
import dev.callsheet.generator.internal.java.type.JavaLiterals;
import dev.callsheet.generator.internal.java.type.JavaType.JdkType;
import dev.callsheet.spec.logic.Facet;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Statements that report a value which a facet does not hold of.
 *
 * @param value the variable that holds it
 * @param unit such as {@code s}; empty when it has none
 */
record FacetViolationStatements(
    TypedExpression value, String unit, PointerExpression at, FacetConditions facetConditions) {
  /**
   * The statements for one facet; empty when it says nothing of such values.
   *
   * @param result where the outcome goes: {@code return found} or {@code all = all}
   */
  CodeBlock checkStatements(Facet facet, String result) {
    if (facet instanceof Facet.Range range && value.type() instanceof JdkType plain) {
      return plain.isNumber() ? checkStatements(range, result) : CodeBlock.of("");
    }
    if (facet instanceof Facet.MultipleOf step && isImpliedByType(step)) {
      return CodeBlock.of("");
    }
    BooleanExpression holds = facetConditions.condition(value, facet);
    return holds.equals(BooleanExpression.TRUE)
        ? CodeBlock.of("")
        : ifStatement(holds.not(), facetViolation(facet, result));
  }

  /** Every integer is a multiple of 1. */
  private boolean isImpliedByType(Facet.MultipleOf step) {
    return step.divisor().compareTo(BigDecimal.ONE) == 0
        && (value.type().equals(new JdkType(Integer.class))
            || value.type().equals(new JdkType(Long.class)));
  }

  private CodeBlock checkStatements(Facet.Range range, String result) {
    CodeBlock.Builder code = CodeBlock.builder();
    @Nullable BigDecimal minimum = range.minimum();
    if (minimum != null) {
      boolean exclusive = range.minimumExclusive();
      code.add(
          ifStatement(
              boundViolated(exclusive ? "<=" : "<", minimum),
              outOfRangeViolation(
                  CheckerMessages.minimumRequirement(minimum, exclusive, unit), result)));
    }
    @Nullable BigDecimal maximum = range.maximum();
    if (maximum != null) {
      boolean exclusive = range.maximumExclusive();
      code.add(
          ifStatement(
              boundViolated(exclusive ? ">=" : ">", maximum),
              outOfRangeViolation(
                  CheckerMessages.maximumRequirement(maximum, exclusive, unit), result)));
    }
    return code.build();
  }

  private BooleanExpression boundViolated(String operator, BigDecimal number) {
    return BooleanExpression.comparison(
        "$L $L $L", value, operator, JavaLiterals.number(number));
  }

  private static CodeBlock ifStatement(BooleanExpression broken, CodeBlock statement) {
    return CodeBlock.builder()
        .beginControlFlow("if ($L)", broken.inLines())
        .addStatement("$L", statement)
        .endControlFlow()
        .build();
  }

  private CodeBlock outOfRangeViolation(String demand, String result) {
    return call(
        result + ".wrongValue", text("out-of-range"), at.code(), value.code(), text(demand));
  }

  private CodeBlock facetViolation(Facet facet, String result) {
    if (facet instanceof Facet.Length length) {
      CodeBlock bounds = text(CheckerMessages.countRequirement(length.minimum(), length.maximum()));
      return call(
          result + ".wrongLength", at.code(), JsonTypeConditions.asText(value).code(), bounds);
    }
    if (facet instanceof Facet.ItemCount items) {
      CodeBlock bounds = text(CheckerMessages.countRequirement(items.minimum(), items.maximum()));
      return call(
          result + ".wrongItemCount", countViolationId(items), at.code(), value.code(), bounds);
    }
    CodeBlock demand = CheckMethods.wrappedText(CheckerMessages.requirement(facet, unit));
    return call(
        result + ".wrongValue",
        text(CheckerMessages.violationId(facet)),
        at.code(),
        value.code(),
        demand);
  }

  private CodeBlock countViolationId(Facet.ItemCount items) {
    if (items.minimum() == null || items.maximum() == null) {
      return text(items.minimum() == null ? "too-many-items" : "too-few-items");
    }
    return CodeBlock.of(
        "$L.size() < $L ? $S : $S",
        value.code(),
        items.minimum(),
        "too-few-items",
        "too-many-items");
  }

  private static CodeBlock text(String text) {
    return JavaLiterals.text(text);
  }

  private static CodeBlock call(String head, CodeBlock... arguments) {
    return CodeBlock.of("$L($L)", head, CodeBlock.join(List.of(arguments), ",$W"));
  }
}
