package dev.callsheet.spec.price;

import static dev.callsheet.spec.price.PricedModels.price;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.runtime.MediaDurations;
import dev.callsheet.runtime.Price;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each kind of charge comes to, and why. */
class ChargesTest {
  @Test
  void chargesAddUpAndEachSaysWhy() {
    Price price =
        price(
            """
            - {id: base, rates: [{label: each clip, price: 0.3}]}
            - {id: length, per: {second: duration}, rates: [{label: a second, price: 0.05}]}
            """,
            "{'duration': 8}");

    assertThat(price).hasToString("0.7 USD");
    assertThat(price.why())
        .isEqualTo("base: one request at 0.3 USD: each clip; length: 8 s at 0.05 USD/s: a second");
    assertThat(price.charges())
        .extracting(charge -> charge.id() + " " + charge.price() + ", " + charge.price().why())
        .containsExactly(
            "base 0.3 USD, one request at 0.3 USD: each clip",
            "length 0.4 USD, 8 s at 0.05 USD/s: a second");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'inputs': {'referenceImages': ['a', 'b', 'c']}} | 0.15 USD | 3 items of inputs.referenceImages
          {'inputs': {'referenceImages': ['a']}}           | 0.05 USD | 1 item of inputs.referenceImages
          {'inputs': {'referenceImages': []}}              | 0 USD    | 0 items of inputs.referenceImages
          {'inputs': {}}                                   | 0 USD    | 0 items of inputs.referenceImages
          {}                                               | 0 USD    | 0 items of inputs.referenceImages
          """)
  void countsItems(String request, String price, String why) {
    assertThat(
            price(
                "- {id: a, per: {item: inputs.referenceImages}, rates: [{label: b, price: 0.05}]}",
                request))
        .hasToString(price)
        .satisfies(found -> assertThat(found.why()).isEqualTo(why + " at 0.05 USD/item: b"));
  }

  @Test
  void countsItemsOfAllListsOnAPath() {
    String charges =
        """
        - {id: a, per: {item: "inputs.elements[].images"}, rates: [{label: b, price: 0.1}]}
        """;

    assertThat(
            price(
                charges,
                "{'inputs': {'elements': [{'images': ['a', 'b']}, {}, {'images': ['c']}]}}"))
        .hasToString("0.3 USD");
    assertThat(price(charges, "{'inputs': {'elements': [{}]}}")).hasToString("0 USD");
  }

  @Test
  void countsTheItemsOfADefault() {
    assertThat(price("- {id: a, per: {item: tags}, rates: [{label: b, price: 0.1}]}", "{}"))
        .hasToString("0.2 USD");
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "2, 0.1", "4, 0.3"})
  void doesNotCountWhatIsFree(int images, String price) {
    String request = "{'tags': [" + "'x', ".repeat(images - 1) + "'x']}";

    assertThat(
            price(
                "- {id: a, per: {item: tags, beyond: 1}, rates: [{label: b, price: 0.1}]}",
                request))
        .hasToString(price + " USD")
        .satisfies(found -> assertThat(found.why()).contains(" beyond 1)"));
  }

  @ParameterizedTest
  @CsvSource({"up, 7, 1", "up, 5, 0.5", "down, 9, 0.5", "nearest, 7, 0.5", "nearest, 8, 1"})
  void roundsToSteps(String round, int duration, String price) {
    assertThat(
            price(
                "- {id: a, per: {second: duration}, steps: {round: %s, to: 5}, rates: [{label: b, price: 0.1}]}"
                    .formatted(round),
                "{'duration': %d}".formatted(duration)))
        .hasToString(price + " USD");
  }

  @Test
  void takesWhatIsFreeAwayBeforeItRounds() {
    String charges =
        "- {id: a, per: {second: duration, beyond: 12}, steps: {round: up, to: 5}, times: numberResults,"
            + " rates: [{label: b, price: 0.1}]}";

    assertThat(price(charges, "{'duration': 18, 'numberResults': 2}"))
        .hasToString("2 USD")
        .satisfies(
            price ->
                assertThat(price.why())
                    .isEqualTo(
                        "18 s (6 beyond 12) (rounded to 10) x 2 (numberResults) at 0.1 USD/s: b"));
  }

  @Test
  void countsCharactersNotCodeUnits() {
    String charges = "- {id: a, per: {character: text}, rates: [{label: b, price: 0.000015}]}";

    assertThat(price(charges, "{'text': 'a\uD83D\uDC0Bb'}")).hasToString("0.000045 USD");
    assertThat(price(charges, "{}")).hasToString("0 USD");
    assertThat(
            price("- {id: a, per: {character: greeting}, rates: [{label: b, price: 0.1}]}", "{}"))
        .hasToString("0.5 USD");
  }

  @Test
  void givesARangeOfTokensAndSaysHowItIsMade() {
    assertThat(
            price(
                "- {id: a, per: {token: text, bytes: [2, 4], each: 1000}, rates: [{label: b, price: 0.4}]}",
                "{'text': 'h\u00e9llo wor'}"))
        .hasToString("0.0012 to 0.002 USD")
        .satisfies(
            price ->
                assertThat(price.why())
                    .isEqualTo(
                        "3 to 5 tokens of text (10 bytes, 2 to 4 in a token)"
                            + " at 0.4 USD/1000 tokens: b"));
  }

  @Test
  void countsTheTokensOfTextsInAList() {
    assertThat(
            price(
                "- {id: a, per: {token: \"inputs.elements[].prompt\", bytes: [1, 1]},"
                    + " rates: [{label: b, price: 1}]}",
                "{'inputs': {'elements': [{'prompt': 'ab'}, {'prompt': 'c'}, {}]}}"))
        .hasToString("3 USD");
  }

  @Test
  void countsMegapixelsOfWhateverSize() {
    String charges =
        "- {id: a, per: {megapixel: [width, height], pixels: %d}, rates: [{label: b, price: 0.03}]}";

    assertThat(price(charges.formatted(1_048_576), "{'width': 2048}"))
        .hasToString("0.06 USD")
        .satisfies(
            price ->
                assertThat(price.why())
                    .isEqualTo("2 megapixels (2048 x 1024) at 0.03 USD/megapixel: b"));
    assertThat(price(charges.formatted(1_000_000), "{'width': 1000, 'height': 1500}"))
        .hasToString("0.045 USD");
    assertThat(price(charges.formatted(1_048_576), "{}")).hasToString("0.001875 to 0.06 USD");
  }

  @Test
  void theFirstMegapixelMayCostOtherThanFurtherOnes() {
    String charges =
        """
        - {id: first, rates: [{label: first, price: 0.03}]}
        - id: further
          per: {megapixel: [width, height], pixels: 1048576, beyond: 1}
          steps: {round: up, to: 1}
          rates: [{label: further, price: 0.015}]
        """;

    assertThat(price(charges, "{'width': 512}")).hasToString("0.03 USD");
    assertThat(price(charges, "{'width': 1088}")).hasToString("0.045 USD");
    assertThat(price(charges, "{'width': 2048}")).hasToString("0.045 USD");
  }

  @Test
  void aPriceForSeveralUnitsIsDivided() {
    assertThat(
            price(
                "- {id: a, per: {second: duration, each: 60}, rates: [{label: a minute, price: 0.5}]}",
                "{'duration': 8}"))
        .hasToString("0.066666666666666667 USD")
        .satisfies(price -> assertThat(price.why()).isEqualTo("8 s at 0.5 USD/60 s: a minute"));
  }

  @Test
  void whatNoRequestShowsHasAPriceByItsUnit() {
    assertThat(
            price(
                """
                - {id: text, per: {character: text}, rates: [{label: b, price: 0.01}]}
                - id: output
                  per: {unshown: output token, each: 1000000}
                  times: numberResults
                  rates: [{label: c, price: 30}]
                """,
                "{'text': 'ab', 'numberResults': 2}"))
        .hasToString("0.02 USD + 0.00006 USD/output token")
        .satisfies(
            price -> {
              assertThat(price.lowerBound()).isEqualTo("0.02");
              assertThat(price.upperBound()).isEmpty();
            });
  }

  @Test
  void mediaHasAPriceByTheSecondUntilItsLengthIsKnown() {
    String charges = "- {id: a, per: {secondOf: inputs.audio}, rates: [{label: b, price: 0.04}]}";
    String request = "{'inputs': {'audio': 'https://example.com/a.mp3'}}";
    MediaDurations known = media -> Optional.of(new BigDecimal("7.25"));

    assertThat(price(charges, request))
        .hasToString("0.04 USD/s")
        .satisfies(
            price ->
                assertThat(price.why())
                    .isEqualTo("as many s as inputs.audio has at 0.04 USD/s: b"));
    assertThat(price(charges, request, known))
        .hasToString("0.29 USD")
        .satisfies(
            price -> assertThat(price.why()).isEqualTo("7.25 s of inputs.audio at 0.04 USD/s: b"));
    assertThat(price(charges, "{}")).hasToString("0 USD");
  }

  @Test
  void theLengthOfAListOfMediaIsThatOfAllItsItems() {
    Map<String, String> lengths = Map.of("a", "2", "b", "3.5");
    MediaDurations known = media -> Optional.ofNullable(lengths.get(media)).map(BigDecimal::new);
    String charges = "- {id: a, per: {secondOf: inputs.videos}, rates: [{label: b, price: 1}]}";

    assertThat(price(charges, "{'inputs': {'videos': ['a', 'b']}}", known)).hasToString("5.5 USD");
    assertThat(price(charges, "{'inputs': {'videos': ['a', 'c']}}", known)).hasToString("1 USD/s");
  }

  @Test
  void mediaGoesBeforeTheParameterWhereItIsGiven() {
    String charges =
        "- {id: a, per: {second: duration, secondOf: inputs.videos}, rates: [{label: b, price: 1}]}";
    MediaDurations known = media -> Optional.of(BigDecimal.TEN);

    assertThat(price(charges, "{'duration': 8}", known)).hasToString("8 USD");
    assertThat(price(charges, "{'inputs': {'videos': []}}", known)).hasToString("5 USD");
    assertThat(price(charges, "{'duration': 8, 'inputs': {'videos': ['a']}}", known))
        .hasToString("10 USD");
  }

  @Test
  void aChargeIsForTheRequestsOfItsCondition() {
    String charges =
        """
        - {id: base, rates: [{label: base, price: 1}]}
        - {id: text, when: text, rates: [{label: text, price: 2}]}
        """;

    assertThat(price(charges, "{'text': 'x'}")).hasToString("3 USD");
    assertThat(price(charges, "{}"))
        .hasToString("1 USD")
        .satisfies(price -> assertThat(price.charges()).hasSize(1));
  }

  @Test
  void whatFitsNoRateIsNotPublished() {
    String charges =
        """
        - {id: base, rates: [{label: base, price: 1}]}
        - {id: image, rates: [{label: 28 steps, price: 0.05, when: {steps: {const: 28}}}]}
        """;

    assertThat(price(charges, "{'steps': 28}")).hasToString("1.05 USD");
    assertThat(price(charges, "{'steps': 30}"))
        .hasToString("unknown")
        .satisfies(
            price -> {
              assertThat(price.why())
                  .isEqualTo(
                      "base: one request at 1 USD: base;"
                          + " image: no price is published for a request like this");
              assertThat(price.charges())
                  .extracting(Price.Charge::price)
                  .hasToString("[1 USD, unknown]");
            });
  }

  @Test
  void withoutAnyChargeNothingIsPublished() {
    assertThat(price("- {id: text, when: text, rates: [{label: text, price: 2}]}", "{}"))
        .isEqualTo(new Price.Unknown("none of the published charges is for a request like this"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          length | {'length': 'auto'} | 0.4 to 3 USD
          length | {}                 | 0.4 to 3 USD
          length | {'length': 6}      | 0.6 USD
          pace   | {}                 | 0.5 to 1 USD
          pause  | {}                 | 0.1 USD/s
          pause  | {'pause': 0.5}     | 0.05 USD
          """)
  void whatARequestLeavesOpenIsARange(String parameter, String request, String price) {
    assertThat(
            price(
                "- {id: a, per: {second: %s}, rates: [{label: b, price: 0.1}]}"
                    .formatted(parameter),
                request))
        .hasToString(price);
  }

  @Test
  void aNumberTooLargeToCalculateWithLeavesThePriceOpen() {
    assertThat(
            price(
                "- {id: a, per: {second: pause}, rates: [{label: b, price: 0.1}]}",
                "{'pause': 1e2000000000}"))
        .hasToString("0.1 USD/s");
  }
}
