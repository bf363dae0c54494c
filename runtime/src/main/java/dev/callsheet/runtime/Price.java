package dev.callsheet.runtime;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a request will cost, as far as it can be known before it is sent: the sum of its charges, or
 * one of these. Amounts are decimals, as exact as the price list.
 */
public sealed interface Price {
  /**
   * How it came about, such as {@code 8 s at 0.112 USD/s: silent}; charge by charge, where there
   * are several.
   */
  String why();

  /** What it is the sum of, in the order of the price list; empty for a charge itself. */
  List<Charge> charges();

  /** The least it can come to; 0 when that is not known. */
  default BigDecimal lowerBound() {
    return BigDecimal.ZERO;
  }

  /** The most it can come to; empty when that is not known. */
  default Optional<BigDecimal> upperBound() {
    return Optional.empty();
  }

  /** Calls the visitor's method for this kind of price. */
  <R extends @Nullable Object> R accept(PriceVisitor<R> visitor);

  /**
   * The kind of price that these make.
   *
   * @param base what is known of it
   * @param units what is paid besides, for what the request does not show; may be empty
   */
  static Price of(
      Amount base, List<UnitPrice> units, String currency, String why, List<Charge> charges) {
    if (!units.isEmpty()) {
      return new Rate(base, units, currency, why, charges);
    }
    return base.isExact()
        ? new Exact(base.minimum(), currency, why, charges)
        : new Between(base.minimum(), base.maximum(), currency, why, charges);
  }

  /** A part of a price, with its id in the price list. */
  record Charge(String id, Price price) {}

  /** A price for a unit of something that the request does not show, such as an input's length. */
  record UnitPrice(Amount amount, String unit) {}

  /** Known to the last decimal. */
  record Exact(BigDecimal amount, String currency, String why, List<Charge> charges)
      implements Price {
    /** Copies the list; trailing zeros of the amount do not count. */
    public Exact {
      amount = Amount.exactly(amount).minimum();
      charges = List.copyOf(charges);
    }

    /** A price that is no sum. */
    public Exact(BigDecimal amount, String currency, String why) {
      this(amount, currency, why, List.of());
    }

    @Override
    public BigDecimal lowerBound() {
      return amount;
    }

    @Override
    public Optional<BigDecimal> upperBound() {
      return Optional.of(amount);
    }

    @Override
    public <R extends @Nullable Object> R accept(PriceVisitor<R> visitor) {
      return visitor.visitExact(this);
    }

    @Override
    public String toString() {
      return amount.toPlainString() + " " + currency;
    }
  }

  /** Within these bounds, which belong to it. */
  record Between(
      BigDecimal minimum, BigDecimal maximum, String currency, String why, List<Charge> charges)
      implements Price {
    /** Copies the list; trailing zeros of the bounds do not count. */
    public Between {
      minimum = Amount.exactly(minimum).minimum();
      maximum = Amount.exactly(maximum).minimum();
      charges = List.copyOf(charges);
    }

    /** A price that is no sum. */
    public Between(BigDecimal minimum, BigDecimal maximum, String currency, String why) {
      this(minimum, maximum, currency, why, List.of());
    }

    @Override
    public BigDecimal lowerBound() {
      return minimum;
    }

    @Override
    public Optional<BigDecimal> upperBound() {
      return Optional.of(maximum);
    }

    @Override
    public <R extends @Nullable Object> R accept(PriceVisitor<R> visitor) {
      return visitor.visitBetween(this);
    }

    @Override
    public String toString() {
      return new Amount(minimum, maximum) + " " + currency;
    }
  }

  /**
   * So much by the unit of what the request does not show, and what is known besides.
   *
   * @param base what is known; often 0
   * @param units at least one
   */
  record Rate(Amount base, List<UnitPrice> units, String currency, String why, List<Charge> charges)
      implements Price {
    /** Copies the lists. */
    public Rate {
      units = List.copyOf(units);
      charges = List.copyOf(charges);
    }

    @Override
    public BigDecimal lowerBound() {
      return base.minimum();
    }

    @Override
    public <R extends @Nullable Object> R accept(PriceVisitor<R> visitor) {
      return visitor.visitRate(this);
    }

    @Override
    public String toString() {
      Stream<String> known =
          base.equals(Amount.ZERO) ? Stream.empty() : Stream.of(base + " " + currency);
      return Stream.concat(
              known, units.stream().map(each -> each.amount() + " " + currency + "/" + each.unit()))
          .collect(Collectors.joining(" + "));
    }
  }

  /** Not known: no price is published, or none for a request like this. */
  record Unknown(String why, List<Charge> charges) implements Price {
    /** Copies the list. */
    public Unknown {
      charges = List.copyOf(charges);
    }

    /** A price that is no sum. */
    public Unknown(String why) {
      this(why, List.of());
    }

    @Override
    public <R extends @Nullable Object> R accept(PriceVisitor<R> visitor) {
      return visitor.visitUnknown(this);
    }

    @Override
    public String toString() {
      return "unknown";
    }
  }
}
