package dev.callsheet.runtime.internal.platform;

import dev.callsheet.runtime.internal.wire.WireJson;
import dev.callsheet.runtime.protocol.Locator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a platform calls a task: its id, and the addresses that are about it. In the journal, the id
 * alone is written as it is, one with addresses as a JSON object.
 *
 * @param names {@code id} and the links by their names
 */
record TaskReference(Map<String, String> names) {
  private static final String ID = "id";

  /** What a reply says of a task; empty where it has no id. */
  static Optional<TaskReference> of(
      PlatformReply reply, @Nullable Locator id, Map<String, Locator> links) {
    var names = new TreeMap<String, String>();
    links.forEach((name, place) -> reply.text(place).ifPresent(link -> names.put(name, link)));
    return Optional.ofNullable(id)
        .flatMap(reply::text)
        .map(
            text -> {
              names.put(ID, text);
              return new TaskReference(names);
            });
  }

  /** Reads what {@link #text} wrote. */
  static TaskReference parse(String text) {
    var names = new LinkedHashMap<String, String>();
    try {
      if (text.startsWith("{") && WireJson.MAPPER.readTree(text) instanceof ObjectNode json) {
        json.properties().forEach(link -> names.put(link.getKey(), link.getValue().asString("")));
        return new TaskReference(names);
      }
    } catch (JacksonException notOurs) {
      // an id that begins with a brace
    }
    names.put(ID, text);
    return new TaskReference(names);
  }

  String id() {
    return names.getOrDefault(ID, "");
  }

  /** It in one line. */
  String text() {
    return names.size() == 1 ? id() : WireJson.MAPPER.writeValueAsString(names);
  }
}
