package dev.callsheet.journal.postgresql;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.callsheet.runtime.MediaDurations;
import dev.callsheet.runtime.ModelRequest;
import dev.callsheet.runtime.ModelType;
import dev.callsheet.runtime.Price;
import dev.callsheet.runtime.Violation;
import dev.callsheet.runtime.client.RawRequest;
import dev.callsheet.runtime.client.RawResult;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The request of a job in a queue. It was checked when it came, and keeps the id and the price that
 * it had then.
 */
record QueuedRequest(
    UUID jobId, String platform, String model, int expectedResults, JsonNode task, Price price)
    implements ModelRequest<RawResult> {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  /** What is written down of a request. */
  static QueuedRequest of(ModelRequest<?> request) {
    var id = request.jobId();
    return new QueuedRequest(
        id == null ? UUID.randomUUID() : id,
        request.modelType().platform(),
        request.modelType().id(),
        request.expectedResults(),
        JSON.valueToTree(request),
        request.price());
  }

  static JsonNode read(String task) {
    return JSON.readTree(task);
  }

  String write() {
    return JSON.writeValueAsString(task);
  }

  @Override
  public ModelType<JsonNode, RawResult> modelType() {
    return RawRequest.type(platform, model);
  }

  /** The task, as it is sent. */
  @JsonValue
  @Override
  public JsonNode task() {
    return task;
  }

  @Override
  public List<Violation> check() {
    return List.of();
  }

  @Override
  public Price price(MediaDurations durations) {
    return price;
  }
}
