package dev.callsheet.runtime.client;

import dev.callsheet.runtime.ModelResult;
import dev.callsheet.runtime.client.download.Downloader;
import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.client.error.Classification;
import dev.callsheet.runtime.client.wire.Item;
import dev.callsheet.runtime.client.wire.Wire;
import java.util.List;
import java.util.UUID;
import java.util.function.IntConsumer;
import tools.jackson.core.JacksonException;

/**
 * Reads the items of one task into typed results.
 *
 * @param taken told the number of each result that is brought to disk
 */
record ResultReader<R extends ModelResult>(
    UUID task, Class<R> type, Downloader downloader, IntConsumer taken)
    implements Results.Reader<R> {

  @Override
  public Outcome<R> read(Item item, int number) {
    if (item.taskUUID() == null) {
      item.json().put("taskUUID", task.toString());
    }
    try {
      var result = Wire.MAPPER.treeToValue(item.json(), type);
      return new Outcome.Delivered<>(
          new Delivery<>(result, item, number, downloader, () -> taken.accept(number)));
    } catch (JacksonException e) {
      return new Outcome.Failed<>(unreadable(item, e));
    }
  }

  /** The result was made and paid for: the error keeps it, whole. */
  private ApiError unreadable(Item item, JacksonException cause) {
    return new ApiError(
        Classification.of("unrecognizedResponse", null),
        "unrecognizedResponse",
        "The result is not what "
            + type.getSimpleName()
            + " expects: "
            + cause.getOriginalMessage(),
        List.of(),
        task,
        null,
        item.json());
  }
}
