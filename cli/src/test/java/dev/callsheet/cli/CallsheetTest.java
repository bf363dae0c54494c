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
    assertThat(outcome.err()).contains("there is no command `modls`; did you mean `models`?");
    assertThat(CommandResult.run("help", "lnit").err()).contains("did you mean `lint`?");
  }

  @Test
  void suggestsTheOptionThatWasMeant() {
    CommandResult outcome = CommandResult.run("lint", "--fromat=json", "x.json");
    assertThat(outcome.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(outcome.err())
        .contains("`callsheet lint` has no option `--fromat`; did you mean `--format`?");
    assertThat(CommandResult.run("models", "all").err())
        .contains("`callsheet models` takes nothing more: `all` is too much");
  }

  @Test
  void helpOfACommandIsAskedForInTwoWays() {
    assertThat(CommandResult.run("help", "lint").out())
        .isEqualTo(CommandResult.run("lint", "--help").out());
    assertThat(CommandResult.run("help").out()).isEqualTo(CommandResult.run("--help").out());
  }

  @Test
  void theVersionSaysWhatItRunsOn() {
    assertThat(CommandResult.run("--version").out())
        .contains("callsheet ", "Java " + System.getProperty("java.version"));
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
