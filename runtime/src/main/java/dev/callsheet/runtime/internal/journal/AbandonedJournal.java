package dev.callsheet.runtime.internal.journal;

import dev.callsheet.runtime.client.error.JournalException;
import dev.callsheet.runtime.client.journal.JobRecord;
import dev.callsheet.runtime.client.journal.JobRecord.Owner;
import dev.callsheet.runtime.client.journal.Scope;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * A file whose owner is gone, with the jobs in it that may still be wanted.
 *
 * @param file the file, locked
 * @param contents what is in it
 * @param jobs what it says of each job that is not acknowledged and not too old
 */
record AbandonedJournal(JournalFile file, JournalFileContents contents, Map<UUID, JobRecord> jobs) {

  /**
   * Takes the jobs out of what was read of a file; empty if its tasks are of another scope.
   *
   * @param oldest when a finished job may have been finished at the earliest
   */
  static Optional<AbandonedJournal> of(
      JournalFile file, JournalFileContents contents, Scope scope, Instant oldest) {
    if (!scope.equals(contents.scope())) {
      return Optional.empty();
    }
    var jobs = new LinkedHashMap<UUID, JobRecord>();
    contents
        .jobs()
        .forEach(
            (job, lines) ->
                record(lines, scope)
                    .filter(record -> isRetained(record, oldest))
                    .ifPresent(record -> jobs.put(job, record)));
    return Optional.of(new AbandonedJournal(file, contents, jobs));
  }

  private static Optional<JobRecord> record(List<StoredEntry> lines, Scope scope) {
    return JobRecord.of(lines.stream().map(StoredEntry::entry).toList(), scope, Owner.THIS_SESSION);
  }

  private static boolean isRetained(JobRecord job, Instant oldest) {
    return switch (job.phase()) {
      case ACKNOWLEDGED -> false;
      case FINISHED -> !job.lastChanged().isBefore(oldest);
      default -> true;
    };
  }

  /**
   * Copies the wanted jobs to another file and the others to a new one. A crash before this one is
   * {@linkplain #remove removed} leaves jobs in two files with the same entries.
   *
   * @return whether all of it is copied; not if nothing in it is wanted
   * @throws IOException if it cannot be read
   * @throws JournalException if the copies cannot be written
   */
  boolean copyTo(
      SessionJournal own, Predicate<JobRecord> wanted, JournalDirectory directory, Scope scope)
      throws IOException {
    var moving = new ArrayList<StoredEntry>();
    var staying = new ArrayList<StoredEntry>();
    for (var job : jobs.values()) {
      if (!own.contains(job.id())) {
        (wanted.test(job) ? moving : staying).addAll(contents.jobs().get(job.id()));
      }
    }
    if (moving.isEmpty() && !staying.isEmpty()) {
      return false;
    }
    var moved = lines(moving);
    var left = lines(staying);
    try {
      if (!moving.isEmpty()) {
        own.appendLines(moving.stream().map(StoredEntry::entry).toList(), moved);
      }
      if (!staying.isEmpty()) {
        var rest = JournalFile.create(directory, directory.newReleasedName(), scope);
        rest.append(left);
        rest.close();
      }
    } catch (IOException e) {
      throw directory.unusableException(JournalDirectory.reason(e), e);
    }
    return true;
  }

  /** Removes the file, or sets it aside where a person may find something in it. */
  void remove() throws IOException {
    if (contents.isIntact()) {
      file.delete();
    } else {
      file.quarantine();
    }
  }

  private List<byte[]> lines(List<StoredEntry> places) throws IOException {
    var lines = new ArrayList<byte[]>();
    for (var place : places) {
      lines.add(file.read(place.offset(), place.length()));
    }
    return lines;
  }
}
