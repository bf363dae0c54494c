package dev.callsheet.spec.lint.scan;

import dev.callsheet.spec.calculus.Facet;
import dev.callsheet.spec.calculus.Fragment;
import dev.callsheet.spec.calculus.JsonType;
import dev.callsheet.spec.calculus.Matching;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Tells whether a number matches a fragment. Small integers are compared as such; other numbers are
 * judged as everywhere else.
 */
final class NumberCheck {
  private static final BigDecimal LEAST = BigDecimal.valueOf(Long.MIN_VALUE);
  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  private final Predicate<JsonNode> exact;
  private long minimum = Long.MIN_VALUE;
  private long maximum = Long.MAX_VALUE;
  private long step = 1;
  private long @Nullable [] choices;

  /** Whether every facet can be seen from an integer. */
  private boolean visible = true;

  NumberCheck(Fragment fragment) {
    this.exact = Matching.of(fragment);
    fragment.facets().forEach(this::add);
  }

  boolean accepts(NumberToken number) {
    if (number.isSmall && visible) {
      long value = number.value;
      return value >= minimum
          && value <= maximum
          && (step == 1 || value % step == 0)
          && (choices == null || isChoice(choices, value));
    }
    return exact.test(number.node());
  }

  private static boolean isChoice(long[] choices, long value) {
    for (long choice : choices) {
      if (choice == value) {
        return true;
      }
    }
    return false;
  }

  private void add(Facet facet) {
    if (facet instanceof Facet.Range range) {
      add(range);
    } else if (facet instanceof Facet.Step of) {
      BigDecimal multiple = of.multipleOf().stripTrailingZeros();
      boolean whole = multiple.scale() <= 0 && isLong(multiple) && step == 1;
      visible &= whole;
      step = whole ? multiple.longValueExact() : step;
    } else if (facet instanceof Facet.OneOf choice) {
      visible &= choices == null && choice.values().stream().allMatch(NumberCheck::isPlain);
      choices =
          choice.values().stream()
              .filter(JsonNode::isIntegralNumber)
              .filter(JsonNode::canConvertToLong)
              .mapToLong(JsonNode::longValue)
              .toArray();
    } else if (facet instanceof Facet.OfType of) {
      visible &= of.type() == JsonType.INTEGER || of.type() == JsonType.NUMBER;
    } else {
      visible &= !(facet instanceof Facet.Not);
    }
  }

  private void add(Facet.Range range) {
    BigDecimal least = range.minimum();
    BigDecimal most = range.maximum();
    if (least != null) {
      visible &= isLong(least);
      BigDecimal whole = least.setScale(0, RoundingMode.CEILING);
      boolean next = range.minimumExclusive() && whole.compareTo(least) == 0;
      minimum = Math.max(minimum, visible ? whole.longValueExact() + (next ? 1 : 0) : minimum);
    }
    if (most != null) {
      visible &= isLong(most);
      BigDecimal whole = most.setScale(0, RoundingMode.FLOOR);
      boolean next = range.maximumExclusive() && whole.compareTo(most) == 0;
      maximum = Math.min(maximum, visible ? whole.longValueExact() - (next ? 1 : 0) : maximum);
    }
  }

  private static boolean isLong(BigDecimal number) {
    return number.compareTo(LEAST) > 0 && number.compareTo(MOST) < 0;
  }

  private static boolean isPlain(JsonNode choice) {
    return !choice.isNumber() || (choice.isIntegralNumber() && choice.canConvertToLong());
  }
}
