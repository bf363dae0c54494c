package dev.callsheet.generator.internal.java.javadoc;

import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.MediaSource;
import dev.callsheet.spec.logic.StringFormat;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.RuleSemantics;
import dev.callsheet.spec.model.Shape;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What there is to say of a parameter: its description, its range, unit and default. */
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

  /** What is demanded of a parameter, after its name. */
  public static String namedConstraints(Parameter parameter) {
    String facts = constraintSentence(parameter);
    String name = JavadocHtml.code(parameter.name());
    return facts.isEmpty() ? name + " and its parts." : name + ": " + uncapitalized(facts);
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
    return RuleSemantics.parametersOf(RuleSemantics.toFormula(rule.body())).stream()
        .anyMatch(path -> rule.scope().resolve(path).equals(parameter.path()));
  }

  private static String constraintSentence(Parameter parameter) {
    List<String> facts = new ArrayList<>();
    String unit = parameter.metadata().unit() == null ? "" : parameter.metadata().unit();
    if (parameter.shape() instanceof Shape.Scalar scalar) {
      scalar.facets().forEach(facet -> add(constraint(facet, unit), facts));
    } else if (parameter.shape() instanceof Shape.Sequence list) {
      list.facets().forEach(facet -> add(constraint(facet, unit), facts));
      if (list.items() instanceof Shape.Scalar items) {
        items.facets().stream()
            .map(facet -> constraint(facet, unit))
            .filter(fact -> !fact.isEmpty())
            .forEach(fact -> facts.add("each " + fact));
      }
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

  private static void add(String fact, List<String> facts) {
    if (!fact.isEmpty()) {
      facts.add(fact);
    }
  }

  private static String constraint(Facet facet, String unit) {
    if (facet instanceof Facet.Range range) {
      return rangeText(range.minimum(), range.maximum(), unit);
    }
    if (facet instanceof Facet.MultipleOf step && step.divisor().compareTo(BigDecimal.ONE) != 0) {
      return "a multiple of " + step.divisor().toPlainString();
    }
    if (facet instanceof Facet.Length length) {
      return rangeText(decimal(length.minimum()), decimal(length.maximum()), "characters");
    }
    if (facet instanceof Facet.ItemCount items) {
      return rangeText(decimal(items.minimum()), decimal(items.maximum()), "items");
    }
    if (facet instanceof Facet.UniqueItems) {
      return "no two the same";
    }
    if (facet instanceof Facet.Pattern pattern) {
      return "matches " + JavadocHtml.code(pattern.regex());
    }
    if (facet instanceof Facet.Format format) {
      return StringFormat.forKeyword(format.name()).map(StringFormat::displayName).orElse("");
    }
    if (facet instanceof Facet.Accepts accepts) {
      return accepts.sources().stream()
          .map(MediaSource::displayName)
          .collect(Collectors.joining(" or "));
    }
    return "";
  }

  private static String rangeText(
      @Nullable BigDecimal minimum, @Nullable BigDecimal maximum, String unit) {
    String in = unit.isEmpty() ? "" : " " + JavadocHtml.fromText(unit);
    if (minimum != null && maximum != null) {
      return minimum.toPlainString() + " to " + maximum.toPlainString() + in;
    }
    if (minimum != null) {
      return "at least " + minimum.toPlainString() + in;
    }
    return maximum == null ? "" : "at most " + maximum.toPlainString() + in;
  }

  private static @Nullable BigDecimal decimal(@Nullable Integer number) {
    return number == null ? null : BigDecimal.valueOf(number);
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
