package dev.callsheet.runtime.internal.job;

import static java.util.stream.Collectors.toSet;

import dev.callsheet.runtime.ModelResult;
import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.client.job.Outcome;
import dev.callsheet.runtime.client.job.UnreadableField;
import dev.callsheet.runtime.internal.download.Downloader;
import dev.callsheet.runtime.internal.messages.DisplayText;
import dev.callsheet.runtime.internal.wire.ErrorCodes;
import dev.callsheet.runtime.internal.wire.ReplyItem;
import dev.callsheet.runtime.internal.wire.ResultReader;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/** Reads the delivered items of one task into typed results, each once. On the loop only. */
final class ResultCollector<R extends ModelResult> {
  private static final int MAX_REASON_LENGTH = 200;

  private final UUID job;
  private final Class<R> type;
  private final Protocol protocol;
  private final Downloader downloader;
  private final JobAcknowledgement acknowledgement;
  private final ResultRenewal renewal;
  private final List<Outcome<R>> outcomes = new ArrayList<>();

  ResultCollector(
      UUID job,
      Class<R> type,
      Protocol protocol,
      Downloader downloader,
      JobAcknowledgement acknowledgement,
      ResultRenewal renewal) {
    this.job = job;
    this.type = type;
    this.protocol = protocol;
    this.downloader = downloader;
    this.acknowledgement = acknowledgement;
    this.renewal = renewal;
  }

  /** Reads the items that have been added since the last call, and returns their outcomes. */
  List<Outcome<R>> read(JobResults results) {
    var first = outcomes.size();
    results.delivered().values().stream().skip(first).forEach(item -> outcomes.add(read(item)));
    return List.copyOf(outcomes.subList(first, outcomes.size()));
  }

  /** The outcomes read so far, then the failures. */
  List<Outcome<R>> outcomes(JobResults results) {
    Stream<Outcome<R>> failures = results.missing().stream().map(Outcome.Failed::new);
    return Stream.concat(outcomes.stream(), failures).toList();
  }

  private Outcome<R> read(ReplyItem item) {
    try {
      var read = ResultReader.read(item.json(), job, type);
      return new Outcome.Delivered<>(
          new DownloadableDelivery<>(
              job,
              read.result(),
              unreadableFields(read.unreadable(), protocol.unreadableFields(item.json())),
              item,
              outcomes.size() + 1,
              protocol,
              downloader,
              acknowledgement,
              renewal));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError notAsType) {
      return new Outcome.Failed<>(unreadableResult(item, notAsType));
    }
  }

  /** What the type could not hold, and what is odd about a result of any type; each place once. */
  private static List<UnreadableField> unreadableFields(
      List<UnreadableField> ofType, List<UnreadableField> ofAnyType) {
    var places = ofType.stream().map(UnreadableField::pointer).collect(toSet());
    return Stream.concat(
            ofType.stream(), ofAnyType.stream().filter(odd -> !places.contains(odd.pointer())))
        .toList();
  }

  /** The result was made and paid for, so the error keeps all of it, and the journal the job. */
  private ApiError unreadableResult(ReplyItem item, Throwable cause) {
    var code = ErrorCodes.UNRECOGNIZED;
    return new ApiError(
        ErrorCodes.classify(code, null),
        code,
        "A result cannot be read as " + type.getSimpleName() + ": " + message(cause),
        List.of(),
        item.taskUUID(),
        null,
        item.json());
  }

  private static String message(Throwable cause) {
    var message =
        cause instanceof JacksonException jackson ? jackson.getOriginalMessage() : cause.toString();
    return DisplayText.line(message, MAX_REASON_LENGTH);
  }
}
