package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.console.ExitStatus;
import org.junit.jupiter.api.Test;

class PriceCommandTest {
  @Test
  void saysTheExactPriceAndWhy() {
    Outcome outcome = Outcome.of("price", Requests.valid("text-to-video"));
    assertThat(outcome.status()).isEqualTo(ExitStatus.DONE);
    assertThat(outcome.out()).contains("text-to-video.json  1.792 USD  8 s x 2 (numberResults)");
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void saysARateWhereTheInputDecidesTheAmount() {
    assertThat(Outcome.of("price", Requests.valid("edit")).out())
        .contains("0.168 USD/s", "inputs.video");
  }

  @Test
  void doesNotPriceWhatWouldBeRefused() {
    Outcome outcome = Outcome.of("price", Requests.invalid("size"), Requests.valid("with-sound"));
    assertThat(outcome.status()).isEqualTo(ExitStatus.FINDINGS);
    assertThat(outcome.err()).contains("[size]");
    assertThat(outcome.out()).contains("1.68 USD").doesNotContain("size.json");
  }

  @Test
  void aMissingFileIsTheUsersMistake() {
    assertThat(Outcome.of("price", "no/such.json").status()).isEqualTo(ExitStatus.MISTAKE);
  }
}
