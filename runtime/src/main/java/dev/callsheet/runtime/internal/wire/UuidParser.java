package dev.callsheet.runtime.internal.wire;

import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Reads identifiers that may be missing or malformed. */
final class UuidParser {
  private UuidParser() {}

  static Optional<UUID> parse(String word) {
    try {
      return Optional.of(UUID.fromString(word));
    } catch (IllegalArgumentException notOne) {
      return Optional.empty();
    }
  }

  static Optional<UUID> taskUuid(JsonNode message) {
    return message.path("taskUUID").stringValueOpt().flatMap(UuidParser::parse);
  }
}
