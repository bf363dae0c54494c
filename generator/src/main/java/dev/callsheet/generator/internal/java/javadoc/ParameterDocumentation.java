package dev.callsheet.generator.internal.java.javadoc;

import dev.callsheet.runtime.internal.messages.DisplayText;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.model.Deprecation;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What is documented of a parameter: its description, constraints, unit and default. */
public final class ParameterDocumentation {
  private ParameterDocumentation() {}

  /** All of it in one paragraph; never empty. */
  public static String paragraph(Parameter parameter) {
    String description = JavadocHtml.fromText(parameter.metadata().description());
    String facts = constraintSentence(parameter);
    if (description.isEmpty()) {
      return facts.isEmpty() ? "The parameter " + JavadocHtml.code(parameter.name()) + "." : facts;
    }
    return facts.isEmpty() ? description : description + " " + facts;
  }

  /** The constraints of a parameter, after its name. */
  public static String namedConstraints(Parameter parameter) {
    String facts = constraintSentence(parameter);
    String name = JavadocHtml.code(parameter.name());
    if (facts.isEmpty()) {
      return name + (parameter.shape() instanceof Shape.Scalar ? ": any text." : " and its parts.");
    }
    return name + ": " + uncapitalized(facts);
  }

  /** The sentences of the rules that speak of a parameter. */
  public static List<String> ruleSentences(Parameter parameter, ModelSpec spec) {
    return ruleSentences(parameter, spec, rule -> true);
  }

  /** The sentences of those rules among the given ones that speak of a parameter. */
  public static List<String> ruleSentences(Parameter parameter, ModelSpec spec, Set<String> ids) {
    return ruleSentences(parameter, spec, rule -> ids.contains(rule.id()));
  }

  private static List<String> ruleSentences(
      Parameter parameter, ModelSpec spec, Predicate<Rule> condition) {
    return spec.rules().stream()
        .filter(rule -> condition.test(rule) && mentions(rule, parameter))
        .map(rule -> JavadocHtml.fromText(rule.description()))
        .toList();
  }

  private static boolean mentions(Rule rule, Parameter parameter) {
    return rule.body().toFormula().parameters().stream()
        .anyMatch(path -> rule.scope().resolve(path).equals(parameter.path()));
  }

  private static String constraintSentence(Parameter parameter) {
    List<String> facts = new ArrayList<>();
    String unit = parameter.metadata().unit() == null ? "" : parameter.metadata().unit();
    Shape shape = parameter.shape();
    addConstraints(shape.facets(), unit, "", facts);
    if (shape instanceof Shape.Choice choice
        && choice.values().stream().allMatch(JsonNode::isNumber)) {
      facts.add(numbers(choice) + (unit.isEmpty() ? "" : " " + JavadocHtml.fromText(unit)));
    }
    if (shape instanceof Shape.Sequence list && list.items() instanceof Shape.Scalar items) {
      addConstraints(items.facets(), unit, "each ", facts);
    }
    boolean unitSaid = facts.stream().anyMatch(fact -> fact.endsWith(" " + unit));
    if (!unit.isEmpty() && !unitSaid) {
      facts.add("in " + JavadocHtml.fromText(unit));
    }
    if (parameter.defaultValue() != null) {
      String value =
          parameter.defaultValue().isString()
              ? parameter.defaultValue().stringValue()
              : parameter.defaultValue().toString();
      facts.add(JavadocHtml.code(value) + " when not set");
    }
    return facts.isEmpty() ? "" : sentence(String.join("; ", facts));
  }

  /** {@code 5 or 10}, and what is said of each. */
  private static String numbers(Shape.Choice choice) {
    return DisplayText.enumeration(
        choice.options().stream().map(ParameterDocumentation::number).toList(), "or");
  }

  private static String number(Shape.Option option) {
    String number = option.value().decimalValue().toPlainString();
    Deprecation deprecation = option.deprecation();
    String meaning =
        Stream.of(option.description(), deprecation == null ? "" : deprecation.sentence("It"))
            .filter(text -> !text.isEmpty())
            .map(text -> text.replaceFirst("\\.$", ""))
            .collect(Collectors.joining(". "));
    return meaning.isEmpty() ? number : number + " (" + JavadocHtml.fromText(meaning) + ")";
  }

  private static void addConstraints(
      List<Facet> facets, String unit, String prefix, List<String> facts) {
    FacetDocumentation documentation = new FacetDocumentation(unit);
    facets.stream()
        .map(facet -> facet.accept(documentation))
        .filter(fact -> !fact.isEmpty())
        .forEach(fact -> facts.add(prefix + fact));
  }

  private static String uncapitalized(String text) {
    return Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }

  private static String sentence(String text) {
    int first = text.startsWith("{@code") ? -1 : 0;
    String begun = first < 0 ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    return begun + ".";
  }
}
