package dev.callsheet.generator.java.prose;

import dev.callsheet.spec.calculus.Facet;
import dev.callsheet.spec.calculus.MediaSource;
import dev.callsheet.spec.calculus.StringFormat;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Requirement;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.Shape;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What there is to say of a parameter: its description, its range, unit and default. */
public final class ParameterProse {
  private ParameterProse() {}

  /** All of it in one paragraph; never empty. */
  public static String of(Parameter parameter) {
    String description = Markup.of(parameter.notes().description());
    String facts = facts(parameter);
    if (description.isEmpty()) {
      return facts.isEmpty() ? "The parameter " + Markup.code(parameter.name()) + "." : facts;
    }
    return facts.isEmpty() ? description : description + " " + facts;
  }

  /** What is demanded of a parameter, after its name. */
  public static String named(Parameter parameter) {
    String facts = facts(parameter);
    String name = Markup.code(parameter.name());
    return facts.isEmpty() ? name + " and its parts." : name + ": " + decapitalised(facts);
  }

  /** The sentences of the rules that speak of a parameter. */
  public static List<String> rules(Parameter parameter, ModelSpec spec) {
    return rules(parameter, spec, rule -> true);
  }

  /** The sentences of those rules among the given ones that speak of a parameter. */
  public static List<String> rules(Parameter parameter, ModelSpec spec, Set<String> ids) {
    return rules(parameter, spec, rule -> ids.contains(rule.id()));
  }

  private static List<String> rules(
      Parameter parameter, ModelSpec spec, Predicate<Rule> condition) {
    return spec.rules().stream()
        .filter(rule -> condition.test(rule) && speaksOf(rule, parameter))
        .map(rule -> Markup.of(rule.sentence()))
        .toList();
  }

  private static boolean speaksOf(Rule rule, Parameter parameter) {
    return Requirement.parameters(Requirement.of(rule.body())).stream()
        .anyMatch(path -> rule.scope().then(path).equals(parameter.path()));
  }

  private static String facts(Parameter parameter) {
    List<String> facts = new ArrayList<>();
    String unit = parameter.notes().unit() == null ? "" : parameter.notes().unit();
    if (parameter.shape() instanceof Shape.Scalar scalar) {
      scalar.facets().forEach(facet -> add(fact(facet, unit), facts));
    } else if (parameter.shape() instanceof Shape.Sequence list) {
      list.facets().forEach(facet -> add(fact(facet, unit), facts));
      if (list.items() instanceof Shape.Scalar items) {
        items.facets().stream()
            .map(facet -> fact(facet, unit))
            .filter(fact -> !fact.isEmpty())
            .forEach(fact -> facts.add("each " + fact));
      }
    }
    boolean unitSaid = facts.stream().anyMatch(fact -> fact.endsWith(" " + unit));
    if (!unit.isEmpty() && !unitSaid) {
      facts.add("in " + Markup.of(unit));
    }
    if (parameter.defaultValue() != null) {
      String value =
          parameter.defaultValue().isString()
              ? parameter.defaultValue().stringValue()
              : parameter.defaultValue().toString();
      facts.add(Markup.code(value) + " when not set");
    }
    return facts.isEmpty() ? "" : sentence(String.join("; ", facts));
  }

  private static void add(String fact, List<String> facts) {
    if (!fact.isEmpty()) {
      facts.add(fact);
    }
  }

  private static String fact(Facet facet, String unit) {
    if (facet instanceof Facet.Range range) {
      return between(range.minimum(), range.maximum(), unit);
    }
    if (facet instanceof Facet.Step step && step.multipleOf().compareTo(BigDecimal.ONE) != 0) {
      return "a multiple of " + step.multipleOf().toPlainString();
    }
    if (facet instanceof Facet.Length length) {
      return between(decimal(length.minimum()), decimal(length.maximum()), "characters");
    }
    if (facet instanceof Facet.Items items) {
      return between(decimal(items.minimum()), decimal(items.maximum()), "items");
    }
    if (facet instanceof Facet.UniqueItems) {
      return "no two the same";
    }
    if (facet instanceof Facet.Pattern pattern) {
      return "matches " + Markup.code(pattern.regex());
    }
    if (facet instanceof Facet.Format format) {
      return StringFormat.named(format.name()).map(StringFormat::wanted).orElse("");
    }
    if (facet instanceof Facet.Accepts accepts) {
      return accepts.sources().stream()
          .map(MediaSource::wanted)
          .collect(Collectors.joining(" or "));
    }
    return "";
  }

  private static String between(
      @Nullable BigDecimal minimum, @Nullable BigDecimal maximum, String unit) {
    String in = unit.isEmpty() ? "" : " " + Markup.of(unit);
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

  private static String decapitalised(String text) {
    return Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }

  private static String sentence(String text) {
    int first = text.startsWith("{@code") ? -1 : 0;
    String begun = first < 0 ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    return begun + ".";
  }
}
