package dev.callsheet.runtime.internal.journal;

import dev.callsheet.runtime.client.journal.Scope;
import dev.callsheet.runtime.internal.wire.WireJson;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a file: what it is, and whose tasks are in it.
 *
 * @param scope whose tasks they are; null if the file cannot be read here
 * @param defect why not, as the rest of a sentence about the file; empty if it can
 */
record JournalFileHeader(@Nullable Scope scope, String defect) {
  private static final String KIND = "callsheet";
  private static final int VERSION = 2;
  private static final JournalFileHeader FOREIGN =
      new JournalFileHeader(null, "is no file of a journal, or its first line is damaged");

  static byte[] line(Scope scope) {
    var json =
        WireJson.MAPPER
            .createObjectNode()
            .put("journal", KIND)
            .put("version", VERSION)
            .put("endpoint", scope.endpoint().toString())
            .put("account", scope.account())
            .put("process", ProcessHandle.current().pid())
            .put("begun", Instant.now().toString());
    return JournalLine.encode(json.toString());
  }

  /** Reads a line without its line break. */
  static JournalFileHeader of(byte[] line) {
    try {
      return JournalLine.decode(line).map(JournalFileHeader::of).orElse(FOREIGN);
    } catch (RuntimeException notOurs) {
      return FOREIGN;
    }
  }

  private static JournalFileHeader of(String json) {
    var header = WireJson.MAPPER.readTree(json);
    if (!KIND.equals(header.path("journal").asString(""))) {
      return FOREIGN;
    }
    var version = header.path("version").asInt(0);
    if (version != VERSION) {
      return new JournalFileHeader(
          null,
          "was written by another version of Callsheet: it has format %d, and this one reads %d"
              .formatted(version, VERSION));
    }
    var endpoint = URI.create(header.path("endpoint").asString(""));
    return new JournalFileHeader(new Scope(endpoint, header.path("account").asString("")), "");
  }
}
