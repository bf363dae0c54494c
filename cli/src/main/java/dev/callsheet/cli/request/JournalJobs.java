package dev.callsheet.cli.request;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.runtime.client.error.JournalException;
import dev.callsheet.runtime.client.journal.JobRecord;
import dev.callsheet.runtime.client.journal.JobRecord.Owner;
import dev.callsheet.runtime.client.journal.JobRecord.Phase;
import dev.callsheet.runtime.client.journal.JournalEntry;
import dev.callsheet.runtime.client.journal.Scope;
import dev.callsheet.runtime.client.journal.file.FileJournal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;

/** The jobs in the user's journal, whatever endpoint they were sent to. */
public record JournalJobs(Console console) {
  private static final Scope NONE = new Scope(URI.create("http://nowhere"), "");

  /** All of them, oldest first; what could not be read is warned of. */
  public List<JobRecord> all() {
    try (var session = FileJournal.of(console.environment()).open(NONE)) {
      List<JobRecord> jobs = session.jobs();
      session
          .problems()
          .forEach(
              problem ->
                  console.err().println(console.errStyle().failure("warning:") + " " + problem));
      return jobs;
    } catch (JournalException unreadable) {
      throw new UserErrorException(String.valueOf(unreadable.getMessage()), unreadable);
    }
  }

  /**
   * The job of that id.
   *
   * @throws UserErrorException if there is none
   */
  public static JobRecord find(UUID id, List<JobRecord> known) {
    return known.stream()
        .filter(job -> job.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new UserErrorException(
                    "the journal has no job " + id + ": `callsheet jobs` lists what it has"));
  }

  /**
   * Takes jobs off the journal.
   *
   * @param wanted their ids; where there are none, all that failed without a result
   * @return those that were forgotten
   */
  public List<UUID> forget(List<UUID> wanted) {
    List<JobRecord> known = all();
    List<JobRecord> chosen =
        wanted.isEmpty()
            ? known.stream().filter(JournalJobs::isWorthNothing).toList()
            : wanted.stream().map(id -> find(id, known)).toList();
    for (JobRecord job : chosen) {
      if (job.owner() == Owner.OTHER_SESSION) {
        throw new UserErrorException("another process follows the job " + job.id() + " now");
      }
    }
    chosen.forEach(this::forget);
    return chosen.stream().map(JobRecord::id).toList();
  }

  /** What has results has not been fetched yet: it would be gone from the list otherwise. */
  private static boolean isWorthNothing(JobRecord job) {
    return job.phase() == Phase.FINISHED && job.results().isEmpty() && job.owner() == Owner.NONE;
  }

  private void forget(JobRecord job) {
    try (var session = FileJournal.of(console.environment()).open(job.scope())) {
      if (session.adopt(other -> other.id().equals(job.id())).isEmpty()) {
        throw new UserErrorException("another process follows the job " + job.id() + " now");
      }
      session.append(new JournalEntry.Acknowledged(job.id(), Instant.now())).join();
    } catch (JournalException | CompletionException failed) {
      throw new UserErrorException(
          "job " + job.id() + " could not be forgotten: " + failed.getMessage(), failed);
    }
  }
}
