package dev.callsheet.generator.java.check;

import com.palantir.javapoet.CodeBlock;
import dev.callsheet.generator.java.layout.Wrapped;
import dev.callsheet.generator.java.type.JavaType.Plain;
import dev.callsheet.generator.java.type.Literals;
import dev.callsheet.spec.calculus.Facet;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Statements that report a value which a facet does not hold of.
 *
 * @param value the variable that holds it
 * @param unit such as {@code s}; empty when it has none
 */
record WrongValue(Site value, String unit, Pointer at, FacetConditions facets) {
  private static final int INDENT = 6;

  /**
   * The statements for one facet; empty when it says nothing of such values.
   *
   * @param result where the outcome goes: {@code return found} or {@code all = all}
   */
  CodeBlock unless(Facet facet, String result) {
    if (facet instanceof Facet.Range range && value.type() instanceof Plain plain) {
      return plain.isNumber() ? unless(range, result) : CodeBlock.of("");
    }
    if (facet instanceof Facet.Step step && isSaid(step)) {
      return CodeBlock.of("");
    }
    Condition holds = facets.of(value, facet);
    return holds.equals(Condition.TRUE)
        ? CodeBlock.of("")
        : report(holds.not(), wrong(facet, result));
  }

  /** Every integer is a multiple of 1. */
  private boolean isSaid(Facet.Step step) {
    return step.multipleOf().compareTo(BigDecimal.ONE) == 0
        && (value.type().equals(new Plain(Integer.class))
            || value.type().equals(new Plain(Long.class)));
  }

  private CodeBlock unless(Facet.Range range, String result) {
    CodeBlock.Builder code = CodeBlock.builder();
    @Nullable BigDecimal minimum = range.minimum();
    if (minimum != null) {
      boolean exclusive = range.minimumExclusive();
      code.add(
          report(
              bound(exclusive ? "<=" : "<", minimum),
              outOfRange(Demand.minimum(minimum, exclusive, unit), result)));
    }
    @Nullable BigDecimal maximum = range.maximum();
    if (maximum != null) {
      boolean exclusive = range.maximumExclusive();
      code.add(
          report(
              bound(exclusive ? ">=" : ">", maximum),
              outOfRange(Demand.maximum(maximum, exclusive, unit), result)));
    }
    return code.build();
  }

  private Condition bound(String operator, BigDecimal number) {
    return Condition.comparison(
        CodeBlock.of("$L $L $L", value.code(), operator, Literals.number(number)));
  }

  private static CodeBlock report(Condition broken, CodeBlock statement) {
    return CodeBlock.builder()
        .beginControlFlow("if ($>$>$L$<$<)", broken.inLines(INDENT + 2, 3))
        .addStatement("$L", statement)
        .endControlFlow()
        .build();
  }

  private CodeBlock outOfRange(String demand, String result) {
    return call(result + ".wrong", text("out-of-range"), at.code(), value.code(), text(demand));
  }

  private CodeBlock wrong(Facet facet, String result) {
    if (facet instanceof Facet.Length length) {
      CodeBlock bounds = text(Demand.bounds(length.minimum(), length.maximum()));
      return call(result + ".wrongLength", at.code(), Types.text(value).code(), bounds);
    }
    if (facet instanceof Facet.Items items) {
      CodeBlock bounds = text(Demand.bounds(items.minimum(), items.maximum()));
      return call(result + ".wrongCount", countRule(items), at.code(), value.code(), bounds);
    }
    CodeBlock demand = Methods.text(Demand.of(facet, unit));
    return call(result + ".wrong", text(Demand.rule(facet)), at.code(), value.code(), demand);
  }

  private CodeBlock countRule(Facet.Items items) {
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
    return Literals.text(text);
  }

  private static CodeBlock call(String head, CodeBlock... arguments) {
    int assignment = head.indexOf(" = ");
    return assignment < 0
        ? Wrapped.call(INDENT, CodeBlock.of("$L", head), List.of(arguments), 1)
        : Wrapped.assigned(
            INDENT,
            head.substring(0, assignment),
            CodeBlock.of("$L", head.substring(assignment + " = ".length())),
            List.of(arguments));
  }
}
