package dev.callsheet.runtime.internal.journal;

import dev.callsheet.runtime.client.journal.JournalEntryJson;
import dev.callsheet.runtime.client.journal.Scope;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is in a file. A line that is damaged counts for nothing: the last one was being written when
 * its process died, and nothing was done that relied on it.
 *
 * @param scope whose tasks they are; null when the first line cannot be read
 * @param jobs the entries of each job, in the order they were written
 * @param isIntact whether no line but the last is damaged
 * @param validLength where the last sound line ends
 */
record JournalFileContents(
    @Nullable Scope scope, Map<UUID, List<StoredEntry>> jobs, boolean isIntact, long validLength) {

  static JournalFileContents read(InputStream file) throws IOException {
    Scope scope = null;
    var jobs = new LinkedHashMap<UUID, List<StoredEntry>>();
    var offset = 0L;
    var sound = 0L;
    var damaged = false;
    var in = new BufferedInputStream(file, 1 << 16);
    for (var line = next(in); line != null; line = next(in)) {
      var json = JournalLine.decode(line);
      var end = offset + line.length + 1;
      if (offset == 0) {
        scope = json.flatMap(JournalFileHeader::scope).orElse(null);
        sound = end;
      } else if (json.isPresent()) {
        damaged |= sound < offset;
        var entry = JournalEntryJson.read(json.get());
        jobs.computeIfAbsent(entry.job(), job -> new ArrayList<>())
            .add(new StoredEntry(entry, offset, line.length + 1));
        sound = end;
      }
      offset = end;
    }
    return new JournalFileContents(scope, jobs, !damaged, sound);
  }

  /** The next line without its break; null when there is none, or it does not end. */
  private static byte @Nullable [] next(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream(1024);
    for (var b = in.read(); b >= 0; b = in.read()) {
      if (b == '\n') {
        return line.toByteArray();
      }
      line.write(b);
    }
    return null;
  }
}
