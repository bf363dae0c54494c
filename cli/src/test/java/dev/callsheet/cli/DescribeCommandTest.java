package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.Rule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DescribeCommandTest {
  @TempDir private Path directory;

  @Test
  void showsParametersModesRulesAndPrices() {
    CommandResult outcome = CommandResult.run("describe", "klingai:kling-video@o3-pro");
    assertThat(outcome.status()).isEqualTo(ExitStatus.DONE);
    assertThat(outcome.out())
        .startsWith("Kling VIDEO 3.0 Omni Pro  klingai:kling-video@o3-pro  live\n")
        .contains(
            "\n  outputQuality: integer, at least 20 and at most 99; 95 by default\n",
            "\n  positivePrompt: string, 2 to 2500 characters\n",
            "\n      images: list, at most 3 items; each: string\n",
            "\n  edit: where `inputs.video` is provided\n",
            "\n  resolution-needs-video: A `resolution` is for edits,",
            "\n      0.112  1080p",
            "\nEach result has (* always)\n  taskType*: \"videoInference\"\n",
            "\n  videoURL: string, an absolute URI\n");
  }

  @Test
  void showsOneParameterAndTheRulesThatInvolveIt() {
    String model = "klingai:kling-video@o3-pro";
    String shown = CommandResult.run("describe", model, "duration").out();
    assertThat(shown)
        .startsWith("duration of Kling VIDEO 3.0 Omni Pro " + model + "\n")
        .contains("5 by\n      default", "Length of the video", "\n  segments-fill-duration: ")
        .doesNotContain("resolution-needs-video", "multiPrompt[].duration of");
    assertThat(CommandResult.run("describe", model, "frontalImage").out())
        .startsWith("inputs.elements[].frontalImage of ");
    assertThat(CommandResult.run("describe", model, "durration").err())
        .contains("has no parameter `durration`; did you mean `duration`?");
  }

  @Test
  void saysWhatValuesMean() throws Exception {
    Files.writeString(
        directory.resolve("still.yaml"),
        """
        callsheet: 1
        model: {id: "acme:still@1", name: Still, status: live}
        parameters:
          look: {oneOf: [{const: warm, description: As in the evening.}, {const: cold, sunset: 2026-06-01}]}
        response: {properties: {}}
        """);
    assertThat(CommandResult.run("describe", "--spec", directory.toString(), "acme:still@1").out())
        .contains("\n      warm: As in the evening.\n", "\n      cold: ", "2026-06-01");
  }

  @ParameterizedTest
  @MethodSource("bundledModels")
  void isReadableInEightyColumnsAndNamesEveryRule(String id) {
    String shown = CommandResult.run("describe", id).out();
    assertThat(shown.lines()).allMatch(line -> line.length() <= 80);
    assertThat(ModelCatalogue.bundled().find(id).orElseThrow().rules())
        .extracting(Rule::id)
        .allSatisfy(rule -> assertThat(shown).contains("\n  " + rule + ":"));
  }

  @Test
  void saysWhatIsDeprecated() throws Exception {
    Files.writeString(
        directory.resolve("still.yaml"),
        """
        callsheet: 1
        model: {id: "acme:still@1", name: Still, status: live, replacedBy: "acme:still@2"}
        parameters:
          strength: {type: number, sunset: 2026-06-01}
        response: {properties: {}}
        """);
    assertThat(CommandResult.run("describe", "--spec", directory.toString(), "acme:still@1").out())
        .contains(
            "The model is deprecated; use `acme:still@2` instead.",
            "This is deprecated, and not accepted from 2026-06-01 on.",
            "No price is published.");
    assertThat(CommandResult.run("models", "--spec", directory.toString()).out())
        .contains("Still (deprecated)");
  }

  @Test
  void anUnknownModelIsAnErrorWithASuggestion() {
    CommandResult outcome = CommandResult.run("describe", "klingai:kling-video@o3-por");
    assertThat(outcome.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(outcome.err()).contains("did you mean 'klingai:kling-video@o3-pro'?");
  }

  static List<String> bundledModels() {
    return ModelCatalogue.bundled().ids();
  }
}
