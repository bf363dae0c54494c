package dev.callsheet.runtime;

import java.math.BigDecimal;
import java.util.ArrayList;
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

  /** The amount, as far as it is known; empty when nothing is. */
  Optional<Amount> known();

  /** What is paid besides, for what the request does not show. */
  default List<UnitPrice> units() {
    return List.of();
  }

  /** The least it can come to; 0 when that is not known. */
  default BigDecimal lowerBound() {
    return known().map(Amount::minimum).orElse(BigDecimal.ZERO);
  }

  /** The most it can come to; empty when that is not known. */
  default Optional<BigDecimal> upperBound() {
    return units().isEmpty() ? known().map(Amount::maximum) : Optional.empty();
  }

  /** Calls the visitor's method for this kind of price. */
  <R extends @Nullable Object> R accept(PriceVisitor<R> visitor);

  /**
   * The kind of price that these make.
   *
   * @param known what is known of it
   * @param units what is paid besides; may be empty
   */
  static Price of(Amount known, List<UnitPrice> units, String currency, String why) {
    return of(known, units, currency, why, List.of());
  }

  /** The sum of charges in one currency; unknown if one of them is. */
  static Price sum(String currency, List<Charge> charges) {
    String why =
        charges.size() == 1
            ? charges.get(0).price().why()
            : charges.stream()
                .map(charge -> charge.id() + ": " + charge.price().why())
                .collect(Collectors.joining("; "));
    List<UnitPrice> units = new ArrayList<>();
    Amount sum = Amount.ZERO;
    for (Charge charge : charges) {
      Optional<Amount> part = charge.price().known();
      if (part.isEmpty()) {
        return new Unknown(why, charges);
      }
      sum = sum.plus(part.get());
      units.addAll(charge.price().units());
    }
    return of(sum, units, currency, why, charges);
  }

  private static Price of(
      Amount known, List<UnitPrice> units, String currency, String why, List<Charge> charges) {
    if (!units.isEmpty()) {
      return new Rate(known, units, currency, why, charges);
    }
    return known.isExact()
        ? new Exact(known.minimum(), currency, why, charges)
        : new Between(known.minimum(), known.maximum(), currency, why, charges);
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
    public Optional<Amount> known() {
      return Optional.of(Amount.exactly(amount));
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
    public Optional<Amount> known() {
      return Optional.of(new Amount(minimum, maximum));
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
    public Optional<Amount> known() {
      return Optional.of(base);
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
    public Optional<Amount> known() {
      return Optional.empty();
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
