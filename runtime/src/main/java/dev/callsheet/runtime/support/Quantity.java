package dev.callsheet.runtime.support;

import dev.callsheet.runtime.Amount;
import dev.callsheet.runtime.MediaDurations;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How much there is in a request of what is paid for, as far as the request shows it. What requests
 * give is passed as it is: numbers, texts, lists, or null where nothing is provided.
 */
public final class Quantity {
  /** The request as a whole, once. */
  public static final Quantity REQUEST = new Quantity(Optional.of(Amount.ONE), "", "one request");

  /** Quotients end after so many decimals, rounded half up; sums and products are exact. */
  private static final int QUOTIENT_DECIMALS = 18;

  private final Optional<Amount> amount;
  private final String unit;
  private final String text;

  private Quantity(Optional<Amount> amount, String unit, String text) {
    this.amount = amount;
    this.unit = unit;
    this.text = text;
  }

  /**
   * Seconds that a parameter gives.
   *
   * @param given a number, or an {@link Amount} for a value that leaves it open between bounds; any
   *     other value leaves it open altogether
   * @param otherwise what counts where it is not provided: its default, or its range
   */
  public static Quantity seconds(
      String parameter, @Nullable Object given, @Nullable Amount otherwise) {
    Optional<Amount> amount = number(given, otherwise);
    String absent = given == null ? " (" + parameter + " not given)" : "";
    return new Quantity(
        amount,
        "s",
        amount.map(shown -> counted(shown, "s") + absent).orElse("an unknown number of seconds"));
  }

  /**
   * Seconds that media last. Of media that is not provided there are none.
   *
   * @param given the value of a media parameter, or a list of such
   */
  public static Quantity secondsOf(String input, @Nullable Object given, MediaDurations durations) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Object media : items(given)) {
      Optional<BigDecimal> seconds =
          media instanceof String value ? durations.secondsOf(value) : Optional.empty();
      if (seconds.isEmpty()) {
        return new Quantity(Optional.empty(), "s", "as many s as " + input + " has");
      }
      sum = sum.add(seconds.get());
    }
    return shown(Amount.exactly(sum), "s", " of " + input);
  }

  /** Seconds that media last where it is provided; else as many as this. */
  public Quantity unlessGiven(String input, @Nullable Object given, MediaDurations durations) {
    return items(given).isEmpty() ? this : secondsOf(input, given, durations);
  }

  /** Items of a list; any other value is one. */
  public static Quantity items(String list, @Nullable Object given, Amount otherwise) {
    Amount count =
        given == null ? otherwise : Amount.exactly(BigDecimal.valueOf(items(given).size()));
    return shown(count, "item", " of " + list);
  }

  /** Characters of a text, or of all texts of a list, counted in Unicode code points. */
  public static Quantity characters(String text, @Nullable Object given, Amount otherwise) {
    long count = items(given).stream().mapToLong(Quantity::codePoints).sum();
    return shown(
        given == null ? otherwise : Amount.exactly(BigDecimal.valueOf(count)),
        "character",
        " of " + text);
  }

  /**
   * Tokens of a text, or of all texts of a list. No request shows how a model divides texts; that
   * there are from {@code least} to {@code most} bytes of UTF-8 in a token is taken from the price
   * list.
   */
  public static Quantity tokens(
      String text, @Nullable Object given, Amount otherwise, int least, int most) {
    Amount bytes =
        given == null
            ? otherwise
            : Amount.exactly(
                BigDecimal.valueOf(items(given).stream().mapToLong(Quantity::bytes).sum()));
    Amount tokens =
        new Amount(
            bytes.minimum().divide(BigDecimal.valueOf(most), 0, RoundingMode.CEILING),
            bytes.maximum().divide(BigDecimal.valueOf(least), 0, RoundingMode.CEILING));
    return shown(
        tokens,
        "token",
        " of " + text + " (" + bytes + " bytes, " + least + " to " + most + " in a token)");
  }

  /**
   * Megapixels of an image or a video.
   *
   * @param pixels how many the platform calls a megapixel
   * @param width in pixels, as {@link #number} reads it
   */
  public static Quantity megapixels(
      String pixels, Optional<Amount> width, Optional<Amount> height) {
    Optional<Amount> product = width.flatMap(side -> height.map(side::times));
    Optional<Amount> amount =
        product.map(all -> all.map(count -> quotient(count, new BigDecimal(pixels))));
    return new Quantity(
        amount,
        "megapixel",
        amount
            .map(
                shown ->
                    counted(shown, "megapixel")
                        + " ("
                        + width.map(Amount::toString).orElse("")
                        + " x "
                        + height.map(Amount::toString).orElse("")
                        + ")")
            .orElse("an unknown number of megapixels"));
  }

  /** Something that no request shows, by the name of its unit. */
  public static Quantity unshown(String unit) {
    return new Quantity(Optional.empty(), unit, "an unknown number of " + plural(unit));
  }

  /** The number that is given, or what counts where none is provided. */
  public static Optional<Amount> number(@Nullable Object given, @Nullable Amount otherwise) {
    return given == null ? Optional.ofNullable(otherwise) : Amount.of(given);
  }

  /**
   * What the items of a list have, as one list; lists in it are joined. Null where that is none.
   */
  public static <T> @Nullable List<Object> each(
      @Nullable List<T> items, Function<T, @Nullable Object> value) {
    List<Object> all = new ArrayList<>();
    if (items != null) {
      items.forEach(item -> all.addAll(items(value.apply(item))));
    }
    return all.isEmpty() ? null : all;
  }

  /** A quotient, which need not end. */
  static BigDecimal quotient(BigDecimal dividend, BigDecimal divisor) {
    return dividend.divide(divisor, QUOTIENT_DECIMALS, RoundingMode.HALF_UP);
  }

  /** How much; empty where the request does not show it. */
  Optional<Amount> amount() {
    return amount;
  }

  /** What is counted, such as {@code s}; empty for the request as a whole. */
  String unit() {
    return unit;
  }

  /** The same, with another amount where there is one. */
  Quantity map(UnaryOperator<BigDecimal> function) {
    return new Quantity(amount.map(shown -> shown.map(function)), unit, text);
  }

  /** Such as {@code 8 s}. */
  @Override
  public String toString() {
    return text;
  }

  private static Quantity shown(Amount amount, String unit, String of) {
    return new Quantity(Optional.of(amount), unit, counted(amount, unit) + of);
  }

  private static String counted(Amount amount, String unit) {
    return amount + " " + (amount.equals(Amount.ONE) ? unit : plural(unit));
  }

  /** The word for several of a unit; seconds are written by their symbol, which has none. */
  static String plural(String unit) {
    return unit.equals("s") ? unit : unit + "s";
  }

  private static List<?> items(@Nullable Object given) {
    if (given == null) {
      return List.of();
    }
    return given instanceof List<?> list ? list : List.of(given);
  }

  private static long codePoints(Object text) {
    String string = text.toString();
    return string.codePointCount(0, string.length());
  }

  private static long bytes(Object text) {
    return text.toString().getBytes(StandardCharsets.UTF_8).length;
  }
}
