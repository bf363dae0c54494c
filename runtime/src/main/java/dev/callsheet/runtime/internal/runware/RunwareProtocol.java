package dev.callsheet.runtime.internal.runware;

import dev.callsheet.runtime.JsonPointer;
import dev.callsheet.runtime.MediaKind;
import dev.callsheet.runtime.ModelRequest;
import dev.callsheet.runtime.ModelResult;
import dev.callsheet.runtime.client.job.UnreadableField;
import dev.callsheet.runtime.internal.datauri.DataUri;
import dev.callsheet.runtime.internal.download.ResultMedia;
import dev.callsheet.runtime.internal.job.Protocol;
import dev.callsheet.runtime.internal.job.Repetition;
import dev.callsheet.runtime.internal.wire.ApiReply;
import dev.callsheet.runtime.internal.wire.ApiReply.ParsedReply;
import dev.callsheet.runtime.internal.wire.CostField;
import dev.callsheet.runtime.internal.wire.MediaAddress;
import dev.callsheet.runtime.internal.wire.MediaFields;
import dev.callsheet.runtime.internal.wire.NotificationReader;
import dev.callsheet.runtime.internal.wire.SubmissionStatus;
import dev.callsheet.runtime.internal.wire.WireJson;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * Runware's protocol: the caller chooses a task's UUID, by which it is asked for; a result says by
 * the names of its fields what it is.
 *
 * @param notifications reads what comes unasked
 */
public record RunwareProtocol(NotificationReader notifications) implements Protocol {
  @Override
  public byte[] submissionBody(ModelRequest<?> request) {
    return WireJson.line(List.of(request));
  }

  /** Nobody knows how long it remembers UUIDs; see {@code TaskSubmission}. */
  @Override
  public Repetition repetition() {
    return Repetition.LOOK_UP;
  }

  @Override
  public SubmissionStatus submissionStatus(ApiReply reply, UUID job, boolean repeated) {
    return SubmissionStatus.of(reply, job, repeated);
  }

  @Override
  public String taskId(String reference) {
    return reference;
  }

  /** It need not: a second task with the UUID of the first would be refused. */
  @Override
  public boolean provesAbsence(ApiReply reply) {
    return true;
  }

  @Override
  public Optional<ParsedReply> notification(byte[] body) {
    return notifications.read(body);
  }

  /** As the result's type says, and where that does not know, as the JSON does. */
  @Override
  public List<ResultMedia> media(ModelResult result, JsonNode json) {
    var fields = new MediaFields(json);
    var addresses = fields.mediaUrls();
    var kind = fields.kind().or(() -> kindOfTask(json.path("taskType").asString(""))).orElse(null);
    var address =
        Optional.ofNullable(result.mediaURL())
            .or(() -> addresses.stream().findFirst().flatMap(MediaAddress::parse));
    var base64 = Optional.ofNullable(result.mediaBase64Data()).or(fields::base64Data);
    var dataUri =
        Optional.ofNullable(result.mediaDataURI())
            .or(fields::dataURI)
            .or(() -> address.map(URI::toString).filter(DataUri::isDataUri))
            .or(() -> base64.filter(DataUri::isDataUri));
    var media = new ArrayList<ResultMedia>();
    media.add(
        new ResultMedia(
            address.filter(uri -> !DataUri.isDataUri(uri.toString())).orElse(null),
            dataUri.orElse(null),
            base64.orElse(null),
            kind,
            addresses.stream().findFirst().orElse(null)));
    addresses.stream().skip(1).forEach(other -> media.add(ResultMedia.at(other, kind)));
    return media;
  }

  private static Optional<MediaKind> kindOfTask(String type) {
    return switch (type) {
      case "imageInference" -> Optional.of(MediaKind.IMAGE);
      case "videoInference" -> Optional.of(MediaKind.VIDEO);
      case "audioInference" -> Optional.of(MediaKind.AUDIO);
      case "3dInference" -> Optional.of(MediaKind.MODEL_3D);
      default -> Optional.empty();
    };
  }

  @Override
  public Optional<BigDecimal> cost(JsonNode json) {
    return CostField.of(json).amount();
  }

  @Override
  public List<UnreadableField> unreadableFields(JsonNode json) {
    var odd = new ArrayList<UnreadableField>();
    if (CostField.of(json).isUnreadable()) {
      odd.add(unreadable(json, "cost", "it is no amount of money"));
    }
    new MediaFields(json)
        .unreadableAddresses()
        .forEach(name -> odd.add(unreadable(json, name, "it is no address")));
    return odd;
  }

  private static UnreadableField unreadable(JsonNode json, String name, String reason) {
    return new UnreadableField(JsonPointer.ROOT.child(name), json.path(name), reason);
  }
}
