package dev.callsheet.generator.internal.java.checker;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.callsheet.generator.internal.java.formatting.LineWrapping;
import dev.callsheet.generator.internal.java.javadoc.JavadocComment;
import dev.callsheet.generator.internal.java.javadoc.JavadocHtml;
import dev.callsheet.generator.internal.java.naming.Identifiers;
import dev.callsheet.generator.internal.java.type.JavaLiterals;
import dev.callsheet.generator.internal.java.type.JavaType.ListType;
import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.RuleBody;
import dev.callsheet.spec.model.RuleSemantics;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** A rule's method; for a rule inside items, one more that walks the list. */
final class RuleMethods {
  private static final Pattern STRING_LITERAL = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"");
  private static final Pattern REQUEST_USE = Pattern.compile("(?<![.\\w])request\\b(?!\\()");
  private static final Pattern PRESENCE_BITS_USE = Pattern.compile("(?<![.\\w])given\\b(?!\\()");

  private final Rule rule;
  private final String name;
  private final AccessorMethods accessors;
  private final FormulaConditions conditions;

  RuleMethods(Rule rule, String name, AccessorMethods accessors, FormulaConditions conditions) {
    this.rule = rule;
    this.name = name;
    this.accessors = accessors;
    this.conditions = conditions;
  }

  /** Adds the methods; gives the call to make. */
  CodeBlock addTo(List<MethodSpec> checker, TypedExpression request) {
    if (rule.scope().isRoot()) {
      MethodSpec judge = checkMethod(request, PointerExpression.ROOT);
      checker.add(judge);
      String arguments =
          judge.parameters().stream()
              .map(parameter -> parameter.name().equals("found") ? "all" : parameter.name())
              .collect(Collectors.joining(", "));
      return CodeBlock.of("all = $N($L)", name, arguments);
    }
    MethodSpec.Builder walk = CheckMethods.checkMethod(name, request, List.of());
    walk.addJavadoc(
        JavadocComment.at(1).paragraph(JavadocHtml.fromText(rule.description())).toCodeBlock());
    walk.addStatement("$T all = found", RuntimeTypes.VIOLATIONS);
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
    int first = scope.steps().indexOf(ParameterPath.Step.EachItem.INSTANCE);
    ParameterPath before = new ParameterPath(scope.steps().subList(0, first));
    ParameterPath after = new ParameterPath(scope.steps().subList(first + 1, scope.steps().size()));
    TypedExpression list = accessors.valueAt(owner, before);
    PointerExpression place = at;
    for (ParameterPath.Step step : before.steps()) {
      place = place.member(((ParameterPath.Step.Member) step).name());
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
            CodeBlock.of("$N.get($N)", local, each.innermostIndex()));
    if (FormulaConditions.isInList(after)) {
      addListLoop(method, item, each, after, checker);
    } else {
      String arguments = String.join(", ", each.indexVariables());
      method.addStatement("all = $N($L, $L, all)", name, item.code(), arguments);
      TypedExpression parameter =
          new TypedExpression(
              item.type(), CodeBlock.of("$N", AccessorMethods.variableName(item.type())));
      checker.add(checkMethod(parameter, each));
    }
    method.endControlFlow().endControlFlow();
  }

  private MethodSpec checkMethod(TypedExpression scope, PointerExpression at) {
    conditions.startMethod();
    CodeBlock.Builder body = CodeBlock.builder();
    addCondition(body, rule.body(), rule.severity(), rule.description(), scope, at);
    @Nullable RuleBody documented = rule.documentedBody();
    if (documented != null) {
      addCondition(body, documented, Severity.WARNING, documentedOnlyMessage(), scope, at);
    }
    MethodSpec.Builder method =
        at.indexVariables().isEmpty()
            ? rootCheckMethod(scope, body.build())
            : CheckMethods.checkMethod(name, scope, at.indexVariables());
    return method.addCode(body.addStatement("return found").build()).build();
  }

  /** A method that is handed of the task what it looks at: values, or what is provided, or both. */
  private MethodSpec.Builder rootCheckMethod(TypedExpression request, CodeBlock body) {
    String code = STRING_LITERAL.matcher(body.toString()).replaceAll("");
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addJavadoc(
                JavadocComment.at(1)
                    .paragraph(JavadocHtml.fromText(rule.description()))
                    .toCodeBlock())
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(RuntimeTypes.VIOLATIONS);
    if (REQUEST_USE.matcher(code).find()) {
      method.addParameter(request.type().name(), "request");
    }
    if (PRESENCE_BITS_USE.matcher(code).find()) {
      method.addParameter(long.class, "given");
    }
    return method.addParameter(RuntimeTypes.VIOLATIONS, "found");
  }

  private void addCondition(
      CodeBlock.Builder method,
      RuleBody body,
      Severity severity,
      String message,
      TypedExpression scope,
      PointerExpression at) {
    Formula formula = RuleSemantics.toFormula(body);
    List<BooleanExpression> broken = new ArrayList<>();
    broken.add(conditions.violated(formula, scope));
    pathsOfValues(formula).forEach(path -> broken.add(isReliable(path, at)));
    method
        .beginControlFlow("if ($>$>$L$<$<)", BooleanExpression.and(broken).wrapped(8, 3))
        .addStatement("return found.with(\n$L)", violation(formula, severity, message, scope, at))
        .endControlFlow();
  }

  private CodeBlock violation(
      Formula formula,
      Severity severity,
      String message,
      TypedExpression scope,
      PointerExpression at) {
    CodeBlock head =
        CodeBlock.of(
            "$T.$L", RuntimeTypes.RULE_VIOLATION, severity == Severity.ERROR ? "error" : "warning");
    CodeBlock id = JavaLiterals.text(rule.id());
    CodeBlock flat = CodeBlock.of("$L($L, $L)", head, id, JavaLiterals.text(message));
    CodeBlock.Builder code = CodeBlock.builder();
    if (LineWrapping.fits(flat, 10, 0)) {
      code.add(flat);
    } else {
      code.add("$L(\n$>$>$>$>$L,\n$L)$<$<$<$<", head, id, CheckMethods.wrappedText(message));
    }
    code.add("$>$>");
    if (!at.indexVariables().isEmpty()) {
      code.add("\n.in($L)", at.code());
    }
    List<ParameterPath> named = RuleSemantics.parametersOf(formula);
    for (ParameterPath path : named) {
      conditions
          .violatedByItem(formula, path, scope)
          .ifPresent(blamed -> code.add("\n$L", violationAtEach(path, scope, blamed)));
      int after = path.equals(named.get(named.size() - 1)) ? ");".length() : 0;
      code.add(
          "\n$L",
          FormulaConditions.isInList(path)
              ? violationAtEach(path, scope)
              : violationAt(path, scope, after));
    }
    return code.add("$<$<").build();
  }

  private CodeBlock violationAt(ParameterPath path, TypedExpression scope, int after) {
    return LineWrapping.nestedCall(
        14,
        CodeBlock.of(".at"),
        List.of(
            JavaLiterals.text(PointerExpression.textOf(path)),
            accessors.providedAt(scope, path).code()),
        after);
  }

  private CodeBlock violationAtEach(ParameterPath path, TypedExpression scope) {
    TypedExpression item = AccessorMethods.lambdaItem(accessors.listAt(scope, path));
    return violationAtEach(
        path, scope, accessors.providedAt(item, AccessorMethods.afterLastList(path)));
  }

  private CodeBlock violationAtEach(
      ParameterPath path, TypedExpression scope, BooleanExpression wanted) {
    int first = path.steps().indexOf(ParameterPath.Step.EachItem.INSTANCE);
    ParameterPath before = new ParameterPath(path.steps().subList(0, first));
    ParameterPath after = new ParameterPath(path.steps().subList(first + 1, path.steps().size()));
    TypedExpression list = accessors.valueAt(scope, before);
    TypedExpression item = AccessorMethods.lambdaItem(list);
    boolean isDeeper = FormulaConditions.isInList(after);
    return LineWrapping.nestedCall(
        14,
        CodeBlock.of(".atEach"),
        List.of(
            JavaLiterals.text(PointerExpression.textOf(before)),
            list.code(),
            JavaLiterals.text(isDeeper ? "" : PointerExpression.textOf(after)),
            CodeBlock.of("$L -> $L", item.code(), isDeeper ? CodeBlock.of("true") : wanted.code())),
        2);
  }

  /** A rule is not broken by a value that is itself wrong. */
  private static BooleanExpression isReliable(ParameterPath path, PointerExpression at) {
    CodeBlock pointer =
        at.indexVariables().isEmpty()
            ? JavaLiterals.text(PointerExpression.textOf(path))
            : CodeBlock.of("$L + $L", at.code(), JavaLiterals.text(PointerExpression.textOf(path)));
    return BooleanExpression.atom(CodeBlock.of("found.isReliable($L)", pointer));
  }

  /** The parameters whose values, not only their presence, a formula looks at. */
  private static Set<ParameterPath> pathsOfValues(Formula formula) {
    Set<ParameterPath> found = new LinkedHashSet<>();
    if (formula instanceof Formula.Not negated) {
      found.addAll(pathsOfValues(negated.part()));
    } else if (formula instanceof Formula.Implies conditional) {
      found.addAll(pathsOfValues(conditional.condition()));
      found.addAll(pathsOfValues(conditional.consequence()));
    } else if (formula instanceof Formula.All combined) {
      combined.parts().forEach(part -> found.addAll(pathsOfValues(part)));
    } else if (formula instanceof Formula.Any combined) {
      combined.parts().forEach(part -> found.addAll(pathsOfValues(part)));
    } else if (formula instanceof Formula.Count combined) {
      combined.parts().forEach(part -> found.addAll(pathsOfValues(part)));
    } else if (!(formula instanceof Formula.Provided)) {
      found.addAll(RuleSemantics.parametersOf(formula));
    }
    return found;
  }

  private String documentedOnlyMessage() {
    String contradiction =
        rule.contradicts() == null
            ? ""
            : "; taken literally, that wording contradicts rule `" + rule.contradicts() + "`";
    return "This breaks only the published wording of rule `"
        + rule.id()
        + "`, not what is enforced"
        + contradiction
        + "."
        + (rule.note() == null ? "" : " " + rule.note());
  }

  /** The name of a rule's method. */
  static String methodName(Rule rule) {
    return Identifiers.memberName(rule.id());
  }
}
