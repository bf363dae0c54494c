package dev.callsheet.spec.repair;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One operation of a JSON Patch (RFC 6902).
 *
 * @param op {@code add}, {@code remove}, {@code replace} or {@code move}
 * @param path JSON pointer to where it is done
 * @param from JSON pointer to what is moved; null unless something is
 * @param value what is put there; null where nothing is
 */
public record Operation(String op, String path, @Nullable String from, @Nullable JsonNode value) {

  static Operation remove(String path) {
    return new Operation("remove", path, null, null);
  }

  static Operation add(String path, JsonNode value) {
    return new Operation("add", path, null, value);
  }

  static Operation replace(String path, JsonNode value) {
    return new Operation("replace", path, null, value);
  }

  static Operation move(String from, String path) {
    return new Operation("move", path, from, null);
  }

  /** The same in a value that holds, at a pointer, the one this is for. */
  Operation within(String outer) {
    return new Operation(op, outer + path, from == null ? null : outer + from, value);
  }
}
