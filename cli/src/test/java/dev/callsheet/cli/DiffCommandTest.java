package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.console.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DiffCommandTest {
  private static final String OLD =
      """
      callsheet: 1
      model: {id: "acme:still@1", name: Still, status: live}
      include: [platforms/acme/task]
      parameters:
        model: {const: "acme:still@1"}
        steps: {type: integer, minimum: 1, maximum: 50}
      response: {properties: {}}
      """;

  private static final String FRAGMENT =
      """
      callsheet: 1
      fragment: {name: task, description: What all requests have.}
      required: [model]
      parameters: {model: {type: string}}
      """;

  private static final String NEW = OLD.replace("maximum: 50", "maximum: 40");

  @TempDir private Path directory;

  @Test
  void aBreakingChangeIsShownWithTheSmallestRequestThatItRefuses() throws IOException {
    CommandResult outcome = CommandResult.run("diff", file("old.yaml", OLD), file("new.yaml", NEW));

    assertThat(outcome.status()).as(outcome.err()).isEqualTo(ExitStatus.FINDINGS);
    assertThat(outcome.out())
        .isEqualTo(
            """
            NEW:6:3: breaking: `steps` may have fewer values. `steps` is 41; it must be at most 40\
             [values-narrowed: out-of-range]
              was valid, and is not: {"model":"acme:still@1","steps":41}
            acme:still@1: 1 change, 1 breaking; version step: major
            """
                .replace("NEW", directory.resolve("new.yaml").toString()));
  }

  @Test
  void whatBreaksNothingEndsWithZero() throws IOException {
    CommandResult outcome = CommandResult.run("diff", file("old.yaml", NEW), file("new.yaml", OLD));

    assertThat(outcome.status()).isEqualTo(ExitStatus.DONE);
    assertThat(outcome.out()).contains("[values-widened").endsWith("version step: minor\n");
  }

  @Test
  void anEquivalentRewriteIsSilent() throws IOException {
    String rewritten = OLD.replace("maximum: 50", "exclusiveMaximum: 51");
    CommandResult outcome =
        CommandResult.run("diff", file("old.yaml", OLD), file("new.yaml", rewritten));

    assertThat(outcome.status()).isEqualTo(ExitStatus.DONE);
    assertThat(outcome.out())
        .isEqualTo("acme:still@1: 0 changes, 0 breaking; version step: none\n");
  }

  @Test
  void callersOfGeneratedClassesAreToldMore() throws IOException {
    String renamed = OLD.replace("name: Still", "name: Still Life");
    String[] versions = {file("old.yaml", OLD), file("new.yaml", renamed)};

    assertThat(CommandResult.run("diff", versions[0], versions[1]).status())
        .isEqualTo(ExitStatus.DONE);
    CommandResult outcome = CommandResult.run("diff", "--java", versions[0], versions[1]);
    assertThat(outcome.status()).isEqualTo(ExitStatus.FINDINGS);
    assertThat(outcome.out())
        .contains(
            "breaking: The generated package is called `stilllife`; it was `still`."
                + " [java-package-changed]")
        .endsWith("1 breaking; version step: major\n");
  }

  @Test
  void programsReadJson() throws IOException {
    CommandResult outcome =
        CommandResult.run("diff", "--format", "json", file("old.yaml", OLD), file("new.yaml", NEW));

    JsonNode report = JsonMapper.shared().readTree(outcome.out());
    assertThat(report.path("step").asString()).isEqualTo("major");
    JsonNode change = report.path("changes").get(0);
    assertThat(change.path("kind").asString()).isEqualTo("values-narrowed");
    assertThat(change.path("breaking").asBoolean()).isTrue();
    assertThat(change.path("rule").asString()).isEqualTo("out-of-range");
    assertThat(change.path("witness").path("steps").asInt()).isEqualTo(41);
  }

  @Test
  void mergeRequestsShowMarkdown() throws IOException {
    CommandResult outcome =
        CommandResult.run(
            "diff", "--format", "markdown", file("old.yaml", OLD), file("new.yaml", NEW));

    assertThat(outcome.out())
        .startsWith("## `acme:still@1`\n\nVersion step: **major**\n\n### Breaking\n\n- `steps` may")
        .contains("Was valid, and is not: `{\"model\":\"acme:still@1\",\"steps\":41}`");
  }

  @Test
  void directoriesAreComparedModelByModel() throws IOException {
    Path before = Files.createDirectories(directory.resolve("before"));
    Path after = Files.createDirectories(directory.resolve("after"));
    Files.writeString(before.resolve("a.yaml"), OLD);
    Files.writeString(before.resolve("b.yaml"), OLD.replace("still@1", "still@2"));
    Files.writeString(after.resolve("c.yaml"), OLD.replace("still@1", "still@3"));
    Files.writeString(after.resolve("renamed.yaml"), OLD);
    file("unused.yaml", OLD);

    CommandResult outcome = CommandResult.run("diff", before.toString(), after.toString());
    assertThat(outcome.status()).isEqualTo(ExitStatus.FINDINGS);
    assertThat(outcome.out())
        .contains(
            "acme:still@1: 0 changes",
            "The model 'acme:still@2' is gone. [model-removed]",
            "The model 'acme:still@3' is new. [model-added]");
  }

  @Test
  void whatCannotBeReadIsAnError() throws IOException {
    String there = file("old.yaml", OLD);
    for (String missing : List.of("missing.yaml", "no-such-revision:a.yaml", "--x:a.yaml")) {
      CommandResult outcome = CommandResult.run("diff", "--", missing, there);
      assertThat(outcome.status()).as(missing).isEqualTo(ExitStatus.USER_ERROR);
      assertThat(outcome.err()).contains(missing).doesNotContain("Exception");
    }
    String wrong = file("wrong.yaml", OLD.replace("integer", "integr"));
    assertThat(CommandResult.run("diff", there, wrong).err()).contains("wrong.yaml:6:");
  }

  private String file(String name, String text) throws IOException {
    Path fragments = Files.createDirectories(directory.resolve("platforms/acme"));
    Files.writeString(fragments.resolve("task.yaml"), FRAGMENT);
    return Files.writeString(directory.resolve(name), text).toString();
  }
}
