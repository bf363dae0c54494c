package dev.callsheet.runtime.internal.job;

import dev.callsheet.runtime.ModelResult;
import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.client.error.ErrorClassification;
import dev.callsheet.runtime.client.job.Outcome;
import dev.callsheet.runtime.internal.download.Downloader;
import dev.callsheet.runtime.internal.wire.ReplyItem;
import dev.callsheet.runtime.internal.wire.WireJson;
import java.util.List;
import java.util.UUID;
import java.util.function.IntConsumer;
import tools.jackson.core.JacksonException;

/**
 * Reads the items of one task into typed results.
 *
 * @param onDownloaded told the number of each result that is brought to disk
 */
record ResultReader<R extends ModelResult>(
    UUID task, Class<R> type, Downloader downloader, IntConsumer onDownloaded)
    implements ResultCollector.ItemReader<R> {

  @Override
  public Outcome<R> read(ReplyItem item, int number) {
    if (item.taskUUID() == null) {
      item.json().put("taskUUID", task.toString());
    }
    try {
      var result = WireJson.MAPPER.treeToValue(item.json(), type);
      return new Outcome.Delivered<>(
          new DownloadableDelivery<>(result, item, number, downloader, () -> onDownloaded.accept(number)));
    } catch (JacksonException e) {
      return new Outcome.Failed<>(unreadableResult(item, e));
    }
  }

  /** The result was made and paid for: the error keeps it, whole. */
  private ApiError unreadableResult(ReplyItem item, JacksonException cause) {
    return new ApiError(
        ErrorClassification.of("unrecognizedResponse", null),
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
