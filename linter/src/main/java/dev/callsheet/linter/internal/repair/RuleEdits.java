package dev.callsheet.linter.internal.repair;

import dev.callsheet.runtime.JsonPointer;
import dev.callsheet.runtime.internal.messages.DisplayText;
import dev.callsheet.spec.logic.EcmaPattern;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.JsonNumbers;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.logic.RuleBody;
import dev.callsheet.spec.model.ModelSpec;
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
  private static final int MAX_LOCATIONS = 12;

  private final ModelSpec spec;
  private final ReplacementValues values;
  private final JsonNode task;
  private final StructuralEdits structural;

  RuleEdits(ModelSpec spec, ReplacementValues values, JsonNode task) {
    this.spec = spec;
    this.values = values;
    this.task = task;
    this.structural = new StructuralEdits(spec, values, task);
  }

  /** Edits of what the rule speaks of in one of its scopes. */
  List<TaskEdit> of(Rule rule, JsonPointer scope) {
    List<TaskEdit> edits = new ArrayList<>();
    Stream.of(rule.body(), rule.documentedBody())
        .filter(java.util.Objects::nonNull)
        .map(RuleBody::toFormula)
        .forEach(formula -> addEdits(scope, formula, edits));
    return edits.stream().distinct().toList();
  }

  private void addEdits(JsonPointer scope, Formula formula, List<TaskEdit> edits) {
    addComputedEdits(scope, formula, edits);
    for (ParameterPath path : formula.parameters()) {
      List<JsonPointer> places = JsonTree.resolveAll(task, scope, path);
      places.stream().limit(MAX_LOCATIONS).forEach(place -> addValueEdits(place, edits));
      if (places.isEmpty() && !path.steps().contains(ParameterPath.Step.EachItem.INSTANCE)) {
        edits.addAll(structural.additions(JsonTree.resolve(scope, path)));
      }
    }
  }

  private void addValueEdits(JsonPointer place, List<TaskEdit> edits) {
    ExpectedShapes slot = ExpectedShapes.at(spec, place);
    JsonNode value = JsonTree.valueAt(task, place);
    if (value == null || !slot.isKnown()) {
      return;
    }
    if (structural.isOptional(place, slot)) {
      edits.add(new TaskEdit.Remove(place));
    }
    values.nearest(slot, value).forEach(near -> edits.add(new TaskEdit.SetValue(place, near)));
    if (value instanceof ArrayNode list) {
      values
          .maximumLengths(slot, list)
          .forEach(most -> edits.add(structural.truncation(place, list, most)));
      JsonPointer root = JsonPointer.ROOT;
      values.constrainedPathsInItems(slot.path()).stream()
          .flatMap(path -> JsonTree.resolveAll(task, root, path).stream())
          .filter(place::isPrefixOf)
          .limit(MAX_LOCATIONS)
          .forEach(inner -> addValueEdits(inner, edits));
    }
  }

  /** Values that follow from others by the arithmetic of a rule. */
  private void addComputedEdits(JsonPointer scope, Formula formula, List<TaskEdit> edits) {
    if (formula instanceof Formula.Implies conditional) {
      addComputedEdits(scope, conditional.consequence(), edits);
    } else if (formula instanceof Formula.SumEquals sum) {
      addSumEdits(scope, sum, edits);
    } else if (formula instanceof Formula.ProductWithin product) {
      for (ParameterPath factor : product.factors()) {
        List<ParameterPath> others =
            product.factors().stream().filter(p -> !p.equals(factor)).toList();
        addProductEdits(scope, product, factor, others, edits);
      }
    } else if (formula instanceof Formula.QuotientWithin quotient) {
      addQuotientEdits(scope, quotient, edits);
    } else if (formula instanceof Formula.PlaceholdersWithin placeholders) {
      addPlaceholderEdits(scope, placeholders, edits);
    }
  }

  private void addSumEdits(JsonPointer scope, Formula.SumEquals sum, List<TaskEdit> edits) {
    List<JsonPointer> terms = JsonTree.resolveAll(task, scope, sum.terms());
    BigDecimal found = BigDecimal.ZERO;
    for (JsonPointer term : terms) {
      BigDecimal number = numberAt(term);
      if (number == null) {
        return;
      }
      found = found.add(number);
    }
    JsonPointer total = JsonTree.resolve(scope, sum.total());
    edits.add(new TaskEdit.SetValue(total, StepRounding.toJson(found)));
    BigDecimal wanted =
        JsonTree.valueAt(task, total) == null ? sum.totalDefault() : numberAt(total);
    for (int i = terms.size() - 1; i >= 0 && wanted != null; i--) {
      BigDecimal number = numberAt(terms.get(i));
      if (number != null && terms.size() <= MAX_LOCATIONS) {
        edits.add(
            new TaskEdit.SetValue(
                terms.get(i), StepRounding.toJson(number.add(wanted).subtract(found))));
      }
    }
  }

  private void addProductEdits(
      JsonPointer scope,
      Formula.ProductWithin bounds,
      ParameterPath factor,
      List<ParameterPath> others,
      List<TaskEdit> to) {
    BigDecimal rest = BigDecimal.ONE;
    for (ParameterPath other : others) {
      BigDecimal number = numberAt(JsonTree.resolve(scope, other));
      rest = number == null ? BigDecimal.ZERO : rest.multiply(number);
    }
    if (rest.signum() > 0) {
      addBoundEdits(
          JsonTree.resolve(scope, factor),
          divided(bounds.minimum(), rest),
          divided(bounds.maximum(), rest),
          to);
    }
  }

  private void addQuotientEdits(
      JsonPointer scope, Formula.QuotientWithin bounds, List<TaskEdit> edits) {
    JsonPointer dividend = JsonTree.resolve(scope, bounds.dividend());
    JsonPointer divisor = JsonTree.resolve(scope, bounds.divisor());
    BigDecimal above = numberAt(dividend);
    BigDecimal below = numberAt(divisor);
    BigDecimal minimum = bounds.minimum();
    BigDecimal maximum = bounds.maximum();
    if (above != null && below != null && above.signum() > 0 && below.signum() > 0) {
      addBoundEdits(
          dividend,
          minimum == null ? null : minimum.multiply(below),
          maximum == null ? null : maximum.multiply(below),
          edits);
      addBoundEdits(
          divisor,
          maximum == null || maximum.signum() == 0 ? null : divided(above, maximum),
          minimum == null || minimum.signum() == 0 ? null : divided(above, minimum),
          edits);
    }
  }

  /** Moves a number to the nearer end of its bounds. */
  private void addBoundEdits(
      JsonPointer place,
      @Nullable BigDecimal minimum,
      @Nullable BigDecimal maximum,
      List<TaskEdit> edits) {
    BigDecimal number = numberAt(place);
    BigDecimal step = ReplacementValues.stepOf(ExpectedShapes.at(spec, place));
    if (number != null && minimum != null && number.compareTo(minimum) < 0) {
      edits.add(
          new TaskEdit.SetValue(place, StepRounding.toJson(StepRounding.roundUp(minimum, step))));
    }
    if (number != null && maximum != null && number.compareTo(maximum) > 0) {
      edits.add(
          new TaskEdit.SetValue(place, StepRounding.toJson(StepRounding.roundDown(maximum, step))));
    }
  }

  private void addPlaceholderEdits(
      JsonPointer scope, Formula.PlaceholdersWithin within, List<TaskEdit> edits) {
    JsonPointer list = JsonTree.resolve(scope, within.list());
    JsonNode there = JsonTree.valueAt(task, list);
    int items = there instanceof ArrayNode ? there.size() : 0;
    for (ParameterPath path : within.texts()) {
      for (JsonPointer place : JsonTree.resolveAll(task, scope, path)) {
        JsonNode text = JsonTree.valueAt(task, place);
        Matcher found =
            EcmaPattern.compile(within.pattern()).matcher(text == null ? "" : text.asString(""));
        int highest = 0;
        while (found.find()) {
          highest = Math.max(highest, numberOf(found.group(1)));
        }
        if (highest > items && highest <= 100) {
          edits.add(extendedList(list, there, highest));
          String allowed = items == 0 ? "no item" : "no item but the first " + items;
          String words =
              String.format(
                  "let %s name %s of %s",
                  DisplayText.quotedName(JsonTree.displayPath(task, place)),
                  allowed,
                  DisplayText.quotedName(JsonTree.displayPath(task, list)));
          JsonNode silent = JsonNodeFactory.instance.stringNode(found.replaceAll("sample"));
          edits.add(new TaskEdit.AuthorEdit(place, silent, words));
        }
      }
    }
  }

  private static int numberOf(String digits) {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException tooLarge) {
      return -1;
    }
  }

  private TaskEdit extendedList(JsonPointer list, @Nullable JsonNode there, int items) {
    ArrayNode filled = JsonNodeFactory.instance.arrayNode();
    if (there instanceof ArrayNode given) {
      filled.addAll(given);
    }
    ExpectedShapes slot = ExpectedShapes.at(spec, list.child("0"));
    while (filled.size() < items && slot.isKnown()) {
      Shape shape = slot.shapes().get(0);
      filled.add(SampleValue.of(shape));
    }
    String name = DisplayText.quotedName(JsonTree.displayPath(task, list));
    return new TaskEdit.AuthorEdit(list, filled, "add " + name + " until there are " + items);
  }

  private @Nullable BigDecimal numberAt(JsonPointer place) {
    JsonNode value = JsonTree.valueAt(task, place);
    return value != null
            && value.isNumber()
            && JsonNumbers.isCalculable(JsonNumbers.decimalValue(value))
        ? JsonNumbers.decimalValue(value)
        : null;
  }

  private static @Nullable BigDecimal divided(@Nullable BigDecimal number, BigDecimal by) {
    return number == null ? null : number.divide(by, new MathContext(34, RoundingMode.HALF_EVEN));
  }
}
