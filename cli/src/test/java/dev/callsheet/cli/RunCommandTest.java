package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.sandbox.Sandbox;
import dev.callsheet.sandbox.SandboxOptions;
import dev.callsheet.sandbox.behavior.RenderFailure;
import dev.callsheet.sandbox.behavior.RenderTime;
import dev.callsheet.sandbox.behavior.SandboxBehavior;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunCommandTest {
  private static final String KEY = "a-key-that-nobody-may-see";

  @TempDir private Path directory;

  @Test
  void bringsEveryResultOfASandboxToDisk() throws IOException {
    CommandResult outcome =
        CommandResult.run(
            "run", "--sandbox", "--out", out(), RequestFixtures.valid("text-to-video"));
    assertThat(outcome.status()).as(outcome.err()).isEqualTo(ExitStatus.DONE);
    assertThat(outcome.err()).contains("price: 1.792 USD", "2 of 2 results");
    List<String> files = outcome.out().lines().toList();
    assertThat(files).hasSize(2).allMatch(file -> file.endsWith(".mp4"));
    for (String file : files) {
      byte[] start = Files.readAllBytes(Path.of(file));
      assertThat(new String(start, 4, 4, StandardCharsets.US_ASCII)).isEqualTo("ftyp");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "runware/clarity/valid/upscale, .jpg",
    "bria/video-background-removal/valid/green-screen, .mov",
    "recraft/recraft-v4-vector/valid/square, .svg",
    "alibaba/qwen3-tts-1-7b-base/valid/voice-with-its-words, .mp3",
    "alibaba/qwen3-tts-1-7b-base/valid/ogg-of-a-bitrate, .ogg",
    "alibaba/qwen3-tts-1-7b-base/valid/every-platform-option, .flac",
    "tencent/hunyuan-3d-3-1-pro/valid/text-to-3d, .glb"
  })
  void bringsEveryKindOfMediaToDisk(String request, String ending) throws IOException {
    Path task = directory.resolve("task.json");
    Files.writeString(
        task,
        Files.readString(Path.of("../tests/requests", request + ".json"))
            .replaceAll("\"(webhookURL|uploadEndpoint)\": \"[^\"]*\",", ""));
    CommandResult outcome = CommandResult.run("run", "--sandbox", "--out", out(), task.toString());
    assertThat(outcome.status()).as(outcome.err()).isEqualTo(ExitStatus.DONE);
    assertThat(outcome.out().lines()).hasSize(1).allMatch(file -> file.endsWith(ending));
  }

  @Test
  void sendsToTheEndpointItIsToldAndNeverShowsTheKey() throws IOException {
    try (Sandbox sandbox = sandbox(SandboxBehavior.defaults())) {
      CommandResult outcome = run(sandbox, KEY);
      assertThat(outcome.status()).as(outcome.err()).isEqualTo(ExitStatus.DONE);
      assertThat(sandbox.ledger().accounts()).hasSize(1);
      assertThat(outcome.out() + outcome.err()).doesNotContain(KEY);
    }
  }

  @Test
  void aKeyThatIsRefusedIsAUserErrorAndIsNotShown() throws IOException {
    String wrong = "another-key-that-nobody-may-see";
    try (Sandbox sandbox = sandbox(SandboxBehavior.defaults())) {
      CommandResult outcome = run(sandbox, wrong);
      assertThat(outcome.status()).isEqualTo(ExitStatus.USER_ERROR);
      assertThat(outcome.err()).contains("invalidApiKey").doesNotContain(wrong);
    }
  }

  @Test
  void aResultThatFailsIsAFinding() throws IOException {
    SandboxBehavior behavior =
        SandboxBehavior.builder()
            .renderFailure(RenderFailure.all("timeoutProvider", "too late"))
            .build();
    try (Sandbox sandbox = sandbox(behavior)) {
      CommandResult outcome = run(sandbox, KEY);
      assertThat(outcome.status()).isEqualTo(ExitStatus.FINDINGS);
      assertThat(outcome.err()).contains("failed: too late").doesNotContain("\tat ");
    }
  }

  @Test
  void aRequestThatIsWrongIsNotSent() {
    CommandResult outcome =
        CommandResult.run("run", "--sandbox", "--out", out(), RequestFixtures.invalid("size"));
    assertThat(outcome.status()).isEqualTo(ExitStatus.FINDINGS);
    assertThat(outcome.err()).contains("[size]").doesNotContain("price:");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void aRequestWithoutAUuidGetsOneEachTimeItIsRun() throws IOException {
    Path draft = draft("draft.json");
    String before = Files.readString(draft);
    try (Sandbox sandbox = sandbox(SandboxBehavior.defaults())) {
      for (int time = 1; time <= 2; time++) {
        CommandResult outcome = send(sandbox, draft.toString());
        assertThat(outcome.status()).as(outcome.err()).isEqualTo(ExitStatus.DONE);
        assertThat(sandbox.ledger().accounts()).hasSize(time);
      }
      assertThat(draft).hasContent(before);
    }
  }

  @Test
  void whatIsRunAgainBeforeItHasFinishedIsResumedAndPaidOnce() throws IOException {
    Path draft = draft("draft.json");
    SandboxBehavior slow = SandboxBehavior.builder().stagger(Duration.ofSeconds(2)).build();
    try (Sandbox sandbox = sandbox(slow)) {
      CommandResult impatient = send(sandbox, draft.toString(), "--timeout", "500ms");
      assertThat(impatient.status()).as(impatient.err()).isEqualTo(ExitStatus.FINDINGS);
      CommandResult again = send(sandbox, draft.toString());
      assertThat(again.status()).as(again.err()).isEqualTo(ExitStatus.DONE);
      assertThat(again.err())
          .contains(draft + ":1: this has been sent before, so job ", "--new-uuid pays again");
      assertThat(again.out().lines()).hasSize(2);
      assertThat(sandbox.ledger().accounts()).hasSize(1);
      CommandResult anew = send(sandbox, draft.toString(), "--new-uuid", "--timeout", "500ms");
      assertThat(anew.err()).doesNotContain("sent before");
      assertThat(sandbox.ledger().accounts()).hasSize(2);
    }
  }

  @Test
  void whatFailedWithoutAResultStartsAnew() throws IOException {
    Path draft = draft("draft.json");
    SandboxBehavior failing =
        SandboxBehavior.builder()
            .renderFailure(RenderFailure.all("timeoutProvider", "late"))
            .build();
    try (Sandbox sandbox = sandbox(failing)) {
      assertThat(send(sandbox, draft.toString()).status()).isEqualTo(ExitStatus.FINDINGS);
      CommandResult again = send(sandbox, draft.toString());
      assertThat(again.err()).doesNotContain("sent before");
      assertThat(sandbox.ledger().accounts()).hasSize(2);
    }
  }

  @Test
  void whatIsFollowedElsewhereStopsARunBeforeAnythingIsSent() throws Exception {
    Path draft = draft("draft.json");
    String taken = Files.readString(draft);
    Path both =
        Files.writeString(
            directory.resolve("both.json"),
            "["
                + taken.replace("\"positivePrompt\": \"", "\"positivePrompt\": \"Again, ")
                + ","
                + taken
                + "]");
    SandboxBehavior slow = SandboxBehavior.builder().stagger(Duration.ofSeconds(30)).build();
    try (Sandbox sandbox = sandbox(slow)) {
      Process other = runElsewhere(sandbox, draft);
      try {
        CommandResult outcome = send(sandbox, both.toString());
        assertThat(outcome.status()).isEqualTo(ExitStatus.USER_ERROR);
        assertThat(outcome.err()).contains("another process has sent this request");
        assertThat(sandbox.ledger().accounts()).hasSize(1);
      } finally {
        other.destroyForcibly().waitFor();
      }
    }
  }

  /** A run in a process of its own, whose request the sandbox has accepted. */
  private Process runElsewhere(Sandbox sandbox, Path file) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Callsheet.class.getName(),
                "run",
                "--out",
                out(),
                file.toString())
            .redirectErrorStream(true);
    builder.environment().putAll(environment(sandbox));
    Process run = builder.start();
    BufferedReader lines = run.inputReader(StandardCharsets.UTF_8);
    String line = lines.readLine();
    while (line != null && !line.endsWith("accepted")) {
      line = lines.readLine();
    }
    assertThat(line).isNotNull();
    return run;
  }

  @Test
  void anOldNameCostsWhatTheNewOneDoes() throws IOException {
    String request =
        """
        {"taskType": "videoInference", "taskUUID": "7f6b2a10-9d3c-4e58-8a41-2b6c1d0e9f73",
         "model": "klingai:kling-video@o3-pro", "positivePrompt": "A market at dawn",
         "duration": 5, "width": 1920, "height": 1080, %s}
        """;
    String video = "\"referenceVideos\": [\"https://media.example.com/a.mp4\"]";
    Path now =
        Files.writeString(
            directory.resolve("now.json"), request.formatted("\"inputs\": {" + video + "}"));
    Path before = Files.writeString(directory.resolve("before.json"), request.formatted(video));
    String price = CommandResult.run("price", now.toString()).out().split("  +", -1)[1];
    assertThat(CommandResult.run("price", before.toString()).out()).contains("  " + price + "  ");
  }

  @Test
  void aNewUuidReplacesTheOneInTheFile() throws IOException {
    try (Sandbox sandbox = sandbox(SandboxBehavior.defaults())) {
      String file = RequestFixtures.valid("text-to-video");
      assertThat(send(sandbox, file, "--new-uuid").status()).isEqualTo(ExitStatus.DONE);
      assertThat(send(sandbox, file, "--new-uuid").status()).isEqualTo(ExitStatus.DONE);
      assertThat(sandbox.ledger().accounts()).hasSize(2);
    }
  }

  @Test
  void runsEveryRequestOfAFolderOnceAllAreSound() throws IOException {
    Path folder = Files.createDirectory(directory.resolve("folder"));
    Files.copy(draft("draft.json"), folder.resolve("a.json"));
    Files.copy(Path.of(RequestFixtures.valid("text-to-video")), folder.resolve("b.json"));
    CommandResult outcome =
        CommandResult.run("run", "--sandbox", "--out", out(), folder.toString());
    assertThat(outcome.status()).as(outcome.err()).isEqualTo(ExitStatus.DONE);
    assertThat(outcome.out().lines()).hasSize(4);
    Files.copy(Path.of(RequestFixtures.invalid("size")), folder.resolve("c.json"));
    CommandResult refused =
        CommandResult.run("run", "--sandbox", "--out", out(), folder.toString());
    assertThat(refused.status()).isEqualTo(ExitStatus.FINDINGS);
    assertThat(refused.err()).contains("[size]").doesNotContain("price:");
  }

  @Test
  void sendsNothingThatMayCostMoreThanIsAllowed() throws IOException {
    try (Sandbox sandbox = sandbox(SandboxBehavior.defaults())) {
      String file = RequestFixtures.valid("text-to-video");
      CommandResult refused = send(sandbox, file, "--max-cost", "1.79");
      assertThat(refused.status()).isEqualTo(ExitStatus.FINDINGS);
      assertThat(refused.err())
          .contains("nothing is sent: it may cost 1.792", "at most 1.79 is allowed by --max-cost");
      assertThat(sandbox.ledger().accounts()).isEmpty();
      assertThat(send(sandbox, file, "--max-cost", "1.792").status()).isEqualTo(ExitStatus.DONE);
    }
  }

  @Test
  void asksBeforeItSpendsWhereAPersonCanAnswer() throws IOException {
    try (Sandbox sandbox = sandbox(SandboxBehavior.defaults())) {
      String file = RequestFixtures.valid("text-to-video");
      for (String no : List.of("", "\n", "n\n", "what?\n")) {
        CommandResult outcome = answer(sandbox, no, file);
        assertThat(outcome.status()).isEqualTo(ExitStatus.DONE);
        assertThat(outcome.err()).contains("Send it for 1.792 USD? [y/N] ", "Nothing was sent.");
      }
      assertThat(sandbox.ledger().accounts()).isEmpty();
      assertThat(answer(sandbox, "no\n", "--yes", file).err()).doesNotContain("Send it");
      assertThat(sandbox.ledger().accounts()).hasSize(1);
      assertThat(answer(sandbox, "Yes\n", "--new-uuid", file).status()).isEqualTo(ExitStatus.DONE);
      assertThat(sandbox.ledger().accounts()).hasSize(2);
    }
  }

  private Path draft(String name) throws IOException {
    String request = Files.readString(Path.of(RequestFixtures.valid("text-to-video")));
    return Files.writeString(
        directory.resolve(name), request.replaceAll("\\s*\"taskUUID\": \"[^\"]*\",", ""));
  }

  private CommandResult send(Sandbox sandbox, String... arguments) {
    return CommandResult.run("", environment(sandbox), arguments(arguments));
  }

  private CommandResult answer(Sandbox sandbox, String answer, String... arguments) {
    return CommandResult.atTerminal(answer, environment(sandbox), arguments(arguments));
  }

  private Map<String, String> environment(Sandbox sandbox) {
    return Map.of(
        "RUNWARE_API_KEY",
        KEY,
        "CALLSHEET_ENDPOINT",
        sandbox.endpoint().toString(),
        "CALLSHEET_JOURNAL",
        directory.resolve("journal").toString());
  }

  private String[] arguments(String... more) {
    return Stream.concat(Stream.of("run", "--out", out()), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void twoTasksWithOneUuidAreNotSent() throws IOException {
    String task = Files.readString(Path.of(RequestFixtures.valid("text-to-video")));
    Path twice = Files.writeString(directory.resolve("twice.json"), "[" + task + "," + task + "]");
    CommandResult outcome = CommandResult.run("run", "--sandbox", "--out", out(), twice.toString());
    assertThat(outcome.status()).isEqualTo(ExitStatus.FINDINGS);
    assertThat(outcome.err() + outcome.out()).contains("[duplicate-task-uuid]");
  }

  @Test
  void aTaskThatTakesTooLongIsLeftToGoOn() throws IOException {
    SandboxBehavior slow = SandboxBehavior.builder().stagger(Duration.ofMinutes(1)).build();
    try (Sandbox sandbox = sandbox(slow)) {
      CommandResult outcome =
          CommandResult.run(
              "",
              Map.of("RUNWARE_API_KEY", KEY),
              "run",
              "--endpoint",
              sandbox.endpoint().toString(),
              "--timeout",
              "500ms",
              "--out",
              out(),
              RequestFixtures.valid("text-to-video"));
      assertThat(outcome.status()).isEqualTo(ExitStatus.FINDINGS);
      assertThat(outcome.err()).contains("the task goes on at the server");
    }
  }

  @Test
  void aServerThatIsNotThereHasNothingOfTheTask() throws IOException {
    CommandResult outcome = runWithoutServer(directory.resolve("journal").toString());
    assertThat(outcome.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(outcome.err())
        .contains("nothing of it has reached the server", "Cannot connect", "jobs --resume")
        .doesNotContain("goes on");
  }

  @Test
  void withoutAJournalNobodyComesBackToWhatWasNotSent() throws IOException {
    CommandResult outcome = runWithoutServer("none");
    assertThat(outcome.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(outcome.err()).contains("nothing of it has reached").doesNotContain("hint:");
  }

  @Test
  void withoutAJournalItDoesNotPromiseOne() throws IOException {
    SandboxBehavior slow = SandboxBehavior.builder().stagger(Duration.ofMinutes(1)).build();
    try (Sandbox sandbox = sandbox(slow)) {
      CommandResult outcome =
          CommandResult.run(
              "",
              Map.of(
                  "RUNWARE_API_KEY",
                  KEY,
                  "CALLSHEET_ENDPOINT",
                  sandbox.endpoint().toString(),
                  "CALLSHEET_JOURNAL",
                  "none"),
              "run",
              "--timeout",
              "500ms",
              "--out",
              out(),
              RequestFixtures.valid("text-to-video"));
      assertThat(outcome.status()).isEqualTo(ExitStatus.FINDINGS);
      assertThat(outcome.err())
          .contains("no journal is kept", "taskUUID")
          .doesNotContain("nothing is lost", "--resume");
    }
  }

  private CommandResult runWithoutServer(String journal) throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    return CommandResult.run(
        "",
        Map.of(
            "RUNWARE_API_KEY",
            KEY,
            "CALLSHEET_ENDPOINT",
            "http://127.0.0.1:" + port + "/v1",
            "CALLSHEET_JOURNAL",
            journal),
        "run",
        "--timeout",
        "500ms",
        "--out",
        out(),
        RequestFixtures.valid("image-to-video"));
  }

  @Test
  void withoutAKeyItSaysWhereOneIsLookedFor() {
    CommandResult outcome = CommandResult.run("run", RequestFixtures.valid("edit"));
    assertThat(outcome.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(outcome.err()).contains("RUNWARE_API_KEY", "--sandbox");
  }

  @Test
  void anEndpointThatIsNoWebAddressIsAUserError() {
    CommandResult outcome =
        CommandResult.run(
            "",
            Map.of("RUNWARE_API_KEY", KEY),
            "run",
            "--endpoint",
            "nowhere",
            RequestFixtures.valid("edit"));
    assertThat(outcome.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(outcome.err()).contains("nowhere").doesNotContain(KEY);
  }

  private CommandResult run(Sandbox sandbox, String key) {
    return CommandResult.run(
        "",
        Map.of("RUNWARE_API_KEY", key, "CALLSHEET_ENDPOINT", sandbox.endpoint().toString()),
        "run",
        "--out",
        out(),
        RequestFixtures.valid("image-to-video"));
  }

  private static Sandbox sandbox(SandboxBehavior behavior) throws IOException {
    return Sandbox.start(
        SandboxOptions.builder()
            .apiKeys(KEY)
            .renderTime(RenderTime.fixed(Duration.ofMillis(50)))
            .behavior(behavior)
            .build());
  }

  private String out() {
    return directory.toString();
  }
}
