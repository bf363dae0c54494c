package dev.callsheet.spec.repair;

import dev.callsheet.spec.calculus.EcmaPattern;
import dev.callsheet.spec.calculus.Formula;
import dev.callsheet.spec.calculus.Numbers;
import dev.callsheet.spec.calculus.Path;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Requirement;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.Shape;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Edits that may mend a broken rule: they touch what the rule speaks of, and nothing else. */
final class RuleEdits {
  /** Of longer lists, the first items only are looked at. */
  private static final int MOST_PLACES = 12;

  private final ModelSpec spec;
  private final Values values;
  private final JsonNode task;
  private final StructuralEdits structural;

  RuleEdits(ModelSpec spec, Values values, JsonNode task) {
    this.spec = spec;
    this.values = values;
    this.task = task;
    this.structural = new StructuralEdits(spec, values, task);
  }

  /** Edits of what the rule speaks of in one of its scopes. */
  List<Edit> of(Rule rule, Pointer scope) {
    List<Edit> edits = new ArrayList<>();
    Stream.of(rule.body(), rule.documented())
        .filter(java.util.Objects::nonNull)
        .map(Requirement::of)
        .forEach(formula -> collect(scope, formula, edits));
    return edits.stream().distinct().toList();
  }

  private void collect(Pointer scope, Formula formula, List<Edit> edits) {
    computed(scope, formula, edits);
    for (Path path : Requirement.parameters(formula)) {
      List<Pointer> places = scope.find(task, path);
      places.stream().limit(MOST_PLACES).forEach(place -> change(place, edits));
      if (places.isEmpty() && !path.steps().contains(Path.Step.EachItem.INSTANCE)) {
        edits.addAll(structural.added(scope.then(path)));
      }
    }
  }

  private void change(Pointer place, List<Edit> edits) {
    Slot slot = Slot.at(spec, place);
    JsonNode value = place.in(task);
    if (value == null || !slot.isKnown()) {
      return;
    }
    if (structural.canBeLeftOut(place, slot)) {
      edits.add(new Edit.Remove(place));
    }
    values.near(slot, value).forEach(near -> edits.add(new Edit.Put(place, near)));
    if (value instanceof ArrayNode list) {
      values.lengths(slot, list).forEach(most -> edits.add(structural.cut(place, list, most)));
      Pointer root = new Pointer(List.of());
      values.namedInItemsOf(slot.path()).stream()
          .flatMap(path -> root.find(task, path).stream())
          .filter(place::isAround)
          .limit(MOST_PLACES)
          .forEach(inner -> change(inner, edits));
    }
  }

  /** Values that follow from others by the arithmetic of a rule. */
  private void computed(Pointer scope, Formula formula, List<Edit> edits) {
    if (formula instanceof Formula.Implies conditional) {
      computed(scope, conditional.consequence(), edits);
    } else if (formula instanceof Formula.SumEquals sum) {
      sum(scope, sum, edits);
    } else if (formula instanceof Formula.ProductWithin product) {
      for (Path factor : product.factors()) {
        List<Path> others = product.factors().stream().filter(p -> !p.equals(factor)).toList();
        product(scope, product, factor, others, edits);
      }
    } else if (formula instanceof Formula.QuotientWithin quotient) {
      quotient(scope, quotient, edits);
    } else if (formula instanceof Formula.PlaceholdersWithin placeholders) {
      placeholders(scope, placeholders, edits);
    }
  }

  private void sum(Pointer scope, Formula.SumEquals sum, List<Edit> edits) {
    List<Pointer> terms = scope.find(task, sum.terms());
    BigDecimal found = BigDecimal.ZERO;
    for (Pointer term : terms) {
      BigDecimal number = number(term);
      if (number == null) {
        return;
      }
      found = found.add(number);
    }
    Pointer total = scope.then(sum.total());
    edits.add(new Edit.Put(total, Numeric.node(found)));
    BigDecimal wanted = total.in(task) == null ? sum.totalDefault() : number(total);
    for (int i = terms.size() - 1; i >= 0 && wanted != null; i--) {
      BigDecimal number = number(terms.get(i));
      if (number != null && terms.size() <= MOST_PLACES) {
        edits.add(new Edit.Put(terms.get(i), Numeric.node(number.add(wanted).subtract(found))));
      }
    }
  }

  private void product(
      Pointer scope, Formula.ProductWithin bounds, Path factor, List<Path> others, List<Edit> to) {
    BigDecimal rest = BigDecimal.ONE;
    for (Path other : others) {
      BigDecimal number = number(scope.then(other));
      rest = number == null ? BigDecimal.ZERO : rest.multiply(number);
    }
    if (rest.signum() > 0) {
      within(
          scope.then(factor), divided(bounds.minimum(), rest), divided(bounds.maximum(), rest), to);
    }
  }

  private void quotient(Pointer scope, Formula.QuotientWithin bounds, List<Edit> edits) {
    Pointer dividend = scope.then(bounds.dividend());
    Pointer divisor = scope.then(bounds.divisor());
    BigDecimal above = number(dividend);
    BigDecimal below = number(divisor);
    BigDecimal minimum = bounds.minimum();
    BigDecimal maximum = bounds.maximum();
    if (above != null && below != null && above.signum() > 0 && below.signum() > 0) {
      within(
          dividend,
          minimum == null ? null : minimum.multiply(below),
          maximum == null ? null : maximum.multiply(below),
          edits);
      within(
          divisor,
          maximum == null || maximum.signum() == 0 ? null : divided(above, maximum),
          minimum == null || minimum.signum() == 0 ? null : divided(above, minimum),
          edits);
    }
  }

  /** Moves a number to the nearer end of its bounds. */
  private void within(
      Pointer place, @Nullable BigDecimal minimum, @Nullable BigDecimal maximum, List<Edit> edits) {
    BigDecimal number = number(place);
    BigDecimal step = Values.step(Slot.at(spec, place));
    if (number != null && minimum != null && number.compareTo(minimum) < 0) {
      edits.add(new Edit.Put(place, Numeric.node(Numeric.upTo(minimum, step))));
    }
    if (number != null && maximum != null && number.compareTo(maximum) > 0) {
      edits.add(new Edit.Put(place, Numeric.node(Numeric.downTo(maximum, step))));
    }
  }

  private void placeholders(Pointer scope, Formula.PlaceholdersWithin within, List<Edit> edits) {
    Pointer list = scope.then(within.list());
    JsonNode there = list.in(task);
    int items = there instanceof ArrayNode ? there.size() : 0;
    for (Path path : within.texts()) {
      for (Pointer place : scope.find(task, path)) {
        JsonNode text = place.in(task);
        Matcher found =
            EcmaPattern.compile(within.pattern()).matcher(text == null ? "" : text.asString(""));
        int highest = 0;
        while (found.find()) {
          highest = Math.max(highest, Pointer.index(found.group(1)));
        }
        if (highest > items && highest <= 100) {
          edits.add(filled(list, there, highest));
          String allowed = items == 0 ? "no item" : "no item but the first " + items;
          String words =
              String.format(
                  "let %s name %s of %s",
                  Wanted.name(place.words(task)), allowed, Wanted.name(list.words(task)));
          JsonNode silent = JsonNodeFactory.instance.stringNode(found.replaceAll("sample"));
          edits.add(new Edit.Ask(place, silent, words));
        }
      }
    }
  }

  private Edit filled(Pointer list, @Nullable JsonNode there, int items) {
    ArrayNode filled = JsonNodeFactory.instance.arrayNode();
    if (there instanceof ArrayNode given) {
      filled.addAll(given);
    }
    Slot slot = Slot.at(spec, list.child("0"));
    while (filled.size() < items && slot.isKnown()) {
      Shape shape = slot.shapes().get(0);
      filled.add(StandIn.of(shape));
    }
    String name = Wanted.name(list.words(task));
    return new Edit.Ask(list, filled, "add " + name + " until there are " + items);
  }

  private @Nullable BigDecimal number(Pointer place) {
    JsonNode value = place.in(task);
    return value != null && value.isNumber() && Numbers.isCalculable(Numbers.of(value))
        ? Numbers.of(value)
        : null;
  }

  private static @Nullable BigDecimal divided(@Nullable BigDecimal number, BigDecimal by) {
    return number == null ? null : number.divide(by, new MathContext(34, RoundingMode.HALF_EVEN));
  }
}
