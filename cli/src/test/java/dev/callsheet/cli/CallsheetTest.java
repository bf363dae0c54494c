package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.console.ExitStatus;
import org.junit.jupiter.api.Test;

class CallsheetTest {
  @Test
  void withoutASubcommandItSaysHowItIsCalled() {
    CommandResult outcome = CommandResult.run();
    assertThat(outcome.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(outcome.err()).contains("Missing required subcommand", "callsheet --help");
  }

  @Test
  void suggestsTheSubcommandThatWasMeant() {
    CommandResult outcome = CommandResult.run("modls");
    assertThat(outcome.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(outcome.err()).contains("callsheet models");
  }

  @Test
  void helpListsEverySubcommand() {
    CommandResult outcome = CommandResult.run("--help");
    assertThat(outcome.status()).isEqualTo(ExitStatus.DONE);
    assertThat(outcome.out()).contains("models", "Exit status");
  }

  @Test
  void everySubcommandHasHelp() {
    assertThat(CommandResult.run("models", "--help").out()).startsWith("Usage: callsheet models");
  }

  @Test
  void aMissingSpecDirectoryIsAUserError() {
    CommandResult outcome = CommandResult.run("models", "--spec", "no/such/directory");
    assertThat(outcome.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(outcome.err()).contains("no/such/directory").doesNotContain("\tat ");
  }
}
