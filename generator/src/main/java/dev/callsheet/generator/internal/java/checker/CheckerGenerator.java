package dev.callsheet.generator.internal.java.checker;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.callsheet.generator.internal.java.datatype.GeneratedAnnotations;
import dev.callsheet.generator.internal.java.javadoc.JavadocComment;
import dev.callsheet.generator.internal.java.javadoc.JavadocHtml;
import dev.callsheet.generator.internal.java.naming.UniqueNames;
import dev.callsheet.generator.internal.java.type.JavaModel;
import dev.callsheet.runtime.Checker;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.model.Rule;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * A model's checker. Its {@code check} calls one method after the other, in the order of the spec:
 * one for each parameter with constraints that its Java type does not express, then one for each
 * rule. Each takes the violations found so far and returns them, with its own; without a violation
 * nothing is allocated. Below them stand the small methods that reach into a request.
 */
public final class CheckerGenerator {
  private final JavaModel model;

  /** The checker of this model. */
  public CheckerGenerator(JavaModel model) {
    this.model = model;
  }

  /** The type, for a file of its own. */
  public TypeSpec toTypeSpec() {
    ClassName request = model.request().name();
    TypeSpec.Builder checker =
        TypeSpec.classBuilder(model.checker())
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addSuperinterface(ParameterizedTypeName.get(ClassName.get(Checker.class), request))
            .addAnnotations(GeneratedAnnotations.OF_FILES)
            .addJavadoc(
                JavadocComment.at(0)
                    .paragraph(
                        "Checks requests for "
                            + JavadocHtml.fromText(model.spec().metadata().name())
                            + ": parameters one by one, then the rules between them.")
                    .toCodeBlock());
    UniqueNames names = new UniqueNames(List.of("check", "provided", "has"));
    List<Rule> rules = model.spec().rulesAndAdvice();
    List<String> ruleNames =
        rules.stream().map(rule -> names.allocate(RuleMethods.methodName(rule))).toList();
    UniqueNames constants = new UniqueNames(allInCapitals(model.typeNames()));
    PresenceBits presenceBits = new PresenceBits(model.request(), constants);
    AccessorMethods accessors = new AccessorMethods(model.request(), names, presenceBits);
    RegexConstants patterns = new RegexConstants(constants);
    TypedExpression site =
        new TypedExpression(model.request(), Expression.variable(Variable.REQUEST));
    FacetConditions facets = new FacetConditions(accessors, patterns);
    ParameterCheckMethods parameters = new ParameterCheckMethods(names, facets);
    List<CodeBlock> calls =
        new ArrayList<>(
            parameters.addMemberChecks(
                model.request(), Variable.REQUEST.variableName(), PointerExpression.ROOT));
    List<MethodSpec> checkMethods = new ArrayList<>(parameters.methods());
    calls.add(CodeBlock.of("all = all.unknownParameters($S, request.additional())", ""));
    FormulaConditions conditions = new FormulaConditions(accessors, patterns);
    FormulaObservations observations = new FormulaObservations(accessors, patterns);
    int beforeRules = calls.size();
    for (int i = 0; i < rules.size(); i++) {
      calls.add(
          new RuleMethods(rules.get(i), ruleNames.get(i), accessors, conditions, observations)
              .addTo(checkMethods, site));
    }
    if (!presenceBits.toFields().isEmpty()) {
      calls.add(beforeRules, CodeBlock.of("long provided = provided(request)"));
    }
    if (usesClock()) {
      addClock(checker);
    }
    presenceBits.toFields().forEach(checker::addField);
    patterns.toFields().forEach(checker::addField);
    checker.addMethod(check(calls));
    checkMethods.forEach(checker::addMethod);
    presenceBits.toMethods().forEach(checker::addMethod);
    accessors.methods().forEach(checker::addMethod);
    return checker.build();
  }

  /** Names that a constant could have as well. */
  private static List<String> allInCapitals(Set<String> names) {
    return names.stream().filter(name -> name.equals(name.toUpperCase(Locale.ROOT))).toList();
  }

  /** Whether a date decides how severe a violation is. */
  private boolean usesClock() {
    return model.spec().advice().stream()
        .map(Rule::deprecation)
        .anyMatch(deprecation -> deprecation != null && deprecation.sunset() != null);
  }

  private static void addClock(TypeSpec.Builder checker) {
    checker
        .addField(Clock.class, "clock", Modifier.PRIVATE, Modifier.FINAL)
        .addMethod(
            MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                    JavadocComment.at(1).paragraph("Judges as of today, in UTC.").toCodeBlock())
                .addStatement("this($T.systemUTC())", Clock.class)
                .build())
        .addMethod(
            MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                    JavadocComment.at(1)
                        .paragraph(
                            "Judges as of the date of a clock, which decides whether what is"
                                + " deprecated is still accepted.")
                        .toCodeBlock())
                .addParameter(Clock.class, "clock")
                .addStatement("this.clock = clock")
                .build());
  }

  private MethodSpec check(List<CodeBlock> calls) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("check")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(ParameterizedTypeName.get(List.class, Violation.class))
            .addParameter(model.request().name(), "request")
            .addStatement(
                usesClock() ? "$1T all = $1T.none(clock)" : "$1T all = $1T.none()",
                RuntimeTypes.VIOLATIONS);
    calls.forEach(call -> method.addStatement("$L", call));
    return method.addStatement("return all.toList()").build();
  }
}
