package dev.callsheet.runtime.internal.job;

import dev.callsheet.runtime.ModelRequest;
import dev.callsheet.runtime.ModelResult;
import dev.callsheet.runtime.client.job.UnreadableField;
import dev.callsheet.runtime.internal.download.ResultMedia;
import dev.callsheet.runtime.internal.wire.ApiReply;
import dev.callsheet.runtime.internal.wire.ApiReply.ParsedReply;
import dev.callsheet.runtime.internal.wire.SubmissionStatus;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * What the pipeline must know of a platform, beside how messages {@linkplain
 * dev.callsheet.runtime.internal.transport.Transport travel}. Nothing else in the pipeline depends
 * on whose platform it is.
 */
public interface Protocol {
  /** The body that submits a request, in one line; every attempt sends the same bytes. */
  byte[] submissionBody(ModelRequest<?> request);

  /** What is done about a submission whose reply was lost. */
  Repetition repetition();

  /**
   * What the reply to a submission means for the task.
   *
   * @param repeated whether this client has sent the task before
   */
  SubmissionStatus submissionStatus(ApiReply reply, UUID job, boolean repeated);

  /** The id in a reference, which may hold more, such as the addresses that are about a task. */
  String taskId(String reference);

  /** Whether the reply to a lookup that does not mention the task proves that it was not taken. */
  boolean provesAbsence(ApiReply reply);

  /** The body of a webhook as a reply; empty if no task is named in it, or it cannot be read. */
  Optional<ParsedReply> notification(byte[] body);

  /**
   * The media of a result; empty where there are none.
   *
   * @param json what the result was read from
   */
  List<ResultMedia> media(ModelResult result, JsonNode json);

  /** What a result cost in US dollars, where the platform says so. */
  Optional<BigDecimal> cost(JsonNode json);

  /** Whether a task that has ended can be asked for again, for addresses that have not expired. */
  default boolean renewsResults() {
    return false;
  }

  /** What is odd about the fields that results of all its models have. */
  List<UnreadableField> unreadableFields(JsonNode json);
}
