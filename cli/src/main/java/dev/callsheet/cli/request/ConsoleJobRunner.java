package dev.callsheet.cli.request;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.runtime.client.CallsheetClient;
import dev.callsheet.runtime.client.CallsheetClientBuilder;
import dev.callsheet.runtime.client.error.ConfigurationException;
import dev.callsheet.runtime.client.error.JournalException;
import dev.callsheet.runtime.client.job.Job;
import dev.callsheet.runtime.internal.messages.DisplayText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Follows jobs before a person's eyes: progress, results as files, what failed, and how to come
 * back to what is not waited for.
 *
 * @param out where results go
 * @param timeout how long to wait for each task
 * @param hintOptions what a command to resume needs besides; null where there is no coming back
 */
public record ConsoleJobRunner(
    Console console, Path out, Duration timeout, @Nullable String hintOptions) {
  /**
   * Starts jobs and follows them to their end.
   *
   * @param start has a client begin them
   * @return the exit status
   */
  public int run(
      CallsheetClientBuilder settings, Function<CallsheetClient, List<? extends Job<?>>> start) {
    try (var hint = new ResumeHint(console, hintOptions)) {
      var take = follow(settings, start, hint);
      hint.setJobs(take.pending(), take.unsent());
      printResult(take, hint);
      return take.failures().stream().mapToInt(JobResultDownloader.Failure::status).max().orElse(0);
    } catch (ConfigurationException | JournalException e) {
      throw new UserErrorException(String.valueOf(e.getMessage()), e);
    }
  }

  private JobResultDownloader.Result follow(
      CallsheetClientBuilder settings,
      Function<CallsheetClient, List<? extends Job<?>>> start,
      ResumeHint hint) {
    try (var display = ProgressDisplay.forConsole(console);
        var client = settings.listener(display).build()) {
      var jobs = start.apply(client);
      hint.attach(display, jobs.stream().map(Job::id).toList());
      return new JobResultDownloader(display, out, timeout).awaitAll(jobs);
    }
  }

  private void printResult(JobResultDownloader.Result take, ResumeHint hint) {
    try {
      take.files().stream()
          .map(file -> DisplayText.fileName(file.toString()))
          .forEach(console.out()::println);
    } finally { // also where nobody reads the names of files: what failed has been paid for
      printFailures(take);
      hint.print();
    }
  }

  private void printFailures(JobResultDownloader.Result take) {
    for (var failure : take.failures()) {
      console
          .err()
          .println(
              console.errStyle().failure("failed:") + " " + DisplayText.line(failure.message()));
    }
  }
}
