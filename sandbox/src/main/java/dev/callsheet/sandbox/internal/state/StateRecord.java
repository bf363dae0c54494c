package dev.callsheet.sandbox.internal.state;

import dev.callsheet.runtime.internal.journal.JournalLine;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One line of a state file.
 *
 * @param key of the owner
 * @param name of the value; null where all values of the owner are forgotten
 * @param value the value; null where it is forgotten
 */
record StateRecord(OwnerKey key, @Nullable String name, @Nullable JsonNode value) {
  /**
   * An owner of values.
   *
   * @param section the section's name
   * @param owner its name in it
   */
  record OwnerKey(String section, String owner) {}

  /**
   * What a request may be nested deeper by in a record of it, and by how many characters a number
   * may be longer that is written in another way.
   */
  private static final int ENVELOPE = 50;

  /** Requests as they came: of any length, with exact decimals, and a little deeper in a record. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxStringLength(Integer.MAX_VALUE)
                          .maxNumberLength(StreamReadConstraints.DEFAULT_MAX_NUM_LEN + ENVELOPE)
                          .maxNestingDepth(StreamReadConstraints.DEFAULT_MAX_DEPTH + ENVELOPE)
                          .build())
                  .streamWriteConstraints(
                      StreamWriteConstraints.builder()
                          .maxNestingDepth(StreamWriteConstraints.DEFAULT_MAX_DEPTH + ENVELOPE)
                          .build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  /** The line, with its line break. */
  byte[] line() {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("in", key.section()).put("of", key.owner());
    if (name != null) {
      json.put("name", name);
    }
    if (value != null) {
      json.set("value", value);
    }
    return encoded(json);
  }

  static byte[] encoded(JsonNode json) {
    return JournalLine.encode(MAPPER.writeValueAsString(json));
  }

  /** What a line without its line break holds; empty where it is damaged. */
  static Optional<JsonNode> json(byte[] line) {
    try {
      return JournalLine.decode(line).map(MAPPER::readTree);
    } catch (JacksonException damaged) {
      return Optional.empty();
    }
  }

  static StateRecord of(JsonNode json) {
    return new StateRecord(
        new OwnerKey(json.path("in").asString(""), json.path("of").asString("")),
        json.path("name").stringValueOpt().orElse(null),
        json.get("value"));
  }
}
