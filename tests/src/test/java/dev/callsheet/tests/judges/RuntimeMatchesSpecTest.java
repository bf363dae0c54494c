package dev.callsheet.tests.judges;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.runtime.MediaKind;
import dev.callsheet.runtime.support.Arithmetic;
import dev.callsheet.runtime.support.Texts;
import dev.callsheet.runtime.support.Values;
import dev.callsheet.spec.logic.MediaSource;
import dev.callsheet.spec.logic.StringFormat;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What generated checkers call says the same as the expressions and decimals it stands for. */
class RuntimeMatchesSpecTest {
  private static final List<MediaKind> KINDS =
      List.of(MediaKind.IMAGE, MediaKind.VIDEO, MediaKind.AUDIO);

  @Property(tries = 20_000)
  void textFormatsMatch(@ForAll("nearlyMedia") String text) {
    assertThat(Texts.isUrl(text)).as("url").isEqualTo(MediaSource.URL.accepts(text));
    assertThat(Texts.isDataUri(text)).as("dataUri").isEqualTo(MediaSource.DATA_URI.accepts(text));
    assertThat(Texts.isBase64(text)).as("base64").isEqualTo(MediaSource.BASE64.accepts(text));
    for (MediaKind kind : KINDS) {
      assertThat(Texts.isDataUri(text, kind))
          .as("dataUri of %s", kind)
          .isEqualTo(MediaSource.DATA_URI.accepts(text, kind));
      assertThat(Texts.isBase64(text, kind))
          .as("base64 of %s", kind)
          .isEqualTo(MediaSource.BASE64.accepts(text, kind));
    }
    assertThat(Texts.isUuid(text)).as("uuid").isEqualTo(MediaSource.UUID.accepts(text));
    assertThat(Texts.isUuid4(text)).as("uuid4").isEqualTo(StringFormat.UUID4.accepts(text));
    assertThat(Texts.isAbsolute(text)).as("uri").isEqualTo(StringFormat.URI.accepts(text));
  }

  @Property(tries = 20_000)
  void dateTimesMatch(@ForAll("nearlyInstants") String text) {
    assertThat(Texts.isDateTime(text)).isEqualTo(StringFormat.DATE_TIME.accepts(text));
  }

  @Property(tries = 20_000)
  void multiplesMatch(@ForAll("decimals") BigDecimal value, @ForAll("steps") BigDecimal step) {
    for (BigDecimal each : List.of(value, value.multiply(step), step)) {
      double number = each.doubleValue();
      boolean isMultiple = BigDecimal.valueOf(number).remainder(step).signum() == 0;
      assertThat(Values.isMultiple(number, step.doubleValue()))
          .as("%s of %s", number, step)
          .isEqualTo(isMultiple);
    }
  }

  @Property(tries = 20_000)
  void productsAndQuotientsMatch(
      @ForAll("decimals") BigDecimal one,
      @ForAll("steps") BigDecimal other,
      @ForAll("decimals") BigDecimal bound) {
    BigDecimal product = one.multiply(other);
    BigDecimal quotient = one.divide(other, MathContext.DECIMAL128);
    double infinity = Double.POSITIVE_INFINITY;
    for (BigDecimal limit : List.of(bound, round(product), round(quotient))) {
      double at = limit.doubleValue();
      double a = one.doubleValue();
      double b = other.doubleValue();
      assertThat(Arithmetic.productWithin(at, infinity, a, b))
          .as("%s * %s >= %s", one, other, limit)
          .isEqualTo(product.compareTo(limit) >= 0);
      assertThat(Arithmetic.productWithin(-infinity, at, a, b))
          .as("%s * %s <= %s", one, other, limit)
          .isEqualTo(product.compareTo(limit) <= 0);
      assertThat(Arithmetic.quotientWithin(at, infinity, a, b))
          .as("%s / %s >= %s", one, other, limit)
          .isEqualTo(quotient.compareTo(limit) >= 0);
      assertThat(Arithmetic.quotientWithin(-infinity, at, a, b))
          .as("%s / %s <= %s", one, other, limit)
          .isEqualTo(quotient.compareTo(limit) <= 0);
    }
  }

  @Property(tries = 20_000)
  void sumsMatch(@ForAll("terms") List<BigDecimal> terms, @ForAll("decimals") BigDecimal total) {
    BigDecimal sum = terms.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    List<Double> numbers = terms.stream().map(BigDecimal::doubleValue).toList();
    assertThat(Arithmetic.sumEquals(numbers, each -> each, sum.doubleValue())).isTrue();
    assertThat(Arithmetic.sumEquals(numbers, each -> each, null, sum.doubleValue())).isTrue();
    assertThat(Arithmetic.sumEquals(numbers, each -> each, total.doubleValue()))
        .isEqualTo(numbers.isEmpty() || sum.compareTo(total) == 0);
  }

  @Provide
  Arbitrary<String> nearlyMedia() {
    return pieces(
        "http",
        "HTTPS",
        "ht",
        "s",
        "://",
        ":",
        "/",
        "?",
        "#",
        "[",
        "]",
        "a.b",
        "%",
        "%2F",
        "%g1",
        "data:",
        "image/png",
        "video/mp4",
        "data:image/png;base64,",
        "data:audio/mpeg;base64,",
        "iVBORw0KGgo=",
        "/9j/",
        "UklGRiQAAABXRUJQ",
        "UklGRiQAAABXQVZF",
        "AAAAIGZ0eXBpc29t",
        "AAAAHGZ0eXBhdmlm",
        "SUQz",
        "T2dnUw",
        "A",
        ";",
        "=",
        "base64",
        ",",
        ";base64,",
        "QUJD",
        "==",
        "=",
        " ",
        "\n",
        "\u017f",
        "é",
        "_",
        "~",
        "0d7c1f6e-6c2a-4f0f-9a57-3c1f5a3b9d10",
        "0D7C",
        "-",
        "\"",
        "\u000b");
  }

  @Provide
  Arbitrary<String> nearlyInstants() {
    Arbitrary<String> date =
        Arbitraries.of(
            "2026-02-05",
            "2024-02-29",
            "2023-02-29",
            "0000-01-01",
            "1900-02-29",
            "2000-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-04-31",
            "2026-12-32",
            "999-01-01",
            "２026-01-01");
    Arbitrary<String> mark = Arbitraries.of("T", "t", " ", "");
    Arbitrary<String> time =
        Arbitraries.of(
            "12:00:00",
            "23:59:60",
            "23:59:59",
            "24:00:00",
            "12:60:00",
            "12:00:60",
            "00:59:60",
            "12:00",
            "1:00:00",
            "05:59:60",
            "12:00:61");
    Arbitrary<String> fraction = Arbitraries.of("", ".", ".5", ".123456789012", ".x", "..1");
    Arbitrary<String> zone =
        Arbitraries.of(
            "Z", "z", "", "+00:00", "-00:00", "+18:00", "+18:01", "-19:00", "+01:00", "-18:00",
            "+1:00", "+0100", "Zx", "+06:00", "-23:59", "+01:60");
    return Combinators.combine(date, mark, time, fraction, zone)
        .as((d, m, t, f, z) -> d + m + t + f + z);
  }

  @Provide
  Arbitrary<BigDecimal> decimals() {
    return Combinators.combine(
            Arbitraries.longs().between(-99_999_999L, 99_999_999L),
            Arbitraries.integers().between(0, 6))
        .as(BigDecimal::valueOf);
  }

  @Provide
  Arbitrary<BigDecimal> steps() {
    return Combinators.combine(
            Arbitraries.longs().between(1, 9999), Arbitraries.integers().between(0, 4))
        .as(BigDecimal::valueOf);
  }

  @Provide
  Arbitrary<List<BigDecimal>> terms() {
    return decimals().list().ofMaxSize(5);
  }

  private static BigDecimal round(BigDecimal number) {
    return number.round(new MathContext(12));
  }

  private static Arbitrary<String> pieces(String... pieces) {
    return Arbitraries.of(pieces).list().ofMinSize(1).ofMaxSize(9).map(all -> String.join("", all));
  }
}
