package dev.callsheet.spec.model;

import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.logic.SchemaFragment;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The formula that a rule's body demands: the one place where bodies are given their meaning. */
public final class RuleSemantics {
  private RuleSemantics() {}

  /** What must hold in the rule's scope. */
  public static Formula toFormula(RuleBody body) {
    if (body instanceof RuleBody.ExactlyOneOf rule) {
      return new Formula.Count(1, 1, rule.alternatives());
    }
    if (body instanceof RuleBody.AtLeastOneOf rule) {
      return new Formula.Any(rule.alternatives());
    }
    if (body instanceof RuleBody.AtMostOneOf rule) {
      return new Formula.Count(0, 1, rule.alternatives());
    }
    if (body instanceof RuleBody.AllOrNone rule) {
      return allOrNone(rule);
    }
    if (body instanceof RuleBody.Conditional rule) {
      return conditionalFormula(rule);
    }
    if (body instanceof RuleBody.Combinations rule) {
      return combinations(rule);
    }
    if (body instanceof RuleBody.Table rule) {
      return table(rule);
    }
    if (body instanceof RuleBody.Sum rule) {
      return implies(
          rule.condition(), new Formula.SumEquals(rule.terms(), rule.total(), rule.totalDefault()));
    }
    if (body instanceof RuleBody.Measure rule) {
      return switch (rule.kind()) {
        case AREA -> new Formula.ProductWithin(rule.operands(), rule.minimum(), rule.maximum());
        case RATIO ->
            new Formula.QuotientWithin(
                rule.operands().get(0), rule.operands().get(1), rule.minimum(), rule.maximum());
      };
    }
    RuleBody.PlaceholderReferences rule = (RuleBody.PlaceholderReferences) body;
    return new Formula.PlaceholdersWithin(rule.texts(), rule.pattern(), rule.list());
  }

  /**
   * The parameters a formula speaks of, those to look at first in front: a consequence before its
   * condition. A broken rule is reported at the first of these that the request provides.
   */
  public static List<ParameterPath> parametersOf(Formula formula) {
    Set<ParameterPath> found = new LinkedHashSet<>();
    collectParameters(formula, found);
    return List.copyOf(found);
  }

  private static Formula allOrNone(RuleBody.AllOrNone rule) {
    List<Formula> provided = provided(rule.parameters());
    return new Formula.Any(
        List.of(new Formula.All(provided), new Formula.Not(new Formula.Any(provided))));
  }

  private static Formula conditionalFormula(RuleBody.Conditional rule) {
    List<Formula> consequences = new ArrayList<>(rule.requirements());
    rule.forbidden().forEach(path -> consequences.add(new Formula.Not(new Formula.Provided(path))));
    rule.constraints()
        .forEach((path, fragment) -> consequences.add(matchesIfProvided(path, fragment)));
    return implies(rule.condition(), all(consequences));
  }

  private static Formula combinations(RuleBody.Combinations rule) {
    Formula everyOne = new Formula.All(provided(rule.parameters()));
    Formula condition = rule.condition();
    List<Formula> rows = new ArrayList<>();
    for (RuleBody.CombinationRow row : rule.rows()) {
      rows.add(valuesEqual(rule.parameters(), row.values()));
    }
    return new Formula.Implies(
        condition == null ? everyOne : new Formula.All(List.of(condition, everyOne)),
        new Formula.Any(rows));
  }

  private static Formula table(RuleBody.Table rule) {
    List<Formula> cases = new ArrayList<>();
    List<Formula> keys = new ArrayList<>();
    for (RuleBody.TableRow row : rule.rows()) {
      Formula key = valuesEqual(rule.parameters(), row.values());
      keys.add(key);
      cases.add(new Formula.Implies(key, constraintsFormula(row.constraints())));
    }
    if (!rule.otherwise().isEmpty()) {
      Formula noRow =
          new Formula.All(
              List.of(
                  new Formula.All(provided(rule.parameters())),
                  new Formula.Not(new Formula.Any(List.copyOf(keys)))));
      cases.add(new Formula.Implies(noRow, constraintsFormula(rule.otherwise())));
    }
    return all(cases);
  }

  private static Formula constraintsFormula(Map<ParameterPath, SchemaFragment> constraints) {
    List<Formula> parts = new ArrayList<>();
    constraints.forEach((path, fragment) -> parts.add(matchesIfProvided(path, fragment)));
    return all(parts);
  }

  private static Formula matchesIfProvided(ParameterPath path, SchemaFragment fragment) {
    return new Formula.Implies(new Formula.Provided(path), new Formula.Matches(path, fragment));
  }

  private static Formula valuesEqual(List<ParameterPath> paths, List<JsonNode> values) {
    List<Formula> parts = new ArrayList<>();
    for (int i = 0; i < paths.size(); i++) {
      Facet equal = new Facet.OneOf(List.of(values.get(i)));
      parts.add(new Formula.Matches(paths.get(i), new SchemaFragment(List.of(equal))));
    }
    return all(parts);
  }

  private static List<Formula> provided(List<ParameterPath> paths) {
    return paths.stream().<Formula>map(Formula.Provided::new).toList();
  }

  private static Formula implies(@Nullable Formula condition, Formula consequence) {
    return condition == null ? consequence : new Formula.Implies(condition, consequence);
  }

  private static Formula all(List<Formula> parts) {
    return parts.size() == 1 ? parts.get(0) : new Formula.All(List.copyOf(parts));
  }

  private static void collectParameters(Formula formula, Set<ParameterPath> found) {
    if (formula instanceof Formula.Provided atom) {
      found.add(atom.path());
    } else if (formula instanceof Formula.Matches atom) {
      found.add(atom.path());
    } else if (formula instanceof Formula.SumEquals atom) {
      found.add(atom.terms());
      found.add(atom.total());
    } else if (formula instanceof Formula.ProductWithin atom) {
      found.addAll(atom.factors());
    } else if (formula instanceof Formula.QuotientWithin atom) {
      found.add(atom.dividend());
      found.add(atom.divisor());
    } else if (formula instanceof Formula.PlaceholdersWithin atom) {
      found.addAll(atom.texts());
      found.add(atom.list());
    } else if (formula instanceof Formula.All combined) {
      combined.parts().forEach(part -> collectParameters(part, found));
    } else if (formula instanceof Formula.Any combined) {
      combined.parts().forEach(part -> collectParameters(part, found));
    } else if (formula instanceof Formula.Count combined) {
      combined.parts().forEach(part -> collectParameters(part, found));
    } else if (formula instanceof Formula.Not negated) {
      collectParameters(negated.part(), found);
    } else if (formula instanceof Formula.Implies conditional) {
      collectParameters(conditional.consequence(), found);
      collectParameters(conditional.condition(), found);
    }
  }
}
