package dev.callsheet.cli.lsp.request;

import dev.callsheet.runtime.JsonPointer;
import dev.callsheet.spec.model.RequestEnvelope;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The task that the cursor is in, and its model.
 *
 * @param task as far as it is written
 * @param place of the cursor, from the task
 */
record TaskAtCursor(ModelReference model, JsonNode task, JsonPointer place) {
  /**
   * The task around a place; empty where no model is known, and in an envelope outside of its
   * request.
   *
   * @param item the task or the envelope
   * @param place pointer from the item
   */
  static Optional<TaskAtCursor> of(JsonNode item, JsonPointer place, KnownSpecs specs) {
    JsonPointer inTask = inTask(item, place);
    return inTask == null
        ? Optional.empty()
        : specs
            .dispatch(item)
            .map(found -> new TaskAtCursor(specs.reference(found.model()), found.task(), inTask));
  }

  private static @Nullable JsonPointer inTask(JsonNode item, JsonPointer place) {
    if (!RequestEnvelope.isEnvelope(item)) {
      return place;
    }
    return !place.isRoot() && place.steps().get(0).equals(RequestEnvelope.REQUEST)
        ? place.withoutPrefix(1)
        : null;
  }
}
