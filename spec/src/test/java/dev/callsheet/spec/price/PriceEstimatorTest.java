package dev.callsheet.spec.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.runtime.Amount;
import dev.callsheet.runtime.Price;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PriceEstimatorTest {
  private static final ModelSpec KLING =
      ModelCatalogue.bundled().find("klingai:kling-video@o3-pro").orElseThrow();

  @Test
  void multipliesRateByLength() {
    assertThat(price("{'width': 1920, 'height': 1080, 'duration': 8}"))
        .isEqualTo(exact("0.896", "8 s at 0.112 USD/s: 1080p · 1s · (no video input + no audio)"));
  }

  @Test
  void multipliesByNumberOfResultsAsWell() {
    assertThat(
            price(
                "{'duration': 10, 'numberResults': 3,"
                    + " 'providerSettings': {'klingai': {'sound': true}}}"))
        .isEqualTo(
            exact(
                "4.20",
                "10 s x 3 (numberResults) at 0.14 USD/s: 1080p · 1s · (no video input + audio)"));
  }

  @Test
  void usesTheDefaultWhereNothingIsGiven() {
    assertThat(price("{'width': 1920, 'height': 1080}"))
        .isEqualTo(
            exact(
                "0.560",
                "5 s (duration not given) at 0.112 USD/s:"
                    + " 1080p · 1s · (no video input + no audio)"));
  }

  @Test
  void soundFalseHasThePriceWithoutAudio() {
    assertThat(price("{'providerSettings': {'klingai': {'sound': false}}}"))
        .isInstanceOfSatisfying(
            Price.Exact.class, price -> assertThat(price.amount()).isEqualByComparingTo("0.56"));
  }

  @Test
  void givesRateWhereAnInputDecidesTheLength() {
    assertThat(price("{'inputs': {'video': 'x'}, 'numberResults': 2}"))
        .isEqualTo(
            charge(
                "as many s as inputs.video has x 2 (numberResults) at 0.168 USD/s:"
                    + " 1080p · 1s · (video input + no audio)",
                (why, charges) ->
                    new Price.Rate(
                        Amount.ZERO,
                        List.of(new Price.UnitPrice(Amount.exactly("0.336"), "s")),
                        "USD",
                        why,
                        charges)));
  }

  @Test
  void countsReferenceVideosAsVideoInputOfAKnownLength() {
    assertThat(price("{'inputs': {'referenceVideos': ['x']}, 'duration': 8}"))
        .isEqualTo(exact("1.344", "8 s at 0.168 USD/s: 1080p · 1s · (video input + no audio)"));
  }

  @Test
  void isExactForAnyNotationOfTheNumber() {
    assertThat(price("{'duration': 8.00}"))
        .isInstanceOfSatisfying(
            Price.Exact.class, price -> assertThat(price.amount()).isEqualByComparingTo("0.896"));
  }

  @Test
  void givesRangeWhereTheRequestLeavesTheLengthOpen() {
    assertThat(price("{'duration': 'auto'}"))
        .isInstanceOfSatisfying(
            Price.Between.class,
            price -> {
              assertThat(price.minimum()).isEqualTo("0.336");
              assertThat(price.maximum()).isEqualTo("1.68");
            });
  }

  private static Price exact(String amount, String why) {
    return charge(
        why, (text, charges) -> new Price.Exact(new BigDecimal(amount), "USD", text, charges));
  }

  /** The price of a list with one charge: the sum has the reason of that charge. */
  private static Price charge(String why, BiFunction<String, List<Price.Charge>, Price> price) {
    Price alone = price.apply(why, List.of());
    return price.apply(why, List.of(new Price.Charge("video", alone)));
  }

  private static Price price(String json) {
    return PriceEstimator.price(KLING, JsonMapper.shared().readTree(json.replace('\'', '"')));
  }
}
