package dev.callsheet.spec.analysis;

import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.logic.SchemaFragment;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Words for what lies outside the part of the calculus that can be decided. */
final class LimitationReason {
  private final Set<String> reasons = new LinkedHashSet<>();

  private LimitationReason() {}

  /** Why a formula cannot be decided as a whole. */
  static String of(Formula formula) {
    LimitationReason found = new LimitationReason();
    found.collect(formula);
    return found.reasons.isEmpty()
        ? "it looks at what an object or a list is made of"
        : "it " + String.join(", and ", found.reasons);
  }

  private void collect(Formula formula) {
    if (formula instanceof Formula.SumEquals) {
      reasons.add("adds up numbers");
    } else if (formula instanceof Formula.ProductWithin) {
      reasons.add("multiplies numbers");
    } else if (formula instanceof Formula.QuotientWithin) {
      reasons.add("divides numbers");
    } else if (formula instanceof Formula.PlaceholdersWithin) {
      reasons.add("reads placeholders in texts");
    } else if (formula instanceof Formula.Provided atom) {
      collect(atom.path());
    } else if (formula instanceof Formula.Matches atom) {
      collect(atom.path());
      collect(atom.fragment());
    } else if (formula instanceof Formula.All combined) {
      collect(combined.parts());
    } else if (formula instanceof Formula.Any combined) {
      collect(combined.parts());
    } else if (formula instanceof Formula.Count combined) {
      collect(combined.parts());
    } else if (formula instanceof Formula.Not negated) {
      collect(negated.part());
    } else if (formula instanceof Formula.Implies conditional) {
      collect(List.of(conditional.condition(), conditional.consequence()));
    }
  }

  private void collect(List<Formula> parts) {
    parts.forEach(this::collect);
  }

  private void collect(ParameterPath path) {
    if (path.toString().contains("[]")) {
      reasons.add("speaks of every item of a list");
    }
  }

  private void collect(SchemaFragment fragment) {
    for (Facet facet : fragment.facets()) {
      if (facet instanceof Facet.Not not) {
        collect(not.fragment());
      } else if (facet instanceof Facet.Pattern
          || facet instanceof Facet.Format
          || facet instanceof Facet.Accepts) {
        reasons.add("looks at how a text is made");
      } else if (facet instanceof Facet.MultipleOf) {
        reasons.add("asks for multiples of a number");
      } else if (facet instanceof Facet.Contains) {
        reasons.add("asks for an item of a certain kind");
      } else if (facet instanceof Facet.UniqueItems) {
        reasons.add("compares the items of a list");
      }
    }
  }
}
