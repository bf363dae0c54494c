package dev.callsheet.linter.repair;

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
public record JsonPatchOperation(
    String op, String path, @Nullable String from, @Nullable JsonNode value) {

  public static JsonPatchOperation remove(String path) {
    return new JsonPatchOperation("remove", path, null, null);
  }

  public static JsonPatchOperation add(String path, JsonNode value) {
    return new JsonPatchOperation("add", path, null, value);
  }

  public static JsonPatchOperation replace(String path, JsonNode value) {
    return new JsonPatchOperation("replace", path, null, value);
  }

  public static JsonPatchOperation move(String from, String path) {
    return new JsonPatchOperation("move", path, from, null);
  }

  /** The same in a value that holds, at a pointer, the one this is for. */
  public JsonPatchOperation prefixedWith(String outer) {
    return new JsonPatchOperation(op, outer + path, from == null ? null : outer + from, value);
  }
}
