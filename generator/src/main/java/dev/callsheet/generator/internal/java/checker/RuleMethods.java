package dev.callsheet.generator.internal.java.checker;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.callsheet.generator.internal.java.javadoc.JavadocComment;
import dev.callsheet.generator.internal.java.javadoc.JavadocHtml;
import dev.callsheet.generator.internal.java.naming.Identifiers;
import dev.callsheet.generator.internal.java.type.JavaLiterals;
import dev.callsheet.generator.internal.java.type.JavaType;
import dev.callsheet.generator.internal.java.type.JavaType.ListType;
import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.logic.RuleBody;
import dev.callsheet.spec.model.Deprecation;
import dev.callsheet.spec.model.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** A rule's method; for a rule inside items, one more that walks the list. */
final class RuleMethods {
  /** What {@code check} hands to the method of a rule, in the order of its parameters. */
  private static final List<Variable> INPUTS = List.of(Variable.REQUEST, Variable.PRESENCE_BITS);

  private static final CodeBlock RETURN =
      CodeBlock.builder().addStatement("return violations").build();

  private final Rule rule;
  private final String name;
  private final AccessorMethods accessors;
  private final FormulaConditions conditions;
  private final FormulaObservations observations;

  RuleMethods(
      Rule rule,
      String name,
      AccessorMethods accessors,
      FormulaConditions conditions,
      FormulaObservations observations) {
    this.rule = rule;
    this.name = name;
    this.accessors = accessors;
    this.conditions = conditions;
    this.observations = observations;
  }

  /** Adds the methods; gives the call to make. */
  CodeBlock addTo(List<MethodSpec> checker, TypedExpression request) {
    if (rule.scope().isRoot()) {
      Expression body = body(request, PointerExpression.ROOT);
      checker.add(requestCheckMethod(request.type(), body));
      String inputs =
          INPUTS.stream()
              .filter(body.uses()::contains)
              .map(input -> input.variableName() + ", ")
              .collect(Collectors.joining());
      return CodeBlock.of("all = $N($Lall)", name, inputs);
    }
    MethodSpec.Builder walk =
        CheckMethods.checkMethod(name, request.type(), Variable.REQUEST.variableName(), List.of());
    walk.addJavadoc(
        JavadocComment.at(1).paragraph(JavadocHtml.fromText(rule.description())).toCodeBlock());
    walk.addStatement("$T all = violations", RuntimeTypes.VIOLATIONS);
    int slot = checker.size();
    addListLoop(walk, request, PointerExpression.ROOT, rule.scope(), checker);
    checker.add(slot, walk.addStatement("return all").build());
    return CodeBlock.of("all = $N(request, all)", name);
  }

  /** Loops over the first list of a scope, and in it over the next; calls the rule inside. */
  private void addListLoop(
      MethodSpec.Builder method,
      TypedExpression owner,
      PointerExpression at,
      ParameterPath scope,
      List<MethodSpec> checker) {
    ParameterPath before = scope.beforeFirstList();
    ParameterPath after = scope.afterFirstList();
    TypedExpression list = AccessorMethods.listOf(accessors.valueAt(owner, before));
    PointerExpression place = at;
    for (String name : before.memberNames()) {
      place = place.member(name);
    }
    PointerExpression each = place.item();
    String local = CheckMethods.localName(before.lastName(), each.indexVariables(), "request");
    method.addStatement("$T $N = $L", list.type().name(), local, list.code());
    method.beginControlFlow("if ($N != null)", local);
    method.beginControlFlow(
        "for (int $1N = 0; $1N < $2N.size(); $1N++)", each.innermostIndex(), local);
    TypedExpression item =
        new TypedExpression(
            ((ListType) list.type()).items(),
            Expression.of("$N.get($N)", local, each.innermostIndex()));
    if (after.leadsThroughLists()) {
      addListLoop(method, item, each, after, checker);
    } else {
      String arguments = String.join(", ", each.indexVariables());
      method.addStatement("all = $N($L, $L, all)", name, item.code(), arguments);
      checker.add(itemCheckMethod(item.type(), each));
    }
    method.endControlFlow().endControlFlow();
  }

  /** A method for a rule of whole requests, with those parameters that its body uses. */
  private MethodSpec requestCheckMethod(JavaType request, Expression body) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addJavadoc(
                JavadocComment.at(1)
                    .paragraph(JavadocHtml.fromText(rule.description()))
                    .toCodeBlock())
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(RuntimeTypes.VIOLATIONS);
    if (body.uses().contains(Variable.REQUEST)) {
      method.addParameter(request.name(), Variable.REQUEST.variableName());
    }
    if (body.uses().contains(Variable.PRESENCE_BITS)) {
      method.addParameter(long.class, Variable.PRESENCE_BITS.variableName());
    }
    return method.addParameter(RuntimeTypes.VIOLATIONS, "violations").addCode(body.code()).build();
  }

  private MethodSpec itemCheckMethod(JavaType item, PointerExpression at) {
    String parameter = AccessorMethods.variableName(item);
    Expression body = body(TypedExpression.local(item, parameter), at);
    return CheckMethods.checkMethod(name, item, parameter, at.indexVariables())
        .addCode(body.code())
        .build();
  }

  private Expression body(TypedExpression scope, PointerExpression at) {
    conditions.startMethod();
    Expression enforced = ifViolated(rule.body(), enforcedViolation(), scope, at, true);
    @Nullable RuleBody documented = rule.documentedBody();
    return documented == null
        ? Expression.of("$L$L", enforced, RETURN)
        : Expression.of(
            "$L$L$L",
            enforced,
            ifViolated(documented, wordingViolation(), scope, at, false),
            RETURN);
  }

  private CodeBlock enforcedViolation() {
    Deprecation deprecation = rule.deprecation();
    if (deprecation != null && deprecation.sunset() != null) {
      return CodeBlock.of(
          "$T.warningUntil($>$>$L,$W$L,$W$>$>$L$<$<$<$<)",
          RuntimeTypes.RULE_VIOLATION,
          JavaLiterals.text(deprecation.sunset().toString()),
          JavaLiterals.text(rule.id()),
          CheckMethods.wrappedText(rule.description()));
    }
    return CodeBlock.of(
        "$T.$L($>$>$L,$W$>$>$L$<$<$<$<)",
        RuntimeTypes.RULE_VIOLATION,
        rule.severity() == Severity.ERROR ? "error" : "warning",
        JavaLiterals.text(rule.id()),
        CheckMethods.wrappedText(rule.description()));
  }

  private CodeBlock wordingViolation() {
    return CodeBlock.of(
        "$T.ofWording($>$>$L,$W$L,$W$>$>$L$<$<$<$<)",
        RuntimeTypes.RULE_VIOLATION,
        JavaLiterals.text(rule.id()),
        rule.contradicts() == null ? "null" : JavaLiterals.text(rule.contradicts()),
        rule.note() == null ? "null" : CheckMethods.wrappedText(rule.note()));
  }

  private Expression ifViolated(
      RuleBody body,
      CodeBlock violation,
      TypedExpression scope,
      PointerExpression at,
      boolean withObservations) {
    Formula formula = body.toFormula();
    BooleanExpression condition =
        BooleanExpression.and(
            List.of(
                conditions.violated(formula, scope),
                new DecidedConditions(conditions, scope, at).violated(formula)));
    List<Expression> calls = new ArrayList<>();
    if (!at.indexVariables().isEmpty()) {
      calls.add(Expression.of("\n.in($L)", at.code()));
    }
    if (withObservations) {
      calls.addAll(observations.calls(formula, scope));
    }
    calls.addAll(violationPlaces(formula, scope));
    Expression places = Expression.joined(calls, "");
    CodeBlock statement =
        CodeBlock.builder()
            .beginControlFlow("if ($L)", condition.inLines())
            .addStatement("return violations.with(\n$L$>$>$L$<$<)", violation, places.code())
            .endControlFlow()
            .build();
    return Expression.using(List.of(condition, places), statement);
  }

  /** Calls that name the parameters of a violated formula. */
  private List<Expression> violationPlaces(Formula formula, TypedExpression scope) {
    List<Expression> calls = new ArrayList<>();
    for (ParameterPath path : formula.parameters()) {
      conditions
          .violatedByItem(formula, path, scope)
          .ifPresent(blamed -> calls.add(violationAtEach(path, scope, blamed)));
      calls.add(path.leadsThroughLists() ? violationAtEach(path, scope) : violationAt(path, scope));
    }
    return calls;
  }

  private Expression violationAt(ParameterPath path, TypedExpression scope) {
    return Expression.of(
        "\n.at($L,$W$L)",
        JavaLiterals.text(PointerExpression.textOf(path)),
        accessors.providedAt(scope, path));
  }

  private Expression violationAtEach(ParameterPath path, TypedExpression scope) {
    TypedExpression item = AccessorMethods.lambdaItem(accessors.listAt(scope, path));
    return violationAtEach(path, scope, accessors.providedAt(item, path.afterLastList()));
  }

  private Expression violationAtEach(
      ParameterPath path, TypedExpression scope, BooleanExpression wanted) {
    ParameterPath before = path.beforeFirstList();
    ParameterPath after = path.afterFirstList();
    TypedExpression list = AccessorMethods.listOf(accessors.valueAt(scope, before));
    TypedExpression item = AccessorMethods.lambdaItem(list);
    boolean isDeeper = after.leadsThroughLists();
    return Expression.of(
        "\n.atEach($L,$W$L,$W$L,$>$>\n$L -> $L$<$<)",
        JavaLiterals.text(PointerExpression.textOf(before)),
        list,
        JavaLiterals.text(isDeeper ? "" : PointerExpression.textOf(after)),
        item,
        isDeeper ? BooleanExpression.TRUE : wanted);
  }

  /** The name of a rule's method. */
  static String methodName(Rule rule) {
    return Identifiers.memberName(rule.id());
  }
}
