package dev.callsheet.sandbox.internal.render;

import dev.callsheet.sandbox.internal.media.HostedMedia;
import dev.callsheet.sandbox.internal.media.MediaStore;
import dev.callsheet.sandbox.internal.sample.RecentFiles;
import dev.callsheet.sandbox.internal.sample.SampleDescription;
import dev.callsheet.sandbox.internal.sample.SampleFormat;
import dev.callsheet.sandbox.internal.sample.SampleMedia;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Accepted tasks as JSON, for the sandbox that goes on with them. */
public final class AcceptedTaskJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** What is said of a result that has been restored. */
  @FunctionalInterface
  interface Content {
    Supplier<ObjectNode> of(
        ObjectNode task, HostedMedia media, long seed, @Nullable BigDecimal cost);
  }

  private final MediaStore media;
  private final RecentFiles files;
  private final Content content;

  /** Restores tasks with their results in this store. */
  AcceptedTaskJson(MediaStore media, RecentFiles files, Content content) {
    this.media = media;
    this.files = files;
    this.content = content;
  }

  /** The task with all that becomes of it; its media are described, and made anew. */
  public static ObjectNode write(AcceptedTask task) {
    ObjectNode json =
        JSON.objectNode()
            .put("uuid", task.taskUUID())
            .put("spec", task.specId())
            .put("type", task.taskType())
            .put("sync", task.isSynchronous())
            .put("amount", task.quote().amount())
            .put("why", task.quote().why());
    json.set("request", task.request());
    var results = json.putArray("results");
    for (RenderResult result : task.results()) {
      ObjectNode item =
          results
              .addObject()
              .put("started", result.startedAt().toString())
              .put("finished", result.finishedAt().toString());
      if (result.outcome() instanceof RenderOutcome.Failed failed) {
        item.putObject("failed").put("code", failed.code()).put("message", failed.message());
      } else if (result.outcome() instanceof RenderOutcome.Rendered rendered) {
        item.set("rendered", write(rendered));
      } else if (result.outcome() instanceof RenderOutcome.Written written) {
        item.set("written", written.said());
      }
    }
    return json;
  }

  private static ObjectNode write(RenderOutcome.Rendered rendered) {
    HostedMedia media = rendered.media();
    if (!(media.content() instanceof SampleMedia sample)) {
      throw new IllegalStateException("the result " + media.uuid() + " is no sample");
    }
    SampleDescription description = sample.description();
    ObjectNode json =
        JSON.objectNode()
            .put("uuid", media.uuid().toString())
            .put("stored", media.storedAt().toString())
            .put("expires", media.expires() == null ? null : media.expires().toString())
            .put("seed", rendered.seed())
            .put("cost", rendered.cost())
            .put("format", sample.format().name());
    json.putObject("sample")
        .put("model", description.model())
        .put("prompt", description.prompt())
        .put("seed", description.seed())
        .put("width", description.width())
        .put("height", description.height())
        .put("milliseconds", description.milliseconds())
        .put("framesPerSecond", description.framesPerSecond())
        .put("sampleRate", description.audio().sampleRate())
        .put("channels", description.audio().channels())
        .put("kilobits", description.audio().kilobits());
    return json;
  }

  /** The spec that describes the model of a task that was written, if it is still there. */
  public static Optional<ModelSpec> spec(JsonNode json, String platform, ModelCatalogue catalogue) {
    return json.path("spec")
        .stringValueOpt()
        .flatMap(id -> catalogue.find(platform, id).or(() -> catalogue.find(id)));
  }

  /** The task that was written. */
  AcceptedTask read(JsonNode json) {
    String taskUUID = json.path("uuid").asString();
    ObjectNode request = (ObjectNode) json.path("request");
    List<RenderResult> results = new ArrayList<>();
    for (JsonNode item : json.path("results")) {
      results.add(
          new RenderResult(
              Instant.parse(item.path("started").asString()),
              Instant.parse(item.path("finished").asString()),
              outcome(item, taskUUID, request)));
    }
    return new AcceptedTask(
        taskUUID,
        json.path("spec").stringValueOpt().orElse(null),
        json.path("type").asString(),
        request,
        new TaskQuote(amount(json.path("amount")), json.path("why").asString()),
        json.path("sync").asBoolean(),
        results);
  }

  private RenderOutcome outcome(JsonNode item, String taskUUID, ObjectNode request) {
    if (item.path("written") instanceof ObjectNode said) {
      return new RenderOutcome.Written(said);
    }
    JsonNode failed = item.path("failed");
    return failed.isObject()
        ? new RenderOutcome.Failed(
            failed.path("code").asString(), failed.path("message").asString())
        : rendered(item.path("rendered"), taskUUID, request);
  }

  private RenderOutcome.Rendered rendered(JsonNode json, String taskUUID, ObjectNode request) {
    JsonNode sample = json.path("sample");
    SampleDescription description =
        new SampleDescription(
            sample.path("model").asString(),
            sample.path("prompt").asString(),
            sample.path("seed").asLong(),
            sample.path("width").asInt(),
            sample.path("height").asInt(),
            sample.path("milliseconds").asLong(),
            sample.path("framesPerSecond").asInt(),
            new SampleDescription.AudioSettings(
                sample.path("sampleRate").asInt(),
                sample.path("channels").asInt(),
                sample.path("kilobits").asInt()));
    HostedMedia stored =
        media.restore(
            UUID.fromString(json.path("uuid").asString()),
            taskUUID,
            new SampleMedia(
                description, SampleFormat.valueOf(json.path("format").asString()), files),
            Instant.parse(json.path("stored").asString()),
            json.path("expires").stringValueOpt().map(Instant::parse).orElse(null));
    long seed = json.path("seed").asLong();
    BigDecimal cost = amount(json.path("cost"));
    return new RenderOutcome.Rendered(stored, seed, cost, content.of(request, stored, seed, cost));
  }

  private static @Nullable BigDecimal amount(JsonNode value) {
    return value.isNumber() ? value.decimalValue() : null;
  }
}
