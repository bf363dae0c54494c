package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.console.DurationFormat;
import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.sandbox.behavior.ConflictWindow;
import dev.callsheet.sandbox.behavior.PushedResults;
import dev.callsheet.sandbox.behavior.ResultOrder;
import dev.callsheet.sandbox.behavior.SandboxBehavior;
import dev.callsheet.sandbox.behavior.WebSocketBehavior;
import dev.callsheet.sandbox.behavior.WireFault;
import dev.callsheet.sandbox.behavior.WireFault.Target;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SandboxCommandTest {
  @Test
  void aPortThatIsTakenIsAUserError() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      CommandResult outcome = CommandResult.run("sandbox", "--port", port);
      assertThat(outcome.status()).isEqualTo(ExitStatus.USER_ERROR);
      assertThat(outcome.err()).contains("port " + port).doesNotContain("\tat ");
    }
  }

  @Test
  void optionsSetTheSandboxBehavior() {
    SandboxBehavior behavior =
        behavior(
            "--conflict", "running", "--result-order", "unfinished_first", "--stagger", "1.5s");
    assertThat(behavior.conflictWindow()).isEqualTo(ConflictWindow.RUNNING);
    assertThat(behavior.resultOrder()).isEqualTo(ResultOrder.UNFINISHED_FIRST);
    assertThat(behavior.stagger()).isEqualTo(Duration.ofMillis(1500));
    assertThat(behavior.syncWindow()).isEqualTo(SandboxBehavior.defaults().syncWindow());
    assertThat(behavior("--sync-window", "5s").syncWindow()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void aFolderThatIsNoStateIsTheUsersToPutRight(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("request.json"), "{}");
    CommandResult outcome = CommandResult.run("sandbox", "--state", folder.toString());
    assertThat(outcome.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(outcome.err())
        .contains("--state " + folder + ": there is `request.json` in it")
        .contains("name a folder that is empty or new")
        .doesNotContain("\tat ");
  }

  @Test
  void whatCannotBeKeptIsTheUsersToPutRight() {
    CommandResult outcome = CommandResult.run("sandbox", "--keep", "a while");
    assertThat(outcome.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(outcome.err()).contains("'a while' is not a duration").doesNotContain("\tat ");
  }

  @Test
  void optionsSetTheWebSocketBehavior() {
    assertThat(behavior().webSocket()).isEqualTo(WebSocketBehavior.defaults());
    assertThat(
            behavior("--websocket-idle", "5s", "--websocket-replay", "0s", "--push", "none")
                .webSocket())
        .isEqualTo(
            WebSocketBehavior.defaults()
                .idleTimeout(Duration.ofSeconds(5))
                .replayWindow(Duration.ZERO)
                .pushedResults(PushedResults.NONE));
    assertThat(behavior("--no-websocket", "--stray-frames", "2").webSocket())
        .isEqualTo(WebSocketBehavior.defaults().strayFrames(2).disabled());
  }

  @Test
  void faultsOfRepliesCanBeWritten() {
    assertThat(
            behavior(
                    "--fault",
                    "error=providerError",
                    "--fault",
                    "error=providerError,nobody,on=poll",
                    "--fault",
                    "beside=timeout,times=2",
                    "--fault",
                    "silence,before")
                .wireFaults())
        .containsExactly(
            WireFault.error("providerError"),
            WireFault.errorWithoutTask("providerError").on(Target.POLL),
            WireFault.additionalError("timeout").times(2),
            WireFault.silence().beforeAccepting());
  }

  @Test
  void faultsAreAppliedInTheOrderGiven() {
    assertThat(
            behavior(
                    "--fault",
                    "status=429,retry-after=2s,times=3",
                    "--fault",
                    "html=502,on=poll",
                    "--fault",
                    "drop",
                    "--fault",
                    "delay=250ms,before")
                .wireFaults())
        .containsExactly(
            WireFault.status(429, Duration.ofSeconds(2)).times(3),
            WireFault.htmlPage(502).on(Target.POLL),
            WireFault.dropReply(),
            WireFault.delayReply(Duration.ofMillis(250)).beforeAccepting());
  }

  @Test
  void aPlatformThatThereIsNotIsAnsweredWithTheNearest() {
    CommandResult outcome = CommandResult.run("sandbox", "--platform", "fall");
    assertThat(outcome.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(outcome.err()).contains("no platform 'fall'; did you mean 'fal'?");
  }

  @Test
  void theFileOfAPlatformLiesInTheFolderOfPlatforms(@TempDir Path folder) throws IOException {
    Path file = Files.createFile(folder.resolve("easel.yaml"));
    CommandResult outcome = CommandResult.run("sandbox", "--platform", file.toString());
    assertThat(outcome.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(outcome.err()).contains(file + ": the file of a platform lies in platforms/");
    String none = folder.resolve("platforms/easel.yaml").toString();
    assertThat(CommandResult.run("sandbox", "--platform", none).err())
        .contains("there is no such file");
  }

  @Test
  void whatAPlatformCannotDoIsSaid() {
    CommandResult beside = CommandResult.run("sandbox", "--platform", "fal", "--fault", "beside=x");
    assertThat(beside.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(beside.err()).contains("only a reply of Runware can have an error beside");
  }

  @Test
  void aCommandRunsWithTheAddressesOfAllPlatformsAndEndsTheSandbox() {
    CommandResult outcome =
        CommandResult.run(
            "sandbox",
            "--platform",
            "fal",
            "--platform",
            "runware",
            "--",
            "sh",
            "-c",
            "test -n \"$CALLSHEET_ENDPOINT_FAL$FAL_KEY\" && test -n \"$RUNWARE_API_KEY\" && exit 7");
    assertThat(outcome.status()).isEqualTo(7);
    assertThat(outcome.err().lines())
        .hasSize(2)
        .first()
        .asString()
        .matches("Callsheet sandbox of fal \\(.* models; page at .*\\) at http://127.0.0.1:\\d+");
    assertThat(CommandResult.run("sandbox", "--", "no-such-command-here").err())
        .contains("`no-such-command-here` cannot be run");
  }

  @Test
  void anUnknownFaultIsAnsweredWithExamples() {
    CommandResult outcome = CommandResult.run("sandbox", "--fault", "status=429,thrice");
    assertThat(outcome.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(outcome.err()).contains("thrice", "times=3");
  }

  private static SandboxBehavior behavior(String... arguments) {
    SandboxBehaviorOptions options = new SandboxBehaviorOptions();
    new CommandLine(options)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(Duration.class, DurationFormat::parse)
        .parseArgs(arguments);
    return options.behavior();
  }
}
