package dev.callsheet.cli.demo;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.Durations;
import dev.callsheet.cli.request.Execution;
import dev.callsheet.cli.request.ProgressDisplay;
import dev.callsheet.runtime.ModelRequest;
import dev.callsheet.runtime.client.RunwareClient;
import dev.callsheet.runtime.client.journal.Journal;
import dev.callsheet.runtime.client.policy.PollPolicy;
import dev.callsheet.sandbox.Sandbox;
import dev.callsheet.sandbox.SandboxOptions;
import dev.callsheet.sandbox.ledger.Account;
import dev.callsheet.sandbox.ledger.Entry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The request, sent by the client over HTTP to a sandbox, and its result downloaded. */
final class TakeStage {
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final Console console;
  private final Narrator narrator;
  private final Path directory;

  TakeStage(Console console, Narrator narrator, Path directory) {
    this.console = console;
    this.narrator = narrator;
    this.directory = directory;
  }

  Execution.Take play(ModelRequest<?> request) throws IOException {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
      narrator.stage("Sent by the client to a sandbox at " + sandbox.endpoint());
      long start = System.nanoTime();
      Execution.Take take = execute(request, sandbox);
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      Account account = sandbox.ledger().account(request.taskUUID());
      narrator.say(
          "The sandbox's ledger: "
              + account.submits()
              + " submitted, "
              + account.charged().stripTrailingZeros().toPlainString()
              + " USD charged, "
              + account.count(Entry.Kind.DOWNLOAD)
              + " downloaded; all in "
              + Durations.inSeconds(took));
      return take;
    }
  }

  private Execution.Take execute(ModelRequest<?> request, Sandbox sandbox) {
    try (ProgressDisplay progress = Percentages.on(console);
        RunwareClient client =
            RunwareClient.builder()
                .endpoint(sandbox.endpoint())
                .apiKey("any-key-will-do")
                .journal(Journal.none())
                .polling(PollPolicy.every(Duration.ofMillis(200)))
                .listener(progress)
                .build()) {
      return new Execution(progress, directory.resolve("takes"), LONGEST)
          .of(List.of(client.submit(request)));
    }
  }
}
