package dev.callsheet.runtime.internal.platform;

import dev.callsheet.runtime.ModelRequest;
import dev.callsheet.runtime.ModelResult;
import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.client.job.UnreadableField;
import dev.callsheet.runtime.internal.datauri.DataUri;
import dev.callsheet.runtime.internal.download.ResultMedia;
import dev.callsheet.runtime.internal.job.Protocol;
import dev.callsheet.runtime.internal.job.Repetition;
import dev.callsheet.runtime.internal.wire.ApiReply;
import dev.callsheet.runtime.internal.wire.ApiReply.ParsedReply;
import dev.callsheet.runtime.internal.wire.CostField;
import dev.callsheet.runtime.internal.wire.ErrorCodes;
import dev.callsheet.runtime.internal.wire.SubmissionStatus;
import dev.callsheet.runtime.internal.wire.TaskUpdate;
import dev.callsheet.runtime.internal.wire.WireJson;
import dev.callsheet.runtime.protocol.Condition;
import dev.callsheet.runtime.protocol.Locator;
import dev.callsheet.runtime.protocol.PlatformProtocol;
import dev.callsheet.runtime.protocol.PlatformProtocol.Media;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a description says of bodies, lost replies and results.
 *
 * @param description the description
 */
public record DescribedProtocol(PlatformProtocol description) implements Protocol {
  @Override
  public byte[] submissionBody(ModelRequest<?> request) {
    JsonNode input = WireJson.MAPPER.valueToTree(request);
    var body = SubmissionBody.of(description.submit(), request.modelType().id(), input);
    return WireJson.line(body);
  }

  @Override
  public Repetition repetition() {
    var once = description.once();
    return once.key() != null
        ? Repetition.SEND_AGAIN
        : once.find() != null ? Repetition.LOOK_UP : Repetition.NEVER;
  }

  @Override
  public String taskId(String reference) {
    return TaskReference.parse(reference).id();
  }

  /** Only a list that has every task, and that could be read to its end. */
  @Override
  public boolean provesAbsence(ApiReply reply) {
    var find = description.once().find();
    return find != null
        && find.complete()
        && reply instanceof ParsedReply list
        && list.errors().isEmpty();
  }

  /** Only the statuses that the description lists prove that nothing was taken. */
  @Override
  public SubmissionStatus submissionStatus(ApiReply reply, UUID job, boolean repeated) {
    if (reply instanceof ParsedReply parsed && !parsed.items().isEmpty()) {
      return new SubmissionStatus.Accepted(TaskUpdate.of(parsed, job, true), false);
    }
    var error =
        reply
            .firstError()
            .orElseGet(
                () ->
                    ErrorCodes.localError(ErrorCodes.UNRECOGNIZED, "The reply says nothing", null));
    var isRefused = isRefused(reply.status());
    if (isRefused && !error.isRetryable()) {
      return new SubmissionStatus.Refused(error);
    }
    return new SubmissionStatus.Unknown(
        error, reply.retryAfter(), !isRefused && !isNotSent(reply, error));
  }

  private boolean isRefused(int status) {
    return description.once().refused().stream()
        .anyMatch(pattern -> Condition.matches(pattern, status));
  }

  private static boolean isNotSent(ApiReply reply, ApiError error) {
    return reply.status() == 0 && ErrorCodes.isNotSent(error);
  }

  @Override
  public Optional<ParsedReply> notification(byte[] body) {
    return Optional.empty();
  }

  /** The media that the first form finds which finds any. */
  @Override
  public List<ResultMedia> media(ModelResult result, JsonNode json) {
    return description.result().media().stream()
        .map(form -> form.each().in(json).stream().flatMap(node -> media(form, node)).toList())
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static Stream<ResultMedia> media(Media form, JsonNode node) {
    if (form.url() == null && form.base64() == null) {
      return address(node).map(address -> ResultMedia.at(address, null));
    }
    var addresses = texts(form.url(), node).flatMap(DescribedProtocol::address).toList();
    return addresses.isEmpty()
        ? texts(form.base64(), node)
            .filter(JsonNode::isString)
            .map(text -> new ResultMedia(null, null, text.stringValue(), null, null))
        : addresses.stream().map(address -> ResultMedia.at(address, null));
  }

  private static Stream<JsonNode> texts(@Nullable Locator place, JsonNode node) {
    return place == null ? Stream.empty() : place.in(node).stream();
  }

  private static Stream<String> address(JsonNode node) {
    return node.stringValueOpt().stream()
        .filter(
            text ->
                text.startsWith("https:") || text.startsWith("http:") || DataUri.isDataUri(text));
  }

  @Override
  public Optional<BigDecimal> cost(JsonNode json) {
    var cost = description.result().cost();
    return cost == null
        ? Optional.empty()
        : cost.at().in(json).stream()
            .findFirst()
            .flatMap(units -> new CostField(units).amount())
            .map(units -> units.multiply(cost.usd()));
  }

  @Override
  public boolean renewsResults() {
    return description.result().renew();
  }

  @Override
  public List<UnreadableField> unreadableFields(JsonNode json) {
    return List.of();
  }
}
