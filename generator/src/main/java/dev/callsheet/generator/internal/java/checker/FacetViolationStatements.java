package dev.callsheet.generator.internal.java.checker;

import com.palantir.javapoet.CodeBlock;
import dev.callsheet.generator.internal.java.type.JavaLiterals;
import dev.callsheet.generator.internal.java.type.JavaType.JdkType;
import dev.callsheet.runtime.Requirement;
import dev.callsheet.runtime.Requirement.Bound;
import dev.callsheet.runtime.Requirement.Side;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.validation.Requirements;
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
   * @param result where the outcome goes: {@code return violations} or {@code all = all}
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
              wrongValue(
                  new Bound(exclusive ? Side.MORE_THAN : Side.AT_LEAST, minimum, unit), result)));
    }
    @Nullable BigDecimal maximum = range.maximum();
    if (maximum != null) {
      boolean exclusive = range.maximumExclusive();
      code.add(
          ifStatement(
              boundViolated(exclusive ? ">=" : ">", maximum),
              wrongValue(
                  new Bound(exclusive ? Side.LESS_THAN : Side.AT_MOST, maximum, unit), result)));
    }
    return code.build();
  }

  private BooleanExpression boundViolated(String operator, BigDecimal number) {
    return BooleanExpression.comparison("$L $L $L", value, operator, JavaLiterals.number(number));
  }

  private static CodeBlock ifStatement(BooleanExpression broken, CodeBlock statement) {
    return CodeBlock.builder()
        .beginControlFlow("if ($L)", broken.inLines())
        .addStatement("$L", statement)
        .endControlFlow()
        .build();
  }

  private CodeBlock facetViolation(Facet facet, String result) {
    if (facet instanceof Facet.Length length) {
      return call(
          result + ".wrongLength",
          at.code(),
          JsonTypeConditions.asText(value).code(),
          minimum(length.minimum()),
          maximum(length.maximum()));
    }
    if (facet instanceof Facet.ItemCount items) {
      return call(
          result + ".wrongItemCount",
          at.code(),
          value.code(),
          minimum(items.minimum()),
          maximum(items.maximum()));
    }
    return wrongValue(Requirements.of(facet, unit), result);
  }

  private CodeBlock wrongValue(Requirement requirement, String result) {
    return call(
        result + ".wrongValue", at.code(), value.code(), RequirementExpressions.of(requirement));
  }

  private static CodeBlock minimum(@Nullable Integer minimum) {
    return CodeBlock.of("$L", minimum == null ? 0 : minimum);
  }

  private static CodeBlock maximum(@Nullable Integer maximum) {
    return maximum == null
        ? CodeBlock.of("$T.MAX_VALUE", Integer.class)
        : CodeBlock.of("$L", maximum);
  }

  private static CodeBlock call(String head, CodeBlock... arguments) {
    return CodeBlock.of("$L($L)", head, CodeBlock.join(List.of(arguments), ",$W"));
  }
}
