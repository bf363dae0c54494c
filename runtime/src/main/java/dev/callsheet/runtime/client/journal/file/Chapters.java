package dev.callsheet.runtime.client.journal.file;

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
final class Chapters {
  /**
   * A line's place.
   *
   * @param offset where it begins
   * @param length in bytes, with the line break
   */
  record Place(long offset, int length) {}

  private static final class Chapter {
    final List<Place> places = new ArrayList<>(4);
    @Nullable Instant finished;
  }

  private final Map<UUID, Chapter> chapters = new LinkedHashMap<>();
  private long bytes;

  /** Notes a line that was written. */
  void add(JournalEntry entry, Place place) {
    if (entry instanceof Acknowledged) {
      remove(entry.job());
      return;
    }
    var chapter = chapters.computeIfAbsent(entry.job(), job -> new Chapter());
    chapter.places.add(place);
    bytes += place.length();
    if (entry instanceof Finished) {
      chapter.finished = entry.at();
    }
  }

  private void remove(UUID job) {
    var chapter = chapters.remove(job);
    if (chapter != null) {
      bytes -= size(chapter);
    }
  }

  /** Forgets the jobs that were finished before that. */
  void forgetFinishedBefore(Instant moment) {
    chapters
        .values()
        .removeIf(
            chapter -> {
              var old = chapter.finished != null && chapter.finished.isBefore(moment);
              bytes -= old ? size(chapter) : 0;
              return old;
            });
  }

  private static long size(Chapter chapter) {
    return chapter.places.stream().mapToLong(Place::length).sum();
  }

  /** The same jobs, with their lines one after the other from there on. */
  Chapters laidOutFrom(long start) {
    var laidOut = new Chapters();
    var offset = start;
    for (var old : chapters.entrySet()) {
      var chapter = new Chapter();
      chapter.finished = old.getValue().finished;
      for (var place : old.getValue().places) {
        chapter.places.add(new Place(offset, place.length()));
        offset += place.length();
      }
      laidOut.chapters.put(old.getKey(), chapter);
    }
    laidOut.bytes = bytes;
    return laidOut;
  }

  /** The places of all lines, job by job. */
  List<Place> places() {
    return chapters.values().stream().flatMap(chapter -> chapter.places.stream()).toList();
  }

  boolean has(UUID job) {
    return chapters.containsKey(job);
  }

  Set<UUID> jobs() {
    return chapters.keySet();
  }

  List<Place> places(UUID job) {
    var chapter = chapters.get(job);
    return chapter == null ? List.of() : chapter.places;
  }

  /** The length of all lines that are still needed. */
  long bytes() {
    return bytes;
  }
}
