package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.linter.baseline.StaleEntryRule;
import dev.callsheet.runtime.StructuralRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code --explain} describes a rule, with a valid request and one that breaks it. */
class LintExplainTest {
  @Test
  void aRuleIsShownAsItsSpecHasItAndAtWork() {
    CommandResult outcome = explain("video-input-has-no-generated-audio");
    assertThat(outcome.status()).isEqualTo(ExitStatus.DONE);
    assertThat(outcome.out())
        .contains("No sound is generated for a task with")
        .contains("The published form differs from the enforced one")
        .contains("    documented:\n      when: {anyOf: [inputs.video, inputs.referenceVideos]}\n")
        .contains("A request that passes:", "One that fails:")
        .contains("[video-input-has-no-generated-audio]")
        .doesNotContain("id: video-excludes-elements");
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"TOO_LARGE", "INTERNAL_ERROR", "MISSING_ENVELOPE"})
  void everyStructuralRuleIsShownAtWork(StructuralRule rule) {
    String out = CommandResult.run("lint", "--explain", rule.id()).out();
    assertThat(out).contains(rule.description(), "A request that passes:", "[" + rule.id() + "]");
    assertThat(out.substring(out.indexOf("One that fails:")).split("(?m)^request\\.json:", -1))
        .hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void whatSettingsCanBreakIsExplainedInWords(StaleEntryRule rule) {
    CommandResult outcome = CommandResult.run("lint", "--explain", rule.id());
    assertThat(outcome.out()).contains(rule.id() + " (warning)", rule.meaning(), rule.advice());
    assertThat(outcome.out()).doesNotContain("request was found");
    assertThat(CommandResult.run("lint", "--explain", "unused-supression").err())
        .contains("did you mean 'unused-suppression'?");
  }

  @Test
  void aRuleThatNoModelHasIsTheUsersError() {
    CommandResult outcome = CommandResult.run("lint", "--explain", "vidio-sets-duration");
    assertThat(outcome.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(outcome.err()).contains("did you mean 'video-sets-duration'?");
    assertThat(
            CommandResult.run("lint", "--explain", "size", "--model", "klingai:kling-vido@o3-pro")
                .err())
        .contains("did you mean 'klingai:kling-video@o3-pro'?");
  }

  private static CommandResult explain(String rule) {
    return CommandResult.run("lint", "--explain", rule, "--model", "klingai:kling-video@o3-pro");
  }
}
