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

/** Where in a session's file the lines of each job are that is not acknowledged yet. */
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

  /** Notes a line that was written. */
  void add(JournalEntry entry, LinePosition place) {
    if (entry instanceof Acknowledged) {
      remove(entry.job());
      return;
    }
    var chapter = jobs.computeIfAbsent(entry.job(), job -> new IndexedJob());
    chapter.positions.add(place);
    retainedBytes += place.length();
    if (entry instanceof Finished) {
      chapter.finished = entry.timestamp();
    }
  }

  private void remove(UUID job) {
    var chapter = jobs.remove(job);
    if (chapter != null) {
      retainedBytes -= size(chapter);
    }
  }

  /** Forgets the jobs that were finished before that. */
  void removeFinishedBefore(Instant moment) {
    jobs.values()
        .removeIf(
            chapter -> {
              var old = chapter.finished != null && chapter.finished.isBefore(moment);
              retainedBytes -= old ? size(chapter) : 0;
              return old;
            });
  }

  private static long size(IndexedJob chapter) {
    return chapter.positions.stream().mapToLong(LinePosition::length).sum();
  }

  /** The same jobs, with their lines one after the other from there on. */
  JobIndex relocatedTo(long start) {
    var laidOut = new JobIndex();
    var offset = start;
    for (var old : jobs.entrySet()) {
      var chapter = new IndexedJob();
      chapter.finished = old.getValue().finished;
      for (var place : old.getValue().positions) {
        chapter.positions.add(new LinePosition(offset, place.length()));
        offset += place.length();
      }
      laidOut.jobs.put(old.getKey(), chapter);
    }
    laidOut.retainedBytes = retainedBytes;
    return laidOut;
  }

  /** The places of all lines, job by job. */
  List<LinePosition> positions() {
    return jobs.values().stream().flatMap(chapter -> chapter.positions.stream()).toList();
  }

  boolean contains(UUID job) {
    return jobs.containsKey(job);
  }

  Set<UUID> jobs() {
    return jobs.keySet();
  }

  List<LinePosition> positions(UUID job) {
    var chapter = jobs.get(job);
    return chapter == null ? List.of() : chapter.positions;
  }

  /** The length of all lines that are still needed. */
  long retainedBytes() {
    return retainedBytes;
  }
}
