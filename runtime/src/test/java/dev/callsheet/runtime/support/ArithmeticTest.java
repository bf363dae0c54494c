package dev.callsheet.runtime.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sums in decimals, of whatever numbers a request has. */
class ArithmeticTest {
  private static final double NONE = Double.POSITIVE_INFINITY;

  @ParameterizedTest
  @CsvSource({
    "0.1, 0.2, 0.3, 0.3, true",
    "0.1, 0.2, 0.31, 0.4, false",
    "4, 6, 10, 10, true",
    "4, 5.999999999999999, 10, 10, false",
    "1e15, 0.5, 1e15, 1e15, false",
    "-1, -2, -Infinity, -3, true",
    "-1, -2, -2, Infinity, false"
  })
  void aSumLiesWithinItsBounds(
      double one, double other, double minimum, double maximum, boolean expected) {
    assertThat(sumWithin(minimum, maximum, one, other)).isEqualTo(expected);
    assertThat(sumWithin(minimum, maximum, new BigDecimal(one + ""), new BigDecimal(other + "")))
        .isEqualTo(expected);
  }

  @Test
  void withoutNumbersOrWithAValueThatIsNoneEverySumHolds() {
    assertThat(Arithmetic.sumWithin(1, 2, null, item -> 9)).isTrue();
    assertThat(sumWithin(1, 2)).isTrue();
    assertThat(sumWithin(1, 2, (Number) null)).isTrue();
    assertThat(sumWithin(1, 2, null, 3)).isFalse();
    assertThat(sumWithin(1, 2, 3, Arithmetic.number("auto"))).isTrue();
    assertThat(sumWithin(1, 2, NONE, 3)).isTrue();
    assertThat(Arithmetic.sumEquals(List.of(1), item -> item, Double.NaN)).isTrue();
    assertThat(Arithmetic.productWithin(0, 1, Double.NaN, 3)).isTrue();
    assertThat(Arithmetic.quotientWithin(0, 1, NONE, 3)).isTrue();
  }

  private static boolean sumWithin(double minimum, double maximum, @Nullable Number... terms) {
    return Arithmetic.sumWithin(minimum, maximum, Arrays.asList(terms), term -> term);
  }
}
