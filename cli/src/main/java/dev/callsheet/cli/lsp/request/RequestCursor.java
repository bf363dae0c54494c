package dev.callsheet.cli.lsp.request;

import dev.callsheet.cli.lsp.json.PartialJson;
import dev.callsheet.runtime.JsonPointer;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the cursor is in the task or envelope around it. */
sealed interface RequestCursor {
  /** The task or envelope. */
  PartialJson.OfObject item();

  /**
   * At a key, or where one can be written.
   *
   * @param object pointer from the item to the object
   * @param around the object
   * @param key the member whose key is there; null where there is none yet
   */
  record AtKey(
      PartialJson.OfObject item,
      JsonPointer object,
      PartialJson.OfObject around,
      PartialJson.@Nullable Member key)
      implements RequestCursor {}

  /**
   * At a value that is neither object nor list, or where one can be written.
   *
   * @param place pointer from the item to the value
   * @param value null where there is none yet
   */
  record AtValue(PartialJson.OfObject item, JsonPointer place, @Nullable PartialJson value)
      implements RequestCursor {}

  /** The place of an offset; empty outside of every item. */
  static Optional<RequestCursor> at(RequestFile file, int offset) {
    return file.valuesAround(offset).stream()
        .flatMap(
            value ->
                value instanceof PartialJson.OfList list ? list.items().stream() : Stream.of(value))
        .filter(item -> item.contains(offset))
        .filter(PartialJson.OfObject.class::isInstance)
        .map(PartialJson.OfObject.class::cast)
        .findFirst()
        .map(item -> new Search(item, file.text().text(), offset).in(item, JsonPointer.ROOT));
  }

  /** The search for an offset in an item. */
  record Search(PartialJson.OfObject item, String text, int offset) {
    private RequestCursor in(PartialJson.OfObject object, JsonPointer pointer) {
      for (PartialJson.Member member : object.members()) {
        if (member.start() <= offset && offset <= member.keyEnd()) {
          return new AtKey(item, pointer, object, member);
        }
        PartialJson value = member.value();
        if (value != null && isAt(value)) {
          return at(value, pointer.child(member.name()));
        }
        if (member.colon() >= 0 && member.colon() < offset && isBlank(member.colon() + 1)) {
          return new AtValue(item, pointer.child(member.name()), null);
        }
      }
      return new AtKey(item, pointer, object, null);
    }

    private RequestCursor at(PartialJson value, JsonPointer pointer) {
      if (value instanceof PartialJson.OfObject object) {
        return in(object, pointer);
      }
      if (!(value instanceof PartialJson.OfList list)) {
        return new AtValue(item, pointer, value);
      }
      int index = 0;
      for (PartialJson each : list.items()) {
        if (isAt(each)) {
          return at(each, pointer.child(index));
        }
        index += each.end() <= offset ? 1 : 0;
      }
      return new AtValue(item, pointer.child(index), null);
    }

    /** Whether the offset is at a scalar, or inside an object or a list. */
    private boolean isAt(PartialJson value) {
      return value instanceof PartialJson.OfScalar
          ? value.start() <= offset && offset <= value.end()
          : value.contains(offset);
    }

    private boolean isBlank(int from) {
      return text.substring(Math.min(from, offset), offset).isBlank();
    }
  }
}
