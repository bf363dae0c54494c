package dev.callsheet.generator.internal.java.checker;

import com.palantir.javapoet.CodeBlock;
import dev.callsheet.generator.internal.java.type.JavaLiterals;
import dev.callsheet.runtime.Requirement;
import dev.callsheet.runtime.TextFormat;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Expressions for what a value must be, such as {@code Requirement.atLeast(3).in("s")}. */
final class RequirementExpressions {
  private RequirementExpressions() {}

  static CodeBlock of(Requirement requirement) {
    if (requirement instanceof Requirement.Type type) {
      return CodeBlock.of("$T.$L", Requirement.Type.class, type.name());
    }
    if (requirement instanceof Requirement.Simple simple) {
      return CodeBlock.of("$T.$L", Requirement.Simple.class, simple.name());
    }
    if (requirement instanceof Requirement.AnyOf union) {
      return call("anyOf", union.alternatives(), RequirementExpressions::of);
    }
    if (requirement instanceof Requirement.OneOf oneOf) {
      return call("oneOf", oneOf.values(), value -> JavaLiterals.of((JsonNode) value));
    }
    if (requirement instanceof Requirement.InFormat format) {
      return call(
          "format", format.formats(), each -> CodeBlock.of("$T.$L", TextFormat.class, each.name()));
    }
    if (requirement instanceof Requirement.Bound bound) {
      String side =
          switch (bound.side()) {
            case AT_LEAST -> "atLeast";
            case MORE_THAN -> "moreThan";
            case AT_MOST -> "atMost";
            case LESS_THAN -> "lessThan";
          };
      return quantity(side, bound.number(), bound.unit());
    }
    if (requirement instanceof Requirement.MultipleOf step) {
      return quantity("multipleOf", step.divisor(), step.unit());
    }
    if (requirement instanceof Requirement.Matching pattern) {
      return CodeBlock.of(
          "$T.matching($L)", Requirement.class, CheckMethods.wrappedText(pattern.regex()));
    }
    if (requirement instanceof Requirement.DescribedMember member) {
      return CodeBlock.of(
          "new $T($L)", Requirement.DescribedMember.class, JavaLiterals.text(member.name()));
    }
    throw new IllegalArgumentException("not of a parameter: " + requirement);
  }

  private static <T> CodeBlock call(
      String factory, List<T> arguments, Function<T, CodeBlock> expression) {
    return CodeBlock.of(
        "$T.$L($L)",
        Requirement.class,
        factory,
        arguments.stream().map(expression).collect(CodeBlock.joining(",$W")));
  }

  private static CodeBlock quantity(String factory, Number number, String unit) {
    CodeBlock literal = JavaLiterals.number((BigDecimal) number);
    return unit.isEmpty()
        ? CodeBlock.of("$T.$L($L)", Requirement.class, factory, literal)
        : CodeBlock.of(
            "$T.$L($L).in($L)", Requirement.class, factory, literal, JavaLiterals.text(unit));
  }
}
