package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.console.ExitStatus;
import org.junit.jupiter.api.Test;

class PriceCommandTest {
  @Test
  void saysTheExactPriceAndWhy() {
    CommandResult outcome = CommandResult.run("price", RequestFixtures.valid("text-to-video"));
    assertThat(outcome.status()).isEqualTo(ExitStatus.DONE);
    assertThat(outcome.out()).contains("text-to-video.json  1.792 USD  8 s x 2 (numberResults)");
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void saysARateWhereTheInputDecidesTheAmount() {
    assertThat(CommandResult.run("price", RequestFixtures.valid("edit")).out())
        .contains("0.168 USD/s", "inputs.video");
  }

  @Test
  void doesNotPriceWhatWouldBeRefused() {
    CommandResult outcome =
        CommandResult.run(
            "price", RequestFixtures.invalid("size"), RequestFixtures.valid("with-sound"));
    assertThat(outcome.status()).isEqualTo(ExitStatus.FINDINGS);
    assertThat(outcome.err()).contains("[size]");
    assertThat(outcome.out()).contains("1.68 USD").doesNotContain("size.json");
  }

  @Test
  void aMissingFileIsTheUsersMistake() {
    assertThat(CommandResult.run("price", "no/such.json").status())
        .isEqualTo(ExitStatus.USER_ERROR);
  }
}
