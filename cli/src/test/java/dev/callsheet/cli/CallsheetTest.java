package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.console.ExitStatus;
import org.junit.jupiter.api.Test;

class CallsheetTest {
  @Test
  void withoutASubcommandItSaysHowItIsCalled() {
    Outcome outcome = Outcome.of();
    assertThat(outcome.status()).isEqualTo(ExitStatus.MISTAKE);
    assertThat(outcome.err()).contains("Missing required subcommand", "callsheet --help");
  }

  @Test
  void suggestsTheSubcommandThatWasMeant() {
    Outcome outcome = Outcome.of("modls");
    assertThat(outcome.status()).isEqualTo(ExitStatus.MISTAKE);
    assertThat(outcome.err()).contains("callsheet models");
  }

  @Test
  void helpListsEverySubcommand() {
    Outcome outcome = Outcome.of("--help");
    assertThat(outcome.status()).isEqualTo(ExitStatus.DONE);
    assertThat(outcome.out()).contains("models", "Exit status");
  }

  @Test
  void everySubcommandHasHelp() {
    assertThat(Outcome.of("models", "--help").out()).startsWith("Usage: callsheet models");
  }

  @Test
  void aMissingSpecDirectoryIsTheUsersMistake() {
    Outcome outcome = Outcome.of("models", "--spec", "no/such/directory");
    assertThat(outcome.status()).isEqualTo(ExitStatus.MISTAKE);
    assertThat(outcome.err()).contains("no/such/directory").doesNotContain("\tat ");
  }
}
