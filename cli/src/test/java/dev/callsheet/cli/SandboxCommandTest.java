package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.console.Durations;
import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.sandbox.knob.ConflictWindow;
import dev.callsheet.sandbox.knob.Knobs;
import dev.callsheet.sandbox.knob.PushedResults;
import dev.callsheet.sandbox.knob.ResultOrder;
import dev.callsheet.sandbox.knob.SocketKnobs;
import dev.callsheet.sandbox.knob.WireFault;
import dev.callsheet.sandbox.knob.WireFault.Target;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class SandboxCommandTest {
  @Test
  void aPortThatIsTakenIsTheUsersMistake() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      Outcome outcome = Outcome.of("sandbox", "--port", port);
      assertThat(outcome.status()).isEqualTo(ExitStatus.MISTAKE);
      assertThat(outcome.err()).contains("port " + port).doesNotContain("\tat ");
    }
  }

  @Test
  void knobsAreAsTheUserTurnsThem() {
    Knobs knobs =
        knobs("--conflict", "running", "--result-order", "unfinished_first", "--stagger", "1.5s");
    assertThat(knobs.conflictWindow()).isEqualTo(ConflictWindow.RUNNING);
    assertThat(knobs.resultOrder()).isEqualTo(ResultOrder.UNFINISHED_FIRST);
    assertThat(knobs.stagger()).isEqualTo(Duration.ofMillis(1500));
    assertThat(knobs.syncWindow()).isEqualTo(Knobs.defaults().syncWindow());
    assertThat(knobs("--sync-window", "5s").syncWindow()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void aWebSocketIsAsTheUserWantsIt() {
    assertThat(knobs().socket()).isEqualTo(SocketKnobs.defaults());
    assertThat(
            knobs("--websocket-idle", "5s", "--websocket-replay", "0s", "--push", "none").socket())
        .isEqualTo(
            SocketKnobs.defaults()
                .idle(Duration.ofSeconds(5))
                .replay(Duration.ZERO)
                .pushing(PushedResults.NONE));
    assertThat(knobs("--no-websocket", "--stray-frames", "2").socket())
        .isEqualTo(SocketKnobs.defaults().strayFrames(2).refused());
  }

  @Test
  void faultsOfConversationsHaveWordsToo() {
    assertThat(
            knobs(
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
            WireFault.errorOfNobody("providerError").on(Target.POLL),
            WireFault.errorBeside("timeout").times(2),
            WireFault.silence().beforeAccepting());
  }

  @Test
  void faultsStrikeInTheOrderGiven() {
    assertThat(
            knobs(
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
            WireFault.notJson(502).on(Target.POLL),
            WireFault.dropReply(),
            WireFault.delayReply(Duration.ofMillis(250)).beforeAccepting());
  }

  @Test
  void aFaultThatMeansNothingIsAnsweredWithSomeThatDo() {
    Outcome outcome = Outcome.of("sandbox", "--fault", "status=429,thrice");
    assertThat(outcome.status()).isEqualTo(ExitStatus.MISTAKE);
    assertThat(outcome.err()).contains("thrice", "times=3");
  }

  private static Knobs knobs(String... arguments) {
    KnobOptions options = new KnobOptions();
    new CommandLine(options)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(Duration.class, Durations::parse)
        .parseArgs(arguments);
    return options.knobs();
  }
}
