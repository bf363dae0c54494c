package dev.callsheet.generator.internal.java.checker;

import com.palantir.javapoet.CodeBlock;
import dev.callsheet.generator.internal.java.type.JavaLiterals;
import dev.callsheet.runtime.Requirement;
import dev.callsheet.runtime.RequirementVisitor;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Expressions for what a value must be, such as {@code Requirement.atLeast(3).in("s")}. */
final class RequirementExpressions implements RequirementVisitor<CodeBlock> {
  private static final RequirementExpressions INSTANCE = new RequirementExpressions();

  private RequirementExpressions() {}

  static CodeBlock of(Requirement requirement) {
    return requirement.accept(INSTANCE);
  }

  @Override
  public CodeBlock visitType(Requirement.Type type) {
    return CodeBlock.of("$T.$L", Requirement.Type.class, type.name());
  }

  @Override
  public CodeBlock visitSimple(Requirement.Simple simple) {
    return CodeBlock.of("$T.$L", Requirement.Simple.class, simple.name());
  }

  @Override
  public CodeBlock visitAnyOf(Requirement.AnyOf union) {
    return call("anyOf", union.alternatives(), RequirementExpressions::of);
  }

  @Override
  public CodeBlock visitOneOf(Requirement.OneOf oneOf) {
    return call("oneOf", oneOf.values(), value -> JavaLiterals.of((JsonNode) value));
  }

  @Override
  public CodeBlock visitInFormat(Requirement.InFormat format) {
    List<Enum<?>> arguments = new ArrayList<>();
    if (format.kind() != null) {
      arguments.add(format.kind());
    }
    arguments.addAll(format.formats());
    return call(
        "format", arguments, each -> CodeBlock.of("$T.$L", each.getDeclaringClass(), each.name()));
  }

  @Override
  public CodeBlock visitModelId(Requirement.ModelId requirement) {
    throw new IllegalArgumentException("not of a parameter: " + requirement);
  }

  @Override
  public CodeBlock visitBound(Requirement.Bound bound) {
    return quantity(methodName(bound.side()), bound.number(), bound.unit());
  }

  @Override
  public CodeBlock visitMultipleOf(Requirement.MultipleOf step) {
    return quantity("multipleOf", step.divisor(), step.unit());
  }

  @Override
  public CodeBlock visitMatching(Requirement.Matching pattern) {
    return CodeBlock.of(
        "$T.matching($L)", Requirement.class, CheckMethods.wrappedText(pattern.regex()));
  }

  @Override
  public CodeBlock visitDescribedMember(Requirement.DescribedMember member) {
    return CodeBlock.of(
        "new $T($L)", Requirement.DescribedMember.class, JavaLiterals.text(member.name()));
  }

  /** What the runtime calls a side: its methods that require it and those that test it. */
  static String methodName(Requirement.Side side) {
    return switch (side) {
      case AT_LEAST -> "atLeast";
      case MORE_THAN -> "moreThan";
      case AT_MOST -> "atMost";
      case LESS_THAN -> "lessThan";
    };
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
