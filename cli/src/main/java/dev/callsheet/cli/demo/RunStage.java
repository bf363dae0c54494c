package dev.callsheet.cli.demo;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.DurationFormat;
import dev.callsheet.cli.request.JobResultDownloader;
import dev.callsheet.cli.request.ProgressDisplay;
import dev.callsheet.runtime.ModelRequest;
import dev.callsheet.runtime.client.CallsheetClient;
import dev.callsheet.runtime.client.journal.Journal;
import dev.callsheet.runtime.client.policy.PollPolicy;
import dev.callsheet.sandbox.Sandbox;
import dev.callsheet.sandbox.SandboxOptions;
import dev.callsheet.sandbox.ledger.LedgerEntry;
import dev.callsheet.sandbox.ledger.TaskAccount;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** The request, sent by the client over HTTP to a sandbox, and its result downloaded. */
final class RunStage {
  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  private final Console console;
  private final DemoOutput output;
  private final Path directory;

  RunStage(Console console, DemoOutput narrator, Path directory) {
    this.console = console;
    this.output = narrator;
    this.directory = directory;
  }

  JobResultDownloader.Result run(ModelRequest<?> request) throws IOException {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
      output.printHeading("Sent by the client to a sandbox at " + sandbox.endpoint());
      long start = System.nanoTime();
      JobResultDownloader.Result take = execute(request, sandbox);
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      TaskAccount account = sandbox.ledger().account(Objects.requireNonNull(request.jobId()));
      output.printLine(
          "The sandbox's ledger: "
              + account.submissionCount()
              + " submitted, "
              + account.totalCharged().stripTrailingZeros().toPlainString()
              + " USD charged, "
              + account.count(LedgerEntry.Kind.DOWNLOAD)
              + " downloaded; all in "
              + DurationFormat.inSeconds(took));
      return take;
    }
  }

  private JobResultDownloader.Result execute(ModelRequest<?> request, Sandbox sandbox) {
    try (ProgressDisplay progress = PercentageProgress.forConsole(console);
        CallsheetClient client =
            CallsheetClient.builder()
                .environment(sandbox.environment())
                .journal(Journal.none())
                .polling(PollPolicy.fixedDelay(Duration.ofMillis(200)))
                .listener(progress)
                .build()) {
      return new JobResultDownloader(progress, directory.resolve("takes"), TIMEOUT)
          .awaitAll(List.of(client.submit(request)));
    }
  }
}
