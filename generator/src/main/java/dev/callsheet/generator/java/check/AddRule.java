package dev.callsheet.generator.java.check;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.callsheet.generator.java.layout.Wrapped;
import dev.callsheet.generator.java.naming.Identifiers;
import dev.callsheet.generator.java.prose.Javadoc;
import dev.callsheet.generator.java.prose.Markup;
import dev.callsheet.generator.java.type.JavaType.ListOf;
import dev.callsheet.generator.java.type.Literals;
import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.calculus.Formula;
import dev.callsheet.spec.calculus.Path;
import dev.callsheet.spec.model.Requirement;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.RuleBody;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** A rule's method; for a rule inside items, one more that walks the list. */
final class AddRule {
  private static final Pattern TEXT = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"");
  private static final Pattern REQUEST = Pattern.compile("(?<![.\\w])request\\b(?!\\()");
  private static final Pattern GIVEN = Pattern.compile("(?<![.\\w])given\\b(?!\\()");

  private final Rule rule;
  private final String name;
  private final Accessors accessors;
  private final Conditions conditions;

  AddRule(Rule rule, String name, Accessors accessors, Conditions conditions) {
    this.rule = rule;
    this.name = name;
    this.accessors = accessors;
    this.conditions = conditions;
  }

  /** Adds the methods; gives the call to make. */
  CodeBlock to(List<MethodSpec> checker, Site request) {
    if (rule.scope().isRoot()) {
      MethodSpec judge = judge(request, Pointer.ROOT);
      checker.add(judge);
      String arguments =
          judge.parameters().stream()
              .map(parameter -> parameter.name().equals("found") ? "all" : parameter.name())
              .collect(Collectors.joining(", "));
      return CodeBlock.of("all = $N($L)", name, arguments);
    }
    MethodSpec.Builder walk = Methods.judging(name, request, List.of());
    walk.addJavadoc(Javadoc.at(1).paragraph(Markup.of(rule.sentence())).toCode());
    walk.addStatement("$T all = found", RuntimeTypes.VIOLATIONS);
    int slot = checker.size();
    walk(walk, request, Pointer.ROOT, rule.scope(), checker);
    checker.add(slot, walk.addStatement("return all").build());
    return CodeBlock.of("all = $N(request, all)", name);
  }

  /** Loops over the first list of a scope, and in it over the next; calls the rule inside. */
  private void walk(
      MethodSpec.Builder method, Site owner, Pointer at, Path scope, List<MethodSpec> checker) {
    int first = scope.steps().indexOf(Path.Step.EachItem.INSTANCE);
    Path before = new Path(scope.steps().subList(0, first));
    Path after = new Path(scope.steps().subList(first + 1, scope.steps().size()));
    Site list = accessors.value(owner, before);
    Pointer place = at;
    for (Path.Step step : before.steps()) {
      place = place.member(((Path.Step.Member) step).name());
    }
    Pointer each = place.item();
    String local = Methods.local(before.lastName(), each.indexes(), "request");
    method.addStatement("$T $N = $L", list.type().name(), local, list.code());
    method.beginControlFlow("if ($N != null)", local);
    method.beginControlFlow("for (int $1N = 0; $1N < $2N.size(); $1N++)", each.index(), local);
    Site item =
        new Site(((ListOf) list.type()).items(), CodeBlock.of("$N.get($N)", local, each.index()));
    if (Conditions.isInList(after)) {
      walk(method, item, each, after, checker);
    } else {
      String arguments = String.join(", ", each.indexes());
      method.addStatement("all = $N($L, $L, all)", name, item.code(), arguments);
      Site parameter = new Site(item.type(), CodeBlock.of("$N", Accessors.variable(item.type())));
      checker.add(judge(parameter, each));
    }
    method.endControlFlow().endControlFlow();
  }

  private MethodSpec judge(Site scope, Pointer at) {
    conditions.begin();
    CodeBlock.Builder body = CodeBlock.builder();
    add(body, rule.body(), rule.severity(), rule.sentence(), scope, at);
    @Nullable RuleBody documented = rule.documented();
    if (documented != null) {
      add(body, documented, Severity.WARNING, publishedOnly(), scope, at);
    }
    MethodSpec.Builder method =
        at.indexes().isEmpty()
            ? judgingTask(scope, body.build())
            : Methods.judging(name, scope, at.indexes());
    return method.addCode(body.addStatement("return found").build()).build();
  }

  /** A method that is handed of the task what it looks at: values, or what is provided, or both. */
  private MethodSpec.Builder judgingTask(Site request, CodeBlock body) {
    String code = TEXT.matcher(body.toString()).replaceAll("");
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addJavadoc(Javadoc.at(1).paragraph(Markup.of(rule.sentence())).toCode())
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(RuntimeTypes.VIOLATIONS);
    if (REQUEST.matcher(code).find()) {
      method.addParameter(request.type().name(), "request");
    }
    if (GIVEN.matcher(code).find()) {
      method.addParameter(long.class, "given");
    }
    return method.addParameter(RuntimeTypes.VIOLATIONS, "found");
  }

  private void add(
      CodeBlock.Builder method,
      RuleBody body,
      Severity severity,
      String message,
      Site scope,
      Pointer at) {
    Formula formula = Requirement.of(body);
    List<Condition> broken = new ArrayList<>();
    broken.add(conditions.broken(formula, scope));
    values(formula).forEach(path -> broken.add(trust(path, at)));
    method
        .beginControlFlow("if ($>$>$L$<$<)", Condition.and(broken).inLines(8, 3))
        .addStatement("return found.with(\n$L)", breach(formula, severity, message, scope, at))
        .endControlFlow();
  }

  private CodeBlock breach(
      Formula formula, Severity severity, String message, Site scope, Pointer at) {
    CodeBlock head =
        CodeBlock.of(
            "$T.$L", RuntimeTypes.BREACH, severity == Severity.ERROR ? "error" : "warning");
    CodeBlock id = Literals.text(rule.id());
    CodeBlock flat = CodeBlock.of("$L($L, $L)", head, id, Literals.text(message));
    CodeBlock.Builder code = CodeBlock.builder();
    if (Wrapped.fits(flat, 10, 0)) {
      code.add(flat);
    } else {
      code.add("$L(\n$>$>$>$>$L,\n$L)$<$<$<$<", head, id, Methods.text(message));
    }
    code.add("$>$>");
    if (!at.indexes().isEmpty()) {
      code.add("\n.in($L)", at.code());
    }
    List<Path> named = Requirement.parameters(formula);
    for (Path path : named) {
      conditions
          .blamed(formula, path, scope)
          .ifPresent(blamed -> code.add("\n$L", atEach(path, scope, blamed)));
      int after = path.equals(named.get(named.size() - 1)) ? ");".length() : 0;
      code.add("\n$L", Conditions.isInList(path) ? atEach(path, scope) : at(path, scope, after));
    }
    return code.add("$<$<").build();
  }

  private CodeBlock at(Path path, Site scope, int after) {
    return Wrapped.inner(
        14,
        CodeBlock.of(".at"),
        List.of(Literals.text(Pointer.of(path)), accessors.provided(scope, path).code()),
        after);
  }

  private CodeBlock atEach(Path path, Site scope) {
    Site item = Accessors.item(accessors.list(scope, path));
    return atEach(path, scope, accessors.provided(item, Accessors.rest(path)));
  }

  private CodeBlock atEach(Path path, Site scope, Condition wanted) {
    int first = path.steps().indexOf(Path.Step.EachItem.INSTANCE);
    Path before = new Path(path.steps().subList(0, first));
    Path after = new Path(path.steps().subList(first + 1, path.steps().size()));
    Site list = accessors.value(scope, before);
    Site item = Accessors.item(list);
    boolean isDeeper = Conditions.isInList(after);
    return Wrapped.inner(
        14,
        CodeBlock.of(".atEach"),
        List.of(
            Literals.text(Pointer.of(before)),
            list.code(),
            Literals.text(isDeeper ? "" : Pointer.of(after)),
            CodeBlock.of("$L -> $L", item.code(), isDeeper ? CodeBlock.of("true") : wanted.code())),
        2);
  }

  /** A rule is not broken by a value that is itself wrong. */
  private static Condition trust(Path path, Pointer at) {
    CodeBlock pointer =
        at.indexes().isEmpty()
            ? Literals.text(Pointer.of(path))
            : CodeBlock.of("$L + $L", at.code(), Literals.text(Pointer.of(path)));
    return Condition.atom(CodeBlock.of("found.trust($L)", pointer));
  }

  /** The parameters whose values, not only their presence, a formula looks at. */
  private static Set<Path> values(Formula formula) {
    Set<Path> found = new LinkedHashSet<>();
    if (formula instanceof Formula.Not negated) {
      found.addAll(values(negated.part()));
    } else if (formula instanceof Formula.Implies conditional) {
      found.addAll(values(conditional.condition()));
      found.addAll(values(conditional.consequence()));
    } else if (formula instanceof Formula.All combined) {
      combined.parts().forEach(part -> found.addAll(values(part)));
    } else if (formula instanceof Formula.Any combined) {
      combined.parts().forEach(part -> found.addAll(values(part)));
    } else if (formula instanceof Formula.Count combined) {
      combined.parts().forEach(part -> found.addAll(values(part)));
    } else if (!(formula instanceof Formula.Provided)) {
      found.addAll(Requirement.parameters(formula));
    }
    return found;
  }

  private String publishedOnly() {
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
  static String name(Rule rule) {
    return Identifiers.member(rule.id());
  }
}
