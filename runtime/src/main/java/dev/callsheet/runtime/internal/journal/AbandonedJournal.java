package dev.callsheet.runtime.internal.journal;

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
   * Reads a file; empty if its tasks are of another scope.
   *
   * @param oldest when a finished job may have been finished at the earliest
   */
  static Optional<AbandonedJournal> of(JournalFile file, Scope scope, Instant oldest)
      throws IOException {
    var contents = file.read();
    if (!scope.equals(contents.scope())) {
      return Optional.empty();
    }
    var jobs = new LinkedHashMap<UUID, JobRecord>();
    contents
        .jobs()
        .forEach(
            (job, lines) ->
                JobRecord.of(
                        lines.stream().map(StoredEntry::entry).toList(), scope, Owner.THIS_SESSION)
                    .filter(record -> isRetained(record, oldest))
                    .ifPresent(record -> jobs.put(job, record)));
    return Optional.of(new AbandonedJournal(file, contents, jobs));
  }

  private static boolean isRetained(JobRecord job, Instant oldest) {
    return switch (job.phase()) {
      case ACKNOWLEDGED -> false;
      case FINISHED -> !job.lastChanged().isBefore(oldest);
      default -> true;
    };
  }

  /**
   * Moves the wanted jobs to another file and the others to a new one, then removes this one. A
   * crash in between leaves jobs in two files with the same entries.
   */
  void moveTo(
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
      file.close();
      return;
    }
    if (!moving.isEmpty()) {
      own.appendLines(moving.stream().map(StoredEntry::entry).toList(), lines(moving));
    }
    if (!staying.isEmpty()) {
      var rest = JournalFile.create(directory, directory.newReleasedName(), scope);
      rest.append(lines(staying));
      rest.close();
    }
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
