package dev.callsheet.runtime.internal.journal;

import dev.callsheet.runtime.client.journal.JournalEntry.Acknowledged;
import dev.callsheet.runtime.client.journal.JournalEntry.Submitted;
import dev.callsheet.runtime.client.journal.JournalEntryJson;
import dev.callsheet.runtime.client.journal.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is in a file. A last line that does not end counts for nothing: it was being written when
 * its process died, and nothing was done that relied on it.
 *
 * @param header the first line
 * @param jobs the entries of each job, in the order they were written
 * @param damagedLines the other lines that cannot be read
 * @param validLength where the last line ends that does end
 */
record JournalFileContents(
    JournalFileHeader header,
    Map<UUID, List<StoredEntry>> jobs,
    List<DamagedLine> damagedLines,
    long validLength) {
  /** As long as a line of ours is at most: a result is no longer than the longest string. */
  private static final int MAX_LINE_LENGTH = 1 << 30;

  private static final int MAX_HEADER_LENGTH = 1 << 16;

  static JournalFileContents read(InputStream file) throws IOException {
    var lines = new LineReader(file);
    var first = lines.first(MAX_HEADER_LENGTH);
    var header = JournalFileHeader.of(first == null ? new byte[0] : first.content());
    var jobs = new LinkedHashMap<UUID, List<StoredEntry>>();
    var damaged = new ArrayList<DamagedLine>();
    var valid = first == null ? 0 : first.end();
    if (header.scope() != null) {
      for (var line = lines.next(MAX_LINE_LENGTH);
          line != null;
          line = lines.next(MAX_LINE_LENGTH)) {
        var entry = entry(line);
        if (entry.isPresent()) {
          jobs.computeIfAbsent(entry.get().entry().job(), job -> new ArrayList<>())
              .add(entry.get());
        } else {
          damaged.add(DamagedLine.of(line));
        }
        valid = line.end();
      }
    }
    return new JournalFileContents(header, jobs, damaged, valid);
  }

  private static Optional<StoredEntry> entry(LineReader.Line line) {
    try {
      return line.isTooLong()
          ? Optional.empty()
          : JournalLine.decode(line.content())
              .map(JournalEntryJson::read)
              .map(entry -> new StoredEntry(entry, line.offset(), (int) line.length()));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  /** Whether nothing in it is damaged or missing. */
  boolean isIntact() {
    return damagedLines.isEmpty() && incompleteJobs().isEmpty();
  }

  /** The jobs of which there are entries, but none that says how they were submitted. */
  List<UUID> incompleteJobs() {
    return jobs.entrySet().stream()
        .filter(job -> isIncomplete(job.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean isIncomplete(List<StoredEntry> lines) {
    return lines.stream()
        .map(StoredEntry::entry)
        .noneMatch(entry -> entry instanceof Submitted || entry instanceof Acknowledged);
  }

  /** Whose tasks they are; null when the file cannot be read here. */
  @Nullable Scope scope() {
    return header.scope();
  }
}
