package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.linter.baseline.StaleEntryRule;
import dev.callsheet.runtime.StructuralRule;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --explain} describes a rule, with a valid request and one that breaks it. */
class LintExplainTest {
  @TempDir private Path directory;

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

  @ParameterizedTest
  @ValueSource(strings = {"deprecated-style-aquarelle", "ignored-photo", "clamped-steps"})
  void adviceIsExplainedAsARuleIs(String rule) throws Exception {
    Files.writeString(
        directory.resolve("still.yaml"),
        """
        callsheet: 1
        model: {id: "acme:still@1", name: Still, status: live}
        parameters:
          model: {const: "acme:still@1"}
          style: {oneOf: [{const: pencil, description: Drawn.}, {const: aquarelle, description: Painted., deprecated: true}]}
          photo: {type: string, ignoredWhen: {style: {const: pencil}}}
          steps: {type: integer, clampedTo: {minimum: 2, maximum: 50}}
        required: [model]
        response: {properties: {}}
        """);
    CommandResult outcome = CommandResult.run("lint", "--explain", rule, "--spec", "" + directory);
    assertThat(outcome.status()).isEqualTo(ExitStatus.DONE);
    assertThat(outcome.out())
        .contains(rule + " (warning)", "A request that passes:", "One that fails:")
        .contains("[" + rule + "]");
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
