package dev.callsheet.cli.request;

import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.client.error.ApiException;
import dev.callsheet.runtime.client.error.DownloadException;
import dev.callsheet.runtime.client.error.ErrorCategory;
import dev.callsheet.runtime.client.error.JobPendingException;
import dev.callsheet.runtime.client.error.JobPendingException.Arrival;
import dev.callsheet.runtime.client.error.JournalException;
import dev.callsheet.runtime.client.job.Delivery;
import dev.callsheet.runtime.client.job.Job;
import dev.callsheet.runtime.client.job.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Follows jobs to their end and brings their results to disk.
 *
 * @param display called for every job
 * @param directory where results go
 * @param timeout how long to wait for each task
 */
public record JobResultDownloader(ProgressDisplay display, Path directory, Duration timeout) {
  /**
   * What came of it.
   *
   * @param files the results, in the order of the tasks
   * @param failures empty when nothing went wrong
   * @param pending the jobs that are worth coming back to: those that go on, those that were not
   *     sent, and those whose results are there and could not be brought to disk
   * @param unsent those of them of which nothing has reached the server
   */
  public record Result(
      List<Path> files, List<Failure> failures, List<UUID> pending, List<UUID> unsent) {}

  /**
   * Something that went wrong.
   *
   * @param message for people
   * @param status the exit status that it calls for
   */
  public record Failure(String message, int status) {}

  /** Waits for each job. One that fails does not stop the others: they are paid for. */
  public Result awaitAll(List<? extends Job<?>> jobs) {
    List<Path> files = new ArrayList<>();
    List<Failure> failures = new ArrayList<>();
    List<UUID> pending = new ArrayList<>();
    List<UUID> unsent = new ArrayList<>();
    jobs.forEach(job -> display.addJob(job.id(), job.expectedResults()));
    for (Job<?> job : jobs) {
      try {
        for (Delivery<?> delivery : job.await(timeout)) {
          if (!download(delivery, files, failures) && !pending.contains(job.id())) {
            pending.add(job.id());
          }
        }
        job.results().forEach(outcome -> addFailure(outcome, failures));
      } catch (JobPendingException late) {
        pending.add(job.id());
        if (late.arrival() == Arrival.NOT_SENT) {
          unsent.add(job.id());
        }
        failures.add(failure(late));
      } catch (JournalException unwritten) {
        failures.add(new Failure(String.valueOf(unwritten.getMessage()), ExitStatus.USER_ERROR));
      } catch (ApiException failed) {
        failures.add(failure(failed));
      }
    }
    return new Result(files, failures, pending, unsent);
  }

  private boolean download(Delivery<?> delivery, List<Path> files, List<Failure> failures) {
    try {
      delivery.downloadAll(directory).forEach(file -> files.add(file.file()));
      return true;
    } catch (DownloadException failed) {
      failures.add(new Failure(String.valueOf(failed.getMessage()), ExitStatus.USER_ERROR));
      return false;
    }
  }

  private static void addFailure(Outcome<?> outcome, List<Failure> failures) {
    if (outcome instanceof Outcome.Failed<?> failed) {
      failures.add(new Failure(failed.error().toString(), ExitStatus.FINDINGS));
    }
  }

  private static Failure failure(ApiException refused) {
    return new Failure(String.valueOf(refused.getMessage()), status(refused.category()));
  }

  /** A task that never left is a failure to reach the server; another may still be done. */
  private static Failure failure(JobPendingException late) {
    @Nullable ApiError error = late.arrival() == Arrival.NOT_SENT ? late.lastError() : null;
    return new Failure(
        String.valueOf(late.getMessage()),
        error == null ? ExitStatus.FINDINGS : status(error.category()));
  }

  private static int status(ErrorCategory category) {
    return switch (category) {
      case CONNECTION, AUTH -> ExitStatus.USER_ERROR;
      default -> ExitStatus.FINDINGS;
    };
  }
}
