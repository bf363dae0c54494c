package dev.callsheet.runtime.internal.journal;

import dev.callsheet.runtime.client.journal.JobRecord;
import dev.callsheet.runtime.client.journal.JobRecord.Owner;
import dev.callsheet.runtime.client.journal.JournalEntry;
import dev.callsheet.runtime.client.journal.JournalEntryJson;
import dev.callsheet.runtime.client.journal.JournalProblem;
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
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The file that a session writes to, made when there is something to write. When most of it is no
 * longer needed, what is needed moves to a new one. Not thread-safe.
 */
final class SessionJournal {
  private static final long COMPACTION_THRESHOLD = 1 << 20; // bytes
  private static final int COPY_BATCH_SIZE = 1 << 22; // bytes
  private static final Duration EXPIRY_INTERVAL = Duration.ofHours(1);

  private final JournalDirectory directory;
  private final Scope scope;
  private final Duration retention;
  private JobIndex index = new JobIndex();
  private @Nullable JournalFile file;
  private Instant lastExpiry = Instant.now();

  SessionJournal(JournalDirectory directory, Scope scope, Duration retention) {
    this.directory = directory;
    this.scope = scope;
    this.retention = retention;
  }

  /** Adds entries; on return they are on disk, after an exception none of them is. */
  void append(List<? extends JournalEntry> entries) throws IOException {
    appendLines(
        entries,
        entries.stream().map(entry -> JournalLine.encode(JournalEntryJson.write(entry))).toList());
    compactIfWorthwhile();
  }

  /** Adds the entries that these lines stand for. */
  void appendLines(List<? extends JournalEntry> entries, List<byte[]> lines) throws IOException {
    var place = file().length();
    file().append(lines);
    for (var i = 0; i < lines.size(); i++) {
      index.add(entries.get(i), new JobIndex.LinePosition(place, lines.get(i).length));
      place += lines.get(i).length;
    }
  }

  private JournalFile file() throws IOException {
    var now = file;
    if (now == null) {
      now = JournalFile.create(directory, directory.newOwnedName(), scope);
      file = now;
    } else if (!Files.exists(now.path())) {
      now = compact(now); // the file was deleted from outside; the open channel still has all of it
    }
    return now;
  }

  private void compactIfWorthwhile() throws IOException {
    var now = Instant.now();
    if (lastExpiry.plus(EXPIRY_INTERVAL).isBefore(now)) {
      lastExpiry = now;
      index.removeFinishedBefore(now.minus(retention));
    }
    var old = file();
    if (old.length() > COMPACTION_THRESHOLD && index.retainedBytes() < old.length() / 2) {
      compact(old);
    }
  }

  /** Copies the needed lines to a new file. A crash in between leaves two files that agree. */
  private JournalFile compact(JournalFile old) throws IOException {
    var fresh = JournalFile.create(directory, directory.newOwnedName(), scope);
    var relocated = index.relocatedTo(fresh.length());
    try {
      var load = new ArrayList<byte[]>();
      var weight = 0;
      for (var place : index.positions()) {
        load.add(old.read(place.offset(), place.length()));
        weight += place.length();
        if (weight > COPY_BATCH_SIZE) {
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
    index = relocated;
    old.delete();
    return fresh;
  }

  boolean contains(UUID job) {
    return index.contains(job);
  }

  /** What it says of a job. */
  Optional<JobRecord> record(UUID job) throws IOException {
    var entries = new ArrayList<JournalEntry>();
    for (var place : index.positions(job)) {
      var line = file().read(place.offset(), place.length());
      JournalLine.decode(Arrays.copyOf(line, line.length - 1))
          .map(JournalEntryJson::read)
          .ifPresent(entries::add);
    }
    return JobRecord.of(entries, scope, Owner.THIS_SESSION);
  }

  /** What it says of all jobs. */
  List<JobRecord> records(JournalProblems problems) {
    index.removeFinishedBefore(Instant.now().minus(retention));
    var records = new ArrayList<JobRecord>();
    for (var job : List.copyOf(index.jobs())) {
      try {
        record(job).ifPresent(records::add);
      } catch (IOException e) {
        problems.add(
            new JournalProblem(
                directory.toString(),
                "cannot be read: " + JournalDirectory.reason(e),
                Set.of(job)));
      }
    }
    return records;
  }

  /** Releases the file; returns its new path, if there are jobs in it. */
  @Nullable Path release() throws IOException {
    var released = file;
    file = null;
    if (released == null) {
      return null;
    }
    if (index.jobs().isEmpty()) {
      released.delete();
      return null;
    }
    return released.release();
  }
}
