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

  /**
   * The model that the value at a place names; empty where the value is something else. Envelopes
   * name it beside their request, which need not be there yet, and tasks in a member at their top.
   *
   * @param item the task or the envelope
   * @param place pointer from the item
   */
  static Optional<ModelReference> namedModel(JsonNode item, JsonPointer place, KnownSpecs specs) {
    if (RequestEnvelope.isEnvelope(item)
        && place.equals(JsonPointer.ROOT.child(RequestEnvelope.MODEL))) {
      return specs.inEnvelope(item).map(specs::reference);
    }
    return of(item, place, specs)
        .filter(
            task ->
                task.place().steps().size() == 1
                    && task.place()
                        .last()
                        .equals(task.model().spec().metadata().identity().model()))
        .map(TaskAtCursor::model);
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
