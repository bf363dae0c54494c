package dev.callsheet.linter.internal.fastpath;

import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.FacetPredicates;
import dev.callsheet.spec.logic.FacetVisitor;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.logic.SchemaFragment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Tests whether a number matches a fragment. Integers of up to 18 digits are compared as {@code
 * long}; other numbers go to {@link FacetPredicates}, which decide for the whole linter.
 */
final class NumberMatcher {
  private static final BigDecimal LONG_MINIMUM = BigDecimal.valueOf(Long.MIN_VALUE);
  private static final BigDecimal LONG_MAXIMUM = BigDecimal.valueOf(Long.MAX_VALUE);

  private final Predicate<JsonNode> exact;
  private long minimum = Long.MIN_VALUE;
  private long maximum = Long.MAX_VALUE;
  private long step = 1;
  private long @Nullable [] choices;

  /** Whether every facet can be decided from a {@code long}. */
  private boolean canDecideFromLong = true;

  NumberMatcher(SchemaFragment fragment) {
    this.exact = FacetPredicates.of(fragment);
    FacetReader reader = new FacetReader();
    for (Facet facet : fragment.facets()) {
      boolean decided = facet.accept(reader);
      canDecideFromLong &= decided;
    }
  }

  boolean matches(NumberToken number) {
    if (number.isLong && canDecideFromLong) {
      long value = number.longValue;
      return value >= minimum
          && value <= maximum
          && (step == 1 || value % step == 0)
          && (choices == null || isChoice(choices, value));
    }
    return exact.test(number.toJsonNode());
  }

  private static boolean isChoice(long[] choices, long value) {
    for (long choice : choices) {
      if (choice == value) {
        return true;
      }
    }
    return false;
  }

  /** Takes over what facets demand of an integer; false when a {@code long} cannot decide one. */
  private final class FacetReader extends FacetVisitor.Default<Boolean> {
    @Override
    public Boolean visitRange(Facet.Range range) {
      add(range);
      return true;
    }

    @Override
    public Boolean visitMultipleOf(Facet.MultipleOf facet) {
      BigDecimal multiple = facet.divisor().stripTrailingZeros();
      boolean whole = multiple.scale() <= 0 && isLong(multiple) && step == 1;
      step = whole ? multiple.longValueExact() : step;
      return whole;
    }

    @Override
    public Boolean visitOneOf(Facet.OneOf facet) {
      boolean decided = choices == null;
      choices =
          facet.values().stream()
              .filter(JsonNode::isNumber)
              .map(choice -> choice.decimalValue().stripTrailingZeros())
              .filter(choice -> choice.scale() <= 0 && isLong(choice))
              .mapToLong(BigDecimal::longValueExact)
              .toArray();
      return decided;
    }

    @Override
    public Boolean visitOfType(Facet.OfType facet) {
      return facet.type() == JsonType.INTEGER || facet.type() == JsonType.NUMBER;
    }

    @Override
    protected Boolean visitOther(Facet facet) {
      return !FacetSubject.of(facet).includes(FacetSubject.NUMBER);
    }
  }

  private void add(Facet.Range range) {
    BigDecimal least = range.minimum();
    BigDecimal most = range.maximum();
    if (least != null) {
      canDecideFromLong &= isLong(least);
      BigDecimal whole = least.setScale(0, RoundingMode.CEILING);
      boolean next = range.minimumExclusive() && whole.compareTo(least) == 0;
      minimum =
          Math.max(minimum, canDecideFromLong ? whole.longValueExact() + (next ? 1 : 0) : minimum);
    }
    if (most != null) {
      canDecideFromLong &= isLong(most);
      BigDecimal whole = most.setScale(0, RoundingMode.FLOOR);
      boolean next = range.maximumExclusive() && whole.compareTo(most) == 0;
      maximum =
          Math.min(maximum, canDecideFromLong ? whole.longValueExact() - (next ? 1 : 0) : maximum);
    }
  }

  private static boolean isLong(BigDecimal number) {
    return number.compareTo(LONG_MINIMUM) > 0 && number.compareTo(LONG_MAXIMUM) < 0;
  }
}
