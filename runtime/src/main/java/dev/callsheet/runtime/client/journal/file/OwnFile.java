package dev.callsheet.runtime.client.journal.file;

import dev.callsheet.runtime.client.journal.EntryJson;
import dev.callsheet.runtime.client.journal.JobRecord;
import dev.callsheet.runtime.client.journal.JobRecord.Following;
import dev.callsheet.runtime.client.journal.JournalEntry;
import dev.callsheet.runtime.client.journal.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The file that a session writes to, made when there is something to write. When most of it is no
 * longer needed, what is needed moves to a new one. Not thread-safe.
 */
final class OwnFile {
  private static final long WORTH_A_MOVE = 1 << 20; // bytes
  private static final int LOAD = 1 << 22; // bytes
  private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);

  private final Shelf shelf;
  private final Scope scope;
  private final Duration keeping;
  private Chapters chapters = new Chapters();
  private @Nullable JournalFile file;
  private Instant swept = Instant.now();

  OwnFile(Shelf shelf, Scope scope, Duration keeping) {
    this.shelf = shelf;
    this.scope = scope;
    this.keeping = keeping;
  }

  /** Adds entries; on return they are on disk, after an exception none of them is. */
  void append(List<? extends JournalEntry> entries) throws IOException {
    copy(entries, entries.stream().map(entry -> Line.of(EntryJson.write(entry))).toList());
    tidy();
  }

  /** Adds the entries that these lines stand for. */
  void copy(List<? extends JournalEntry> entries, List<byte[]> lines) throws IOException {
    var place = file().length();
    file().append(lines);
    for (var i = 0; i < lines.size(); i++) {
      chapters.add(entries.get(i), new Chapters.Place(place, lines.get(i).length));
      place += lines.get(i).length;
    }
  }

  private JournalFile file() throws IOException {
    var now = file;
    if (now == null) {
      now = JournalFile.create(shelf, shelf.newName(), scope);
      file = now;
    } else if (!Files.exists(now.path())) {
      now = moved(now); // someone took the file away: the open one still has everything
    }
    return now;
  }

  private void tidy() throws IOException {
    var now = Instant.now();
    if (swept.plus(BETWEEN_SWEEPS).isBefore(now)) {
      swept = now;
      chapters.forgetFinishedBefore(now.minus(keeping));
    }
    var old = file();
    if (old.length() > WORTH_A_MOVE && chapters.bytes() < old.length() / 2) {
      moved(old);
    }
  }

  /** Moves what is needed to a new file. A crash on the way leaves two that say the same. */
  private JournalFile moved(JournalFile old) throws IOException {
    var fresh = JournalFile.create(shelf, shelf.newName(), scope);
    var laidOut = chapters.laidOutFrom(fresh.length());
    try {
      var load = new ArrayList<byte[]>();
      var weight = 0;
      for (var place : chapters.places()) {
        load.add(old.read(place.offset(), place.length()));
        weight += place.length();
        if (weight > LOAD) {
          fresh.append(load);
          load.clear();
          weight = 0;
        }
      }
      fresh.append(load);
    } catch (IOException e) {
      fresh.delete();
      throw e;
    }
    file = fresh;
    chapters = laidOut;
    old.delete();
    return fresh;
  }

  boolean has(UUID job) {
    return chapters.has(job);
  }

  boolean isAt(Path path) {
    return file != null && file.path().equals(path);
  }

  /** What it says of a job. */
  Optional<JobRecord> record(UUID job) throws IOException {
    var entries = new ArrayList<JournalEntry>();
    for (var place : chapters.places(job)) {
      var line = file().read(place.offset(), place.length());
      Line.json(Arrays.copyOf(line, line.length - 1)).map(EntryJson::read).ifPresent(entries::add);
    }
    return JobRecord.of(entries, scope, Following.THIS);
  }

  List<JobRecord> records() throws IOException {
    chapters.forgetFinishedBefore(Instant.now().minus(keeping));
    var records = new ArrayList<JobRecord>();
    for (var job : List.copyOf(chapters.jobs())) {
      record(job).ifPresent(records::add);
    }
    return records;
  }

  /** Gives the file up; returns where it is now, if jobs are in it. */
  @Nullable Path release() throws IOException {
    var released = file;
    file = null;
    if (released == null) {
      return null;
    }
    if (chapters.jobs().isEmpty()) {
      released.delete();
      return null;
    }
    return released.release();
  }
}
