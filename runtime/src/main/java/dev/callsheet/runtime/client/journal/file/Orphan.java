package dev.callsheet.runtime.client.journal.file;

import dev.callsheet.runtime.client.journal.JobRecord;
import dev.callsheet.runtime.client.journal.JobRecord.Following;
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
 * A file whose owner is gone, with the jobs in it that someone may still want.
 *
 * @param file the file, locked
 * @param contents what is in it
 * @param jobs what it says of each job that is not acknowledged and not too old
 */
record Orphan(JournalFile file, Contents contents, Map<UUID, JobRecord> jobs) {

  /**
   * Reads a file; empty if its tasks are of another scope.
   *
   * @param oldest when a finished job may have been finished at the earliest
   */
  static Optional<Orphan> of(JournalFile file, Scope scope, Instant oldest) throws IOException {
    var contents = file.read();
    if (!scope.equals(contents.scope())) {
      return Optional.empty();
    }
    var jobs = new LinkedHashMap<UUID, JobRecord>();
    contents
        .jobs()
        .forEach(
            (job, lines) ->
                JobRecord.of(lines.stream().map(Stored::entry).toList(), scope, Following.THIS)
                    .filter(record -> isWanted(record, oldest))
                    .ifPresent(record -> jobs.put(job, record)));
    return Optional.of(new Orphan(file, contents, jobs));
  }

  private static boolean isWanted(JobRecord job, Instant oldest) {
    return switch (job.phase()) {
      case ACKNOWLEDGED -> false;
      case FINISHED -> !job.changed().isBefore(oldest);
      default -> true;
    };
  }

  /**
   * Moves the jobs that are wanted to another file. The others stay behind in a new one, and this
   * one goes away. A crash on the way leaves jobs in two files, which say the same of them.
   */
  void moveTo(OwnFile own, Predicate<JobRecord> wanted, Shelf shelf, Scope scope)
      throws IOException {
    var moving = new ArrayList<Stored>();
    var staying = new ArrayList<Stored>();
    for (var job : jobs.values()) {
      if (!own.has(job.id())) {
        (wanted.test(job) ? moving : staying).addAll(contents.jobs().get(job.id()));
      }
    }
    if (moving.isEmpty() && !staying.isEmpty()) {
      file.close();
      return;
    }
    if (!moving.isEmpty()) {
      own.copy(moving.stream().map(Stored::entry).toList(), lines(moving));
    }
    if (!staying.isEmpty()) {
      var rest = JournalFile.create(shelf, shelf.newFreeName(), scope);
      rest.append(lines(staying));
      rest.close();
    }
    if (contents.intact()) {
      file.delete();
    } else {
      file.setAside();
    }
  }

  private List<byte[]> lines(List<Stored> places) throws IOException {
    var lines = new ArrayList<byte[]>();
    for (var place : places) {
      lines.add(file.read(place.offset(), place.length()));
    }
    return lines;
  }
}
