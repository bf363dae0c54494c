package dev.callsheet.runtime.internal.journal;

import dev.callsheet.runtime.client.journal.JournalEntry;
import dev.callsheet.runtime.client.journal.JournalEntry.Acknowledged;
import dev.callsheet.runtime.client.journal.JournalEntry.Finished;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The positions of the lines of each unacknowledged job in a session's file. */
final class JobIndex {
  /**
   * A line's place.
   *
   * @param offset where it begins
   * @param length in bytes, with the line break
   */
  record LinePosition(long offset, int length) {}

  private static final class IndexedJob {
    final List<LinePosition> positions = new ArrayList<>(4);
    @Nullable Instant finished;
  }

  private final Map<UUID, IndexedJob> jobs = new LinkedHashMap<>();
  private long retainedBytes;

  /** Adds a line that was written. */
  void add(JournalEntry entry, LinePosition place) {
    if (entry instanceof Acknowledged) {
      remove(entry.job());
      return;
    }
    var indexed = jobs.computeIfAbsent(entry.job(), job -> new IndexedJob());
    indexed.positions.add(place);
    retainedBytes += place.length();
    if (entry instanceof Finished) {
      indexed.finished = entry.timestamp();
    }
  }

  private void remove(UUID job) {
    var indexed = jobs.remove(job);
    if (indexed != null) {
      retainedBytes -= size(indexed);
    }
  }

  /** Forgets the jobs that were finished before that. */
  void removeFinishedBefore(Instant moment) {
    jobs.values()
        .removeIf(
            indexed -> {
              var old = indexed.finished != null && indexed.finished.isBefore(moment);
              retainedBytes -= old ? size(indexed) : 0;
              return old;
            });
  }

  private static long size(IndexedJob indexed) {
    return indexed.positions.stream().mapToLong(LinePosition::length).sum();
  }

  /** The same jobs, with their lines one after the other from there on. */
  JobIndex relocatedTo(long start) {
    var relocated = new JobIndex();
    var offset = start;
    for (var old : jobs.entrySet()) {
      var indexed = new IndexedJob();
      indexed.finished = old.getValue().finished;
      for (var place : old.getValue().positions) {
        indexed.positions.add(new LinePosition(offset, place.length()));
        offset += place.length();
      }
      relocated.jobs.put(old.getKey(), indexed);
    }
    relocated.retainedBytes = retainedBytes;
    return relocated;
  }

  /** The places of all lines, job by job. */
  List<LinePosition> positions() {
    return jobs.values().stream().flatMap(indexed -> indexed.positions.stream()).toList();
  }

  boolean contains(UUID job) {
    return jobs.containsKey(job);
  }

  Set<UUID> jobs() {
    return jobs.keySet();
  }

  List<LinePosition> positions(UUID job) {
    var indexed = jobs.get(job);
    return indexed == null ? List.of() : indexed.positions;
  }

  /** The length of all lines that are still needed. */
  long retainedBytes() {
    return retainedBytes;
  }
}
