package dev.callsheet.runtime;

import dev.callsheet.runtime.internal.messages.ObservationText;
import java.util.List;

/**
 * What a broken rule found where it says only what must be: a sum, say. Parameters are named by
 * their paths from the object that the rule is about, such as {@code elements[].duration}.
 */
public sealed interface Observation {
  /** What was found, in one sentence. */
  String sentence();

  /**
   * Numbers do not add up to another.
   *
   * @param terms path of the numbers
   * @param total path of what they must add up to
   * @param isDefault whether the total is not provided, and so its default
   */
  record Sum(String terms, Number sum, String total, Number expected, boolean isDefault)
      implements Observation {
    @Override
    public String sentence() {
      return ObservationText.sum(terms, sum, total, expected, isDefault);
    }
  }

  /**
   * A sum lies outside its bounds.
   *
   * @param terms path of the numbers
   */
  record BoundedSum(String terms, Number sum) implements Observation {
    @Override
    public String sentence() {
      return ObservationText.boundedSum(terms, sum);
    }
  }

  /** A product lies outside its bounds. */
  record Product(List<String> factors, Number product) implements Observation {
    /** Copies the list, so that an observation never changes. */
    public Product {
      factors = List.copyOf(factors);
    }

    @Override
    public String sentence() {
      return ObservationText.product(factors, product);
    }
  }

  /** A quotient lies outside its bounds. */
  record Quotient(String dividend, String divisor, Number quotient) implements Observation {
    @Override
    public String sentence() {
      return ObservationText.quotient(dividend, divisor, quotient);
    }
  }

  /**
   * A text names an item that a list does not have.
   *
   * @param placeholder as it stands in the text
   * @param list path of the list
   * @param count how many items it has
   */
  record MissingItem(String placeholder, String list, int count) implements Observation {
    @Override
    public String sentence() {
      return ObservationText.missingItem(placeholder, list, count);
    }
  }
}
