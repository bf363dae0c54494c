package dev.callsheet.runtime.internal.wire;

import dev.callsheet.runtime.JsonPointer;
import dev.callsheet.runtime.client.job.UnreadableField;
import dev.callsheet.runtime.internal.messages.DisplayText;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a delivered item as the type of its model, field by field as far as that goes.
 *
 * <p>Jackson reads all of an item or nothing. An item is paid for, so it is read again without what
 * Jackson objected to, until the rest can be read: every exception says by its path where it was
 * thrown, in a nested object or an element of a list, too. Each round removes something, so there
 * is an end; so that it comes soon, a field with more than a few odd places is removed as a whole.
 * This works for every type that Jackson can read, generated or written by hand, and costs nothing
 * where nothing is odd.
 */
public final class ResultReader {
  private static final int MAX_REMOVALS_IN_FIELD = 8;
  private static final int MAX_REASON_LENGTH = 200;

  private ResultReader() {}

  /**
   * What became of an item.
   *
   * @param result the item as its type, without what could not be read
   * @param unreadable what that was
   */
  public record ReadResult<R>(R result, List<UnreadableField> unreadable) {}

  /**
   * Reads an item.
   *
   * @param task the task it belongs to, whatever it says itself
   * @throws JacksonException if the type can be made of no part of it
   */
  public static <R> ReadResult<R> read(ObjectNode item, UUID task, Class<R> type) {
    try {
      return new ReadResult<>(WireJson.MAPPER.treeToValue(item, type), List.of());
    } catch (JacksonException odd) {
      return readTolerantly(item, task, type);
    }
  }

  private static <R> ReadResult<R> readTolerantly(ObjectNode item, UUID task, Class<R> type) {
    var rest =
        new PrunedObject(item.deepCopy().put("taskUUID", task.toString()), MAX_REMOVALS_IN_FIELD);
    var unreadable = new ArrayList<UnreadableField>();
    while (true) {
      try {
        return new ReadResult<>(
            WireJson.MAPPER.treeToValue(rest.json(), type), List.copyOf(unreadable));
      } catch (JacksonException odd) {
        var place = rest.remove(odd.getPath()).orElseThrow(() -> odd);
        unreadable.removeIf(inner -> place.isPrefixOf(inner.pointer()));
        unreadable.add(new UnreadableField(place, valueAt(item, place), reason(odd)));
      }
    }
  }

  private static JsonNode valueAt(ObjectNode item, JsonPointer place) {
    JsonNode value = item;
    for (var step : place.steps()) {
      value = value.isArray() ? value.path(Integer.parseInt(step)) : value.path(step);
    }
    return value;
  }

  /** What a creator says of itself, or else what the value should have been. */
  private static String reason(JacksonException odd) {
    if (odd instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
      return "it cannot be read as " + nameWithoutPackage(mismatch.getTargetType());
    }
    var cause = odd.getCause() == null ? odd.getOriginalMessage() : odd.getCause().getMessage();
    return DisplayText.line(String.valueOf(cause), MAX_REASON_LENGTH);
  }

  private static String nameWithoutPackage(Class<?> type) {
    var name = type.getTypeName();
    return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
  }
}
