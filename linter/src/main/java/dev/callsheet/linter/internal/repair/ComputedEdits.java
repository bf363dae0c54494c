package dev.callsheet.linter.internal.repair;

import dev.callsheet.runtime.JsonPointer;
import dev.callsheet.runtime.internal.messages.DisplayText;
import dev.callsheet.runtime.support.Placeholders;
import dev.callsheet.runtime.support.Regex;
import dev.callsheet.spec.analysis.SampleValues;
import dev.callsheet.spec.logic.AtomVisitor;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.JsonNumbers;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Shape;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Edits to values that follow from others by what an atom calculates or counts. */
final class ComputedEdits implements AtomVisitor<List<TaskEdit>> {
  /** Of longer sums, no term is computed from the others. */
  private static final int MAX_TERMS = 12;

  /** Lists are not extended to more items than this. */
  private static final int MAX_ITEMS = 100;

  private final ModelSpec spec;
  private final JsonNode task;
  private final JsonPointer scope;

  /**
   * Edits of a task.
   *
   * @param scope where the paths of atoms begin
   */
  ComputedEdits(ModelSpec spec, JsonNode task, JsonPointer scope) {
    this.spec = spec;
    this.task = task;
    this.scope = scope;
  }

  @Override
  public List<TaskEdit> visitProvided(Formula.Provided atom) {
    return List.of();
  }

  @Override
  public List<TaskEdit> visitMatches(Formula.Matches atom) {
    return List.of();
  }

  /** The total that the terms add up to, and each term so that they add up to the total. */
  @Override
  public List<TaskEdit> visitSumEquals(Formula.SumEquals sum) {
    List<JsonPointer> terms = JsonTree.resolveAll(task, scope, sum.terms());
    BigDecimal found = sumOf(terms);
    if (found == null) {
      return List.of();
    }
    List<TaskEdit> edits = new ArrayList<>();
    JsonPointer total = JsonTree.resolve(scope, sum.total());
    edits.add(new TaskEdit.SetValue(total, StepRounding.toJson(found)));
    BigDecimal wanted =
        JsonTree.valueAt(task, total) == null ? sum.totalDefault() : numberAt(total);
    for (int i = terms.size() - 1; i >= 0 && wanted != null; i--) {
      BigDecimal number = numberAt(terms.get(i));
      if (number != null && terms.size() <= MAX_TERMS) {
        edits.add(
            new TaskEdit.SetValue(
                terms.get(i), StepRounding.toJson(number.add(wanted).subtract(found))));
      }
    }
    return edits;
  }

  /** Each term, moved so far that the sum is at the nearer of its bounds. */
  @Override
  public List<TaskEdit> visitSumWithin(Formula.SumWithin bounds) {
    List<JsonPointer> terms = JsonTree.resolveAll(task, scope, bounds.terms());
    BigDecimal found = sumOf(terms);
    List<TaskEdit> edits = new ArrayList<>();
    for (int i = terms.size() - 1; i >= 0 && found != null && terms.size() <= MAX_TERMS; i--) {
      BigDecimal number = numberAt(terms.get(i));
      if (number != null) {
        BigDecimal rest = found.subtract(number);
        addBoundEdits(
            terms.get(i),
            bounds.minimum() == null ? null : bounds.minimum().subtract(rest),
            bounds.maximum() == null ? null : bounds.maximum().subtract(rest),
            edits);
      }
    }
    return edits;
  }

  /** Null where a term is no number. */
  private @Nullable BigDecimal sumOf(List<JsonPointer> terms) {
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonPointer term : terms) {
      BigDecimal number = numberAt(term);
      if (number == null) {
        return null;
      }
      sum = sum.add(number);
    }
    return sum;
  }

  /** Each factor, moved so far that the product is within its bounds. */
  @Override
  public List<TaskEdit> visitProductWithin(Formula.ProductWithin product) {
    List<TaskEdit> edits = new ArrayList<>();
    for (ParameterPath factor : product.factors()) {
      BigDecimal rest = BigDecimal.ONE;
      for (ParameterPath other : product.factors()) {
        BigDecimal number = numberAt(JsonTree.resolve(scope, other));
        if (!other.equals(factor)) {
          rest = number == null ? BigDecimal.ZERO : rest.multiply(number);
        }
      }
      if (rest.signum() > 0) {
        addBoundEdits(
            JsonTree.resolve(scope, factor),
            divided(product.minimum(), rest),
            divided(product.maximum(), rest),
            edits);
      }
    }
    return edits;
  }

  /** The dividend or the divisor, moved so far that the quotient is within its bounds. */
  @Override
  public List<TaskEdit> visitQuotientWithin(Formula.QuotientWithin bounds) {
    List<TaskEdit> edits = new ArrayList<>();
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
    return edits;
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

  /** As many items as a text names, or a text that names no more items than there are. */
  @Override
  public List<TaskEdit> visitPlaceholdersWithin(Formula.PlaceholdersWithin within) {
    List<TaskEdit> edits = new ArrayList<>();
    JsonPointer list = JsonTree.resolve(scope, within.list());
    JsonNode there = JsonTree.valueAt(task, list);
    int items = there instanceof ArrayNode ? there.size() : 0;
    for (ParameterPath path : within.texts()) {
      for (JsonPointer place : JsonTree.resolveAll(task, scope, path)) {
        JsonNode text = JsonTree.valueAt(task, place);
        String given = text == null ? "" : text.asString("");
        List<Placeholders.Placeholder> placeholders =
            Placeholders.find(given, Regex.of(within.pattern()));
        int highest =
            placeholders.stream().mapToInt(Placeholders.Placeholder::number).max().orElse(0);
        if (highest > items && highest <= MAX_ITEMS) {
          edits.add(extendedList(list, there, highest));
          String allowed = items == 0 ? "no item" : "no item but the first " + items;
          String words =
              String.format(
                  "let %s name %s of %s",
                  DisplayText.quotedName(JsonTree.displayPath(task, place)),
                  allowed,
                  DisplayText.quotedName(JsonTree.displayPath(task, list)));
          JsonNode unplaced =
              JsonNodeFactory.instance.stringNode(withoutPlaceholders(given, placeholders));
          edits.add(new TaskEdit.AuthorEdit(place, unplaced, words));
        }
      }
    }
    return edits;
  }

  private static String withoutPlaceholders(
      String text, List<Placeholders.Placeholder> placeholders) {
    StringBuilder left = new StringBuilder();
    int from = 0;
    for (Placeholders.Placeholder placeholder : placeholders) {
      left.append(text, from, placeholder.start()).append("sample");
      from = placeholder.end();
    }
    return left.append(text, from, text.length()).toString();
  }

  private TaskEdit extendedList(JsonPointer list, @Nullable JsonNode there, int items) {
    ArrayNode filled = JsonNodeFactory.instance.arrayNode();
    if (there instanceof ArrayNode given) {
      filled.addAll(given);
    }
    ExpectedShapes slot = ExpectedShapes.at(spec, list.child("0"));
    while (filled.size() < items && slot.isKnown()) {
      Shape shape = slot.shapes().get(0);
      filled.add(SampleValues.of(shape));
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
