package dev.callsheet.cli.request;

import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.runtime.ModelRequest;
import dev.callsheet.runtime.client.Delivery;
import dev.callsheet.runtime.client.Job;
import dev.callsheet.runtime.client.Outcome;
import dev.callsheet.runtime.client.RunwareClient;
import dev.callsheet.runtime.client.error.ApiException;
import dev.callsheet.runtime.client.error.DownloadException;
import dev.callsheet.runtime.client.error.JobPendingException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends tasks, waits for them and brings their results to disk.
 *
 * @param client sends them
 * @param directory where results go
 * @param longest how long to wait for each task
 */
public record Execution(RunwareClient client, Path directory, Duration longest) {
  /**
   * What came of it.
   *
   * @param files the results, in the order of the tasks
   * @param failures empty when nothing went wrong
   */
  public record Take(List<Path> files, List<Failure> failures) {}

  /**
   * Something that went wrong.
   *
   * @param message for people
   * @param status the exit status that it calls for
   */
  public record Failure(String message, int status) {}

  /**
   * Sends every task, then waits for each. A task that fails does not stop the others: they are
   * paid for.
   */
  public Take of(List<? extends ModelRequest<?>> requests) {
    List<Path> files = new ArrayList<>();
    List<Failure> failures = new ArrayList<>();
    List<Job<?>> jobs = new ArrayList<>();
    requests.forEach(request -> jobs.add(client.submit(request)));
    for (Job<?> job : jobs) {
      try {
        job.await(longest).forEach(delivery -> download(delivery, files, failures));
        job.results().forEach(outcome -> addFailure(outcome, failures));
      } catch (JobPendingException pending) {
        failures.add(new Failure(String.valueOf(pending.getMessage()), ExitStatus.FINDINGS));
      } catch (ApiException failed) {
        failures.add(failure(failed));
      }
    }
    return new Take(files, failures);
  }

  private void download(Delivery<?> delivery, List<Path> files, List<Failure> failures) {
    try {
      files.add(delivery.download(directory));
    } catch (DownloadException failed) {
      failures.add(new Failure(String.valueOf(failed.getMessage()), ExitStatus.MISTAKE));
    }
  }

  private static void addFailure(Outcome<?> outcome, List<Failure> failures) {
    if (outcome instanceof Outcome.Failed<?> failed) {
      failures.add(new Failure(failed.error().toString(), ExitStatus.FINDINGS));
    }
  }

  private static Failure failure(ApiException refused) {
    int status =
        switch (refused.category()) {
          case CONNECTION, AUTH -> ExitStatus.MISTAKE;
          default -> ExitStatus.FINDINGS;
        };
    return new Failure(String.valueOf(refused.getMessage()), status);
  }
}
