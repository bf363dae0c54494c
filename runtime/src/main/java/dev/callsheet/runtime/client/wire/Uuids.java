package dev.callsheet.runtime.client.wire;

import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Reads identifiers that may be missing or malformed. */
final class Uuids {
  private Uuids() {}

  static Optional<UUID> parse(String word) {
    try {
      return Optional.of(UUID.fromString(word));
    } catch (IllegalArgumentException notOne) {
      return Optional.empty();
    }
  }

  static Optional<UUID> task(JsonNode message) {
    return message.path("taskUUID").stringValueOpt().flatMap(Uuids::parse);
  }
}
