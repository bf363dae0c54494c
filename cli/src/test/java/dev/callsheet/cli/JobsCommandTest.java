package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.sandbox.Sandbox;
import dev.callsheet.sandbox.SandboxOptions;
import dev.callsheet.sandbox.behavior.RenderFailure;
import dev.callsheet.sandbox.behavior.RenderTime;
import dev.callsheet.sandbox.behavior.SandboxBehavior;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class JobsCommandTest {
  @TempDir private Path directory;

  @Test
  void reportsAnEmptyJournal() {
    CommandResult outcome = callsheet(Map.of(), "jobs");
    assertThat(outcome.status()).isEqualTo(ExitStatus.DONE);
    assertThat(outcome.out()).isEqualTo("The journal has no jobs.\n");
  }

  @Test
  void resumesAJobThatARunDidNotWaitFor() throws IOException {
    try (Sandbox sandbox = sandbox(Duration.ofMillis(700))) {
      CommandResult run = callsheet(environment(sandbox), run("--timeout", "50ms"));
      assertThat(run.status()).isEqualTo(ExitStatus.FINDINGS);
      String task = taskToResume(run);
      assertThat(run.err())
          .contains("nothing is lost; to resume:\n  callsheet jobs --resume " + task + " --out ");

      CommandResult list = callsheet(environment(sandbox), "jobs");
      assertThat(list.out().lines().skip(1))
          .singleElement()
          .asString()
          .matches(
              task
                  + "  klingai:kling-video@o3-pro  (submitting|running) +0 of 2 .* ago +none +"
                  + sandbox.endpoint());

      CommandResult resumed =
          callsheet(environment(sandbox), "jobs", "--resume", task, "--out", out());
      assertThat(resumed.status()).as(resumed.err()).isEqualTo(ExitStatus.DONE);
      assertThat(resumed.out().lines()).hasSize(2).allMatch(file -> Files.exists(Path.of(file)));
      assertThat(sandbox.ledger().account(UUID.fromString(task)).chargeCount()).isEqualTo(1);
      assertThat(callsheet(environment(sandbox), "jobs").out()).contains("no jobs");
    }
  }

  @Test
  void downloadsAResultThatCouldNotBeWrittenBefore() throws IOException {
    try (Sandbox sandbox = sandbox(Duration.ofMillis(50))) {
      Path file = Files.writeString(directory.resolve("file"), "no directory");
      CommandResult run =
          callsheet(
              environment(sandbox),
              "run",
              "--out",
              file.toString(),
              RequestFixtures.valid("text-to-video"));
      assertThat(run.status()).isEqualTo(ExitStatus.USER_ERROR);
      assertThat(run.err()).contains("callsheet jobs --resume");

      CommandResult resumed = callsheet(environment(sandbox), "jobs", "--resume", "--out", out());
      assertThat(resumed.status()).as(resumed.err()).isEqualTo(ExitStatus.DONE);
      assertThat(resumed.out().lines()).hasSize(2);
    }
  }

  @Test
  void resumesEachJobWhereItWasSentTo() throws IOException {
    Map<String, String> keyOnly = Map.of("RUNWARE_API_KEY", "a-key");
    try (Sandbox one = sandbox(Duration.ofMillis(700));
        Sandbox other = sandbox(Duration.ofMillis(700))) {
      taskToResume(callsheet(environment(one), run("--timeout", "50ms")));
      callsheet(environment(other), run("--new-uuid", "--timeout", "50ms"));

      CommandResult resumed = callsheet(keyOnly, "jobs", "--resume", "--out", out());

      assertThat(resumed.status()).as(resumed.err()).isEqualTo(ExitStatus.DONE);
      assertThat(resumed.out().lines()).hasSize(4);
      assertThat(one.ledger().accounts()).hasSize(1);
      assertThat(other.ledger().accounts()).hasSize(1);
    }
  }

  @Test
  void forgetsWhatIsNamedAndOtherwiseOnlyWhatHasEnded() throws IOException {
    SandboxBehavior failing =
        SandboxBehavior.builder()
            .renderFailure(RenderFailure.all("timeoutProvider", "late"))
            .build();
    try (Sandbox sandbox = sandbox(Duration.ofSeconds(30));
        Sandbox failed =
            Sandbox.start(
                SandboxOptions.builder()
                    .renderTime(RenderTime.fixed(Duration.ofMillis(10)))
                    .behavior(failing)
                    .build())) {
      String running = taskToResume(callsheet(environment(sandbox), run("--timeout", "50ms")));
      callsheet(environment(failed), run("--new-uuid"));
      String before = callsheet(Map.of(), "jobs").out();

      CommandResult ended = callsheet(Map.of(), "jobs", "--forget");
      CommandResult unknown = callsheet(Map.of(), "jobs", "--forget", UUID.randomUUID().toString());

      assertThat(before).contains(running);
      assertThat(ended.status()).as(ended.err()).isEqualTo(ExitStatus.DONE);
      assertThat(ended.out()).doesNotContain(running);
      assertThat(unknown.err()).contains("the journal has no job");
      assertThat(callsheet(Map.of(), "jobs").out()).contains(running);
      assertThat(callsheet(Map.of(), "jobs", "--forget", running).out())
          .isEqualTo("forgotten: " + running + "\n");
      assertThat(callsheet(Map.of(), "jobs").out()).isEqualTo("The journal has no jobs.\n");
    }
  }

  @Test
  void reportsWhyAJobCannotBeResumed() throws IOException {
    try (Sandbox sandbox = sandbox(Duration.ofSeconds(30))) {
      String task = taskToResume(callsheet(environment(sandbox), run("--timeout", "50ms")));
      Map<String, String> another =
          Map.of("RUNWARE_API_KEY", "another", "CALLSHEET_ENDPOINT", sandbox.endpoint().toString());

      CommandResult unknown =
          callsheet(environment(sandbox), "jobs", "--resume", UUID.randomUUID().toString());
      CommandResult otherKey = callsheet(another, "jobs", "--resume", task);
      CommandResult noUuid = callsheet(another, "jobs", "--resume", "everything");

      assertThat(unknown.status()).isEqualTo(ExitStatus.USER_ERROR);
      assertThat(unknown.err()).contains("the journal has no job");
      assertThat(otherKey.status()).isEqualTo(ExitStatus.USER_ERROR);
      assertThat(otherKey.err()).contains("with another key").doesNotContain("\tat ");
      assertThat(noUuid.status()).isEqualTo(ExitStatus.USER_ERROR);
    }
  }

  @Test
  void anUnwritableJournalIsReportedWithAdvice() throws IOException {
    try (Sandbox sandbox = sandbox(Duration.ZERO)) {
      Files.writeString(directory.resolve("journal"), "no directory");
      CommandResult run = callsheet(environment(sandbox), run());
      assertThat(run.status()).isEqualTo(ExitStatus.USER_ERROR);
      assertThat(run.err()).contains("it is not a directory", "CALLSHEET_JOURNAL");
      assertThat(sandbox.ledger().entries()).isEmpty();
    }
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void anInterruptedRunPrintsAResumeHint() throws Exception {
    try (Sandbox sandbox = sandbox(Duration.ofSeconds(30))) {
      Path err = directory.resolve("err");
      ProcessBuilder builder =
          new ProcessBuilder(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Callsheet.class.getName(),
                  "run",
                  "--out",
                  out(),
                  RequestFixtures.valid("text-to-video")));
      builder.environment().putAll(environment(sandbox));
      builder.environment().put("CALLSHEET_JOURNAL", journal());
      Process run = builder.redirectErrorStream(true).start();
      try (var lines = run.inputReader(StandardCharsets.UTF_8)) {
        String line = lines.readLine();
        while (!line.endsWith("accepted")) {
          line = lines.readLine();
        }
        new ProcessBuilder("kill", "-INT", Long.toString(run.pid())).start().waitFor();
        Files.write(err, lines.lines().toList());
      }
      assertThat(run.waitFor()).isEqualTo(130);
      String task = sandbox.ledger().accounts().keySet().iterator().next();
      assertThat(Files.readString(err)).contains("callsheet jobs --resume " + task);
      assertThat(callsheet(environment(sandbox), "jobs").out()).contains(task, "none");
    }
  }

  /** The task that a run says how to come back to, whether it was sent yet or not. */
  private static String taskToResume(CommandResult run) {
    String command = "callsheet jobs --resume ";
    int start = run.err().indexOf(command) + command.length();
    return run.err().substring(start, start + UUID.randomUUID().toString().length());
  }

  private CommandResult callsheet(Map<String, String> environment, String... arguments) {
    var all = new HashMap<>(environment);
    all.put("CALLSHEET_JOURNAL", journal());
    return CommandResult.run("", all, arguments);
  }

  private String[] run(String... options) {
    return Stream.of(
            List.of("run", "--out", out()),
            List.of(options),
            List.of(RequestFixtures.valid("text-to-video")))
        .flatMap(List::stream)
        .toArray(String[]::new);
  }

  private static Map<String, String> environment(Sandbox sandbox) {
    return Map.of("RUNWARE_API_KEY", "a-key", "CALLSHEET_ENDPOINT", sandbox.endpoint().toString());
  }

  private static Sandbox sandbox(Duration renderTime) throws IOException {
    return Sandbox.start(
        SandboxOptions.builder()
            .renderTime(RenderTime.fixed(renderTime))
            .behavior(SandboxBehavior.defaults())
            .build());
  }

  private String journal() {
    return directory.resolve("journal").toString();
  }

  private String out() {
    return directory.resolve("out").toString();
  }
}
