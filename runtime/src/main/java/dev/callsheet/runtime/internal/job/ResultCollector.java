package dev.callsheet.runtime.internal.job;

import dev.callsheet.runtime.ModelResult;
import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.client.job.Outcome;
import dev.callsheet.runtime.internal.download.Downloader;
import dev.callsheet.runtime.internal.wire.ErrorCodes;
import dev.callsheet.runtime.internal.wire.ReplyItem;
import dev.callsheet.runtime.internal.wire.WireJson;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/** Reads the delivered items of one task into typed results, each once. On the loop only. */
final class ResultCollector<R extends ModelResult> {
  private final Class<R> type;
  private final Downloader downloader;
  private final JobAcknowledgement acknowledgement;
  private final List<Outcome<R>> read = new ArrayList<>();

  ResultCollector(Class<R> type, Downloader downloader, JobAcknowledgement acknowledgement) {
    this.type = type;
    this.downloader = downloader;
    this.acknowledgement = acknowledgement;
  }

  /** Reads the items that have been added since the last call, and returns their outcomes. */
  List<Outcome<R>> read(JobResults results) {
    var first = read.size();
    results.delivered().values().stream().skip(first).forEach(item -> read.add(read(item)));
    return List.copyOf(read.subList(first, read.size()));
  }

  /** The outcomes read so far, then the failures. */
  List<Outcome<R>> outcomes(JobResults results) {
    Stream<Outcome<R>> failures = results.missing().stream().map(Outcome.Failed::new);
    return Stream.concat(read.stream(), failures).toList();
  }

  private Outcome<R> read(ReplyItem item) {
    try {
      var result = WireJson.MAPPER.treeToValue(item.json(), type);
      return new Outcome.Delivered<>(
          new DownloadableDelivery<>(result, item, read.size() + 1, downloader, acknowledgement));
    } catch (JacksonException e) {
      return new Outcome.Failed<>(unreadableResult(item, e));
    }
  }

  /** The result was made and paid for, so the error keeps all of it. */
  private ApiError unreadableResult(ReplyItem item, JacksonException cause) {
    return new ApiError(
        ErrorCodes.classify("unrecognizedResponse", null),
        "unrecognizedResponse",
        "The result is not what "
            + type.getSimpleName()
            + " expects: "
            + cause.getOriginalMessage(),
        List.of(),
        item.taskUUID(),
        null,
        item.json());
  }
}
