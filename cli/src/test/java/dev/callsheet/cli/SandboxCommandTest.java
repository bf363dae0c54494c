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
import java.time.Duration;
import org.junit.jupiter.api.Test;
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
