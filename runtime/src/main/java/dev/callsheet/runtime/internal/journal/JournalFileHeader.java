package dev.callsheet.runtime.internal.journal;

import dev.callsheet.runtime.client.journal.Scope;
import dev.callsheet.runtime.internal.wire.WireJson;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** The first line of a file: what it is, and whose tasks are in it. */
final class JournalFileHeader {
  private static final String KIND = "callsheet";
  private static final int VERSION = 1;

  private JournalFileHeader() {}

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

  /** Whose tasks the file has; empty when the line is not the header of a file known here. */
  static Optional<Scope> scope(String json) {
    var header = WireJson.MAPPER.readTree(json);
    return KIND.equals(header.path("journal").asString(""))
            && header.path("version").asInt(0) == VERSION
        ? Optional.of(
            new Scope(
                URI.create(header.path("endpoint").asString("")),
                header.path("account").asString("")))
        : Optional.empty();
  }
}
