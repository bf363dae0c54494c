package dev.callsheet.generator.internal.java.checker;

import com.palantir.javapoet.CodeBlock;
import dev.callsheet.generator.internal.java.type.JavaLiterals;
import dev.callsheet.runtime.LengthUnit;
import dev.callsheet.runtime.Requirement;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.validation.FacetViolationVisitor;
import dev.callsheet.spec.validation.Requirements;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Statements that test a value by a facet and report it where the facet does not hold; none for a
 * facet that says nothing of such values.
 */
final class FacetViolationStatements extends FacetViolationVisitor<CodeBlock> {
  private final TypedExpression value;
  private final PointerExpression at;
  private final FacetConditions facetConditions;
  private final String result;
  private final boolean isAfterOthers;

  /**
   * Tests a value.
   *
   * @param value the variable that holds it
   * @param unit such as {@code s}; empty when it has none
   * @param at where it is
   * @param result where the outcome goes, such as {@code return violations}
   */
  FacetViolationStatements(
      TypedExpression value,
      String unit,
      PointerExpression at,
      FacetConditions facetConditions,
      String result) {
    this(value, unit, at, facetConditions, result, false);
  }

  private FacetViolationStatements(
      TypedExpression value,
      String unit,
      PointerExpression at,
      FacetConditions facetConditions,
      String result,
      boolean isAfterOthers) {
    super(unit);
    this.value = value;
    this.at = at;
    this.facetConditions = facetConditions;
    this.result = result;
    this.isAfterOthers = isAfterOthers;
  }

  /**
   * The statements for facets of one value that is looked into afterwards; {@code all} has what is
   * found. Only the first facet that does not hold is reported: one value, one message.
   */
  static CodeBlock forAll(
      List<Facet> facets,
      TypedExpression value,
      PointerExpression at,
      FacetConditions facetConditions) {
    CodeBlock.Builder statements = CodeBlock.builder();
    for (Facet facet : facets) {
      boolean isAfterOthers = !statements.isEmpty();
      statements.add(
          facet.accept(
              new FacetViolationStatements(
                  value, "", at, facetConditions, "all = all", isAfterOthers)));
    }
    return statements.build();
  }

  @Override
  protected CodeBlock wrongValue(Facet facet, Requirement requirement) {
    return ifViolated(facet, wrongValue(requirement));
  }

  /** A number is reported with the nearest that is listed. */
  @Override
  public CodeBlock visitOneOf(Facet.OneOf facet) {
    Requirement listed = new Requirement.OneOf(facet.values());
    return JsonTypeConditions.hasJsonType(value.type(), JsonType.NUMBER)
        ? ifViolated(facet, call("unlistedNumber", value.code(), RequirementExpressions.of(listed)))
        : wrongValue(facet, listed);
  }

  /** A statement for each bound, which reports that bound alone. */
  @Override
  public CodeBlock visitRange(Facet.Range facet) {
    return JsonTypeConditions.hasJsonType(value.type(), JsonType.NUMBER)
        ? Requirements.ofBounds(facet, unit()).stream()
            .filter(bound -> !isImpliedByType(bound))
            .map(bound -> ifStatement(isBeyond(bound), wrongValue(bound)))
            .collect(CodeBlock.joining(""))
        : CodeBlock.of("");
  }

  /** Every integer is a multiple of 1. */
  @Override
  public CodeBlock visitMultipleOf(Facet.MultipleOf facet) {
    boolean isImpliedByType =
        facet.divisor().compareTo(BigDecimal.ONE) == 0
            && JsonTypeConditions.isJdkType(value.type(), Integer.class, Long.class);
    return isImpliedByType ? CodeBlock.of("") : super.visitMultipleOf(facet);
  }

  @Override
  public CodeBlock visitLength(Facet.Length facet) {
    CodeBlock text = JsonTypeConditions.asText(value).code();
    CodeBlock counted =
        facet.unit() == LengthUnit.CODE_POINTS
            ? text
            : CodeBlock.of("$L,$W$T.$L", text, LengthUnit.class, facet.unit().name());
    return ifViolated(facet, wrongCount("wrongLength", counted, facet.minimum(), facet.maximum()));
  }

  @Override
  public CodeBlock visitItemCount(Facet.ItemCount facet) {
    return ifViolated(
        facet, wrongCount("wrongItemCount", value.code(), facet.minimum(), facet.maximum()));
  }

  @Override
  public CodeBlock visitMemberCount(Facet.MemberCount facet) {
    return ifViolated(
        facet, wrongCount("wrongMemberCount", value.code(), facet.minimum(), facet.maximum()));
  }

  /** Whether no number of the type is beyond it; a comparison would be refused by some tools. */
  private boolean isImpliedByType(Requirement.Bound bound) {
    if (!JsonTypeConditions.isJdkType(value.type(), Integer.class, Long.class)) {
      return false;
    }
    boolean isInt = JsonTypeConditions.isJdkType(value.type(), Integer.class);
    BigDecimal least = BigDecimal.valueOf(isInt ? Integer.MIN_VALUE : Long.MIN_VALUE);
    BigDecimal most = BigDecimal.valueOf(isInt ? Integer.MAX_VALUE : Long.MAX_VALUE);
    BigDecimal number = (BigDecimal) bound.number();
    return switch (bound.side()) {
      case AT_LEAST -> number.compareTo(least) <= 0;
      case MORE_THAN -> number.compareTo(least) < 0;
      case AT_MOST -> number.compareTo(most) >= 0;
      case LESS_THAN -> number.compareTo(most) > 0;
    };
  }

  private BooleanExpression isBeyond(Requirement.Bound bound) {
    String operator =
        switch (bound.side()) {
          case AT_LEAST -> "<";
          case MORE_THAN -> "<=";
          case AT_MOST -> ">";
          case LESS_THAN -> ">=";
        };
    return BooleanExpression.comparison(
        "$L $L $L", value, operator, JavaLiterals.number((BigDecimal) bound.number()));
  }

  private CodeBlock ifViolated(Facet facet, CodeBlock violation) {
    BooleanExpression holds = facetConditions.condition(value, facet);
    return holds.equals(BooleanExpression.TRUE)
        ? CodeBlock.of("")
        : ifStatement(holds.not(), violation);
  }

  private CodeBlock ifStatement(BooleanExpression broken, CodeBlock statement) {
    BooleanExpression reported =
        isAfterOthers
            ? BooleanExpression.and(
                List.of(broken, BooleanExpression.atom("all.isReliable($L)", at.code())))
            : broken;
    return CodeBlock.builder()
        .beginControlFlow("if ($L)", reported.inLines())
        .addStatement("$L", statement)
        .endControlFlow()
        .build();
  }

  private CodeBlock wrongValue(Requirement requirement) {
    return call("wrongValue", value.code(), RequirementExpressions.of(requirement));
  }

  private CodeBlock wrongCount(
      String method, CodeBlock counted, @Nullable Integer minimum, @Nullable Integer maximum) {
    return call(
        method,
        counted,
        CodeBlock.of("$L", minimum == null ? 0 : minimum),
        maximum == null
            ? CodeBlock.of("$T.MAX_VALUE", Integer.class)
            : CodeBlock.of("$L", maximum));
  }

  private CodeBlock call(String method, CodeBlock... arguments) {
    return CodeBlock.of(
        "$L.$L($L,$W$L)", result, method, at.code(), CodeBlock.join(List.of(arguments), ",$W"));
  }
}
