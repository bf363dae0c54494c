package dev.callsheet.runtime.client.journal.file;

import dev.callsheet.runtime.client.journal.Scope;
import dev.callsheet.runtime.client.wire.Wire;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** The first line of a file: what it is, and whose tasks are in it. */
final class Header {
  private static final String KIND = "callsheet";
  private static final int VERSION = 1;

  private Header() {}

  static byte[] line(Scope scope) {
    var json =
        Wire.MAPPER
            .createObjectNode()
            .put("journal", KIND)
            .put("version", VERSION)
            .put("endpoint", scope.endpoint().toString())
            .put("account", scope.account())
            .put("process", ProcessHandle.current().pid())
            .put("begun", Instant.now().toString());
    return Line.of(json.toString());
  }

  /** Whose tasks the file has; empty when the line is not the header of a file known here. */
  static Optional<Scope> scope(String json) {
    var header = Wire.MAPPER.readTree(json);
    return KIND.equals(header.path("journal").asString(""))
            && header.path("version").asInt(0) == VERSION
        ? Optional.of(
            new Scope(
                URI.create(header.path("endpoint").asString("")),
                header.path("account").asString("")))
        : Optional.empty();
  }
}
