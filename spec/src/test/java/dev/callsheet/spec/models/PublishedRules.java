package dev.callsheet.spec.models;

import static dev.callsheet.spec.models.PublishedParameters.place;

import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.logic.RuleBody;
import dev.callsheet.spec.logic.SchemaFragment;
import dev.callsheet.spec.model.Rule;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A rule in the words of a facts file, in its published form where that differs. */
final class PublishedRules {
  private PublishedRules() {}

  /** What the rule states. */
  static Map<String, Object> statement(Rule rule) {
    Map<String, Object> stated = new LinkedHashMap<>();
    if (!rule.scope().isRoot()) {
      stated.put("within", place(rule.scope()));
    }
    RuleBody documented = rule.documentedBody();
    addBody(documented == null ? rule.body() : documented, stated);
    return stated;
  }

  /** Label to size, of the one rule that is about sizes. */
  static Map<String, String> sizes(RuleBody.Combinations rule) {
    Map<String, String> sizes = new LinkedHashMap<>();
    for (RuleBody.CombinationRow row : rule.rows()) {
      sizes.put(row.label(), row.values().get(0) + "x" + row.values().get(1));
    }
    return sizes;
  }

  private static void addBody(RuleBody body, Map<String, Object> stated) {
    if (body instanceof RuleBody.ExactlyOneOf rule) {
      stated.put("exactly one of", conditions(rule.alternatives()));
    } else if (body instanceof RuleBody.AtMostOneOf rule) {
      stated.put("at most one of", conditions(rule.alternatives()));
    } else if (body instanceof RuleBody.AllOrNone rule) {
      stated.put("together", places(rule.parameters()));
    } else if (body instanceof RuleBody.Conditional rule) {
      addWhen(rule, stated);
    } else if (body instanceof RuleBody.Sum rule) {
      stated.put("sum of", place(rule.terms()));
      stated.put("is", place(rule.total()));
    } else if (body instanceof RuleBody.BoundedSum rule) {
      stated.put("sum of", place(rule.terms()));
      stated.put("is", Arrays.asList(rule.minimum(), rule.maximum()));
    } else if (body instanceof RuleBody.PlaceholderReferences rule) {
      stated.put("in", places(rule.texts()));
      stated.put("names like", rule.pattern().replace("(\\d+)", "1"));
      stated.put("are of", place(rule.list()));
    } else {
      stated.put(body.toString(), "for which facts have no words yet");
    }
  }

  private static void addWhen(RuleBody.Conditional rule, Map<String, Object> stated) {
    Formula condition = rule.condition();
    if (condition != null) {
      stated.put("with", alternatives(condition));
    }
    if (!rule.forbidden().isEmpty()) {
      stated.put("none of", places(rule.forbidden()));
    }
    for (Formula required : rule.requirements()) {
      stated.put("one of", alternatives(required));
    }
    rule.constraints()
        .forEach(
            (path, fragment) ->
                stated.merge(
                    constraint(fragment),
                    Map.of(place(path), bound(fragment)),
                    (one, other) -> List.of(one, other)));
  }

  private static String constraint(SchemaFragment fragment) {
    return fragment.facets().get(0) instanceof Facet.ItemCount ? "at most" : "must be";
  }

  private static Object bound(SchemaFragment fragment) {
    Facet facet = fragment.facets().get(0);
    if (fragment.facets().size() == 1
        && facet instanceof Facet.ItemCount items
        && items.minimum() == null
        && items.maximum() != null) {
      return items.maximum();
    }
    if (fragment.facets().size() == 1
        && facet instanceof Facet.OneOf choice
        && choice.values().size() == 1) {
      return choice.values().get(0).asString();
    }
    return fragment.toString();
  }

  private static List<String> alternatives(Formula formula) {
    return formula instanceof Formula.Any any
        ? conditions(any.parts())
        : conditions(List.of(formula));
  }

  private static List<String> conditions(List<Formula> formulas) {
    return formulas.stream().map(PublishedRules::condition).toList();
  }

  /** Several parameters as one condition are written with a stroke: {@code width/height}. */
  private static String condition(Formula formula) {
    if (formula instanceof Formula.Provided provided) {
      return place(provided.path());
    }
    if (formula instanceof Formula.All all) {
      return String.join("/", conditions(all.parts()));
    }
    return formula.toString();
  }

  private static List<String> places(List<ParameterPath> paths) {
    return paths.stream().map(PublishedParameters::place).toList();
  }
}
