package dev.callsheet.spec.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.runtime.Price;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import java.math.BigDecimal;
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
            new Price.Rate(
                new BigDecimal("0.336"),
                "USD",
                "s",
                "as many s as inputs.video has x 2 (numberResults) at 0.168 USD/s:"
                    + " 1080p · 1s · (video input + no audio)"));
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
              assertThat(price.maximum()).isEqualTo("1.680");
            });
  }

  private static Price.Exact exact(String amount, String why) {
    return new Price.Exact(new BigDecimal(amount), "USD", why);
  }

  private static Price price(String json) {
    return PriceEstimator.price(KLING, JsonMapper.shared().readTree(json.replace('\'', '"')));
  }
}
