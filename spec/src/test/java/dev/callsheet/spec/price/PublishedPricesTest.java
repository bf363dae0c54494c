package dev.callsheet.spec.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.runtime.Price;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.logic.RuleBody;
import dev.callsheet.spec.model.ModelSpec;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Prices as they are published, of configurations as they are published. */
class PublishedPricesTest {
  private static final ModelSpec FLUX =
      ModelCatalogue.bundled().find("bfl:flux@3-image").orElseThrow();
  private static final ModelSpec KLING =
      ModelCatalogue.bundled().find("klingai:kling-video@2.6-pro").orElseThrow();
  private static final Map<String, String> BY_CLASS =
      Map.of("0.75K", "0.041", "1K", "0.048", "2K", "0.1", "4K", "0.607");

  @ParameterizedTest
  @MethodSource("sizes")
  void everySizeHasThePriceOfItsClass(RuleBody.CombinationRow size) {
    String sizeClass = size.label().replaceFirst(" .*", "");

    assertThat(
            price(
                FLUX,
                "{'width': %s, 'height': %s}"
                    .formatted(size.values().get(0), size.values().get(1))))
        .isEqualByComparingTo(BY_CLASS.get(sizeClass));
  }

  @ParameterizedTest
  @CsvSource({"0.75K", "1K", "2K", "4K"})
  void everyPresetHasThePriceOfItsClass(String resolution) {
    assertThat(price(FLUX, "{'resolution': '%s'}".formatted(resolution)))
        .isEqualByComparingTo(BY_CLASS.get(resolution));
  }

  @Test
  void imageWithoutASizeHasThePriceOfTheDefaultSize() {
    assertThat(price(FLUX, "{'numberResults': 3}")).isEqualByComparingTo("0.144");
  }

  @ParameterizedTest
  @CsvSource({"false, 10, 0.70", "true, 5, 0.70", "true, 10, 1.40"})
  void soundDoublesThePrice(boolean sound, int duration, String price) {
    assertThat(
            price(
                KLING,
                "{'duration': %d, 'providerSettings': {'klingai': {'sound': %s}}}"
                    .formatted(duration, sound)))
        .isEqualByComparingTo(price);
  }

  static Iterable<RuleBody.CombinationRow> sizes() {
    return ((RuleBody.Combinations) FLUX.rule("size").orElseThrow().body()).rows();
  }

  private static BigDecimal price(ModelSpec model, String json) {
    Price price =
        PriceEstimator.price(model, JsonMapper.shared().readTree(json.replace('\'', '"')));
    return ((Price.Exact) price).amount();
  }
}
