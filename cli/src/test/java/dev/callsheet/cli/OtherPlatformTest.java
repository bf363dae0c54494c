package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.console.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands over requests for a platform that is told its model elsewhere. */
class OtherPlatformTest {
  private static final String SPECS = "../linter/src/test/resources/platforms";
  private static final String REQUESTS =
      """
      [
        {"platform": "fal", "model": "fal-ai/inkwell/dev", "request": {"prompt": "A", "num_images": 2}},
        {"model": "inkwell-1", "prompt": "A"},
        {"platform": "fal", "model": "fal-ai/inkwell/dev", "request": {"prompt": "A"}}
      ]
      """;

  @TempDir private Path directory;

  private static CommandResult run(String input, String... arguments) {
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--spec";
    all[arguments.length + 1] = SPECS;
    return CommandResult.run(input, Map.of(), all);
  }

  @Test
  void theSpecsOfItsModelsAreSound() {
    CommandResult outcome = CommandResult.run("check", SPECS);
    assertThat(outcome.status()).as(outcome.out() + outcome.err()).isEqualTo(ExitStatus.DONE);
  }

  @Test
  void requestsInEnvelopesArePriced() {
    CommandResult outcome = run(REQUESTS, "price", "-");
    assertThat(outcome.status()).as(outcome.err()).isEqualTo(ExitStatus.DONE);
    assertThat(outcome.out()).contains("<stdin>:2  0.006 USD", "<stdin>:4  0.003 USD");
  }

  @Test
  void requestsOfSeveralPlatformsRunEachInTheSandboxOfItsPlatform() throws IOException {
    CommandResult outcome = run(REQUESTS, "run", "--sandbox", "--out", directory.toString(), "-");
    assertThat(outcome.status()).as(outcome.err()).isEqualTo(ExitStatus.DONE);
    assertThat(outcome.out().lines()).hasSizeGreaterThanOrEqualTo(3);
    assertThat(outcome.out().lines())
        .allSatisfy(file -> assertThat(Path.of(file)).isNotEmptyFile());
  }

  @Test
  void aMissingEnvelopeIsExplainedByAModelThatNeedsOne() {
    assertThat(CommandResult.run("lint", "--explain", "missing-envelope").out())
        .contains(
            "Put it in an envelope", "\"platform\" : \"", "request.json:", "[missing-envelope]");
  }

  @Test
  void modelsAreListedWithTheirPlatform() {
    assertThat(run("", "models").out())
        .containsPattern("fal-ai/inkwell/dev +fal +Inkwell Dev +text-to-image, image-to-image");
    assertThat(run("", "describe", "fal/fal-ai/inkwell/dev").out()).contains("Inkwell Dev");
  }

  @Test
  void aModelOfSeveralPlatformsIsNamedWithOne() throws IOException {
    for (String platform : new String[] {"fal", "replicate"}) {
      Files.writeString(
          directory.resolve(platform + ".yaml"),
          "callsheet: 1\nmodel: {id: acme/ink, name: Ink, status: live}\nplatform: "
              + platform
              + "\nparameters: {prompt: {type: string, description: P.}}\nresponse: {properties: {}}\n");
    }
    String specs = directory.toString();
    CommandResult outcome = CommandResult.run("schema", "acme/ink", "--spec", specs);
    assertThat(outcome.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(outcome.err())
        .contains(
            "several platforms have a model 'acme/ink'; say which: 'fal/acme/ink',"
                + " 'replicate/acme/ink'");
    assertThat(CommandResult.run("schema", "fal/acme/ink", "--spec", specs).status())
        .isEqualTo(ExitStatus.DONE);
  }

  @Test
  void testRequestsStandInEnvelopesAndLintAsTheyShould() {
    assertThat(run("", "vectors", "fal-ai/inkwell/dev", "--out", directory.toString()).status())
        .isEqualTo(ExitStatus.DONE);
    CommandResult valid = run("", "lint", directory.resolve("valid").toString());
    assertThat(valid.status()).as(valid.out()).isEqualTo(ExitStatus.DONE);
    CommandResult invalid =
        run("", "lint", directory.resolve("invalid/strength-needs-image.json").toString());
    assertThat(invalid.status()).isEqualTo(ExitStatus.FINDINGS);
    assertThat(invalid.out()).contains("[strength-needs-image]", "1 error");
  }
}
