package dev.callsheet.runtime.client;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.callsheet.runtime.Checker;
import dev.callsheet.runtime.MediaDurations;
import dev.callsheet.runtime.ModelRequest;
import dev.callsheet.runtime.ModelType;
import dev.callsheet.runtime.Price;
import dev.callsheet.runtime.Violation;
import dev.callsheet.runtime.internal.runware.RunwarePlatform;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A task as JSON, for any model: it is sent as it is. Nothing is checked before, unless a checker
 * is given.
 */
public final class RawRequest implements ModelRequest<RawResult> {
  /** The name of the platform that a request is for whose JSON says itself what it is. */
  public static final String PLATFORM = RunwarePlatform.NAME;

  private final ObjectNode task;
  private final String platform;
  private final String model;
  private final int expectedResults;
  private final UUID jobId;
  private final Checker<JsonNode> checker;
  private final @Nullable Price price;

  private RawRequest(
      ObjectNode task,
      String platform,
      String model,
      int expectedResults,
      UUID jobId,
      Checker<JsonNode> checker,
      @Nullable Price price) {
    this.task = task;
    this.platform = platform;
    this.model = model;
    this.expectedResults = expectedResults;
    this.jobId = jobId;
    this.checker = checker;
    this.price = price;
  }

  /**
   * A request from one task object. A task without {@code taskUUID} gets one.
   *
   * @throws IllegalArgumentException if it is not a JSON object with a {@code taskType}, or its
   *     {@code taskUUID} is not a UUID
   */
  public static RawRequest of(JsonNode task) {
    if (!(task instanceof ObjectNode object) || !object.path("taskType").isString()) {
      throw new IllegalArgumentException("A task is a JSON object with a taskType");
    }
    var copy = object.deepCopy();
    if (!copy.has("taskUUID")) {
      copy.put("taskUUID", UUID.randomUUID().toString());
    }
    var model = copy.path("model").asString("");
    return new RawRequest(
        copy,
        PLATFORM,
        model.isEmpty() ? copy.path("taskType").asString() : model,
        Math.max(1, copy.path("numberResults").asInt(1)),
        uuid(copy.path("taskUUID")),
        anything -> List.of(),
        null);
  }

  /**
   * A request for a model of a platform whose requests need not say what they are. Its job has one
   * result: all that the platform answers.
   *
   * @param platform the platform's name, such as {@code fal}
   * @param model the model's id there, such as {@code fal-ai/flux/dev}
   * @param input the model's input
   * @throws IllegalArgumentException if the input is not a JSON object
   */
  public static RawRequest of(String platform, String model, JsonNode input) {
    if (!(input instanceof ObjectNode object)) {
      throw new IllegalArgumentException("The input of a model is a JSON object");
    }
    return new RawRequest(
        object.deepCopy(), platform, model, 1, UUID.randomUUID(), anything -> List.of(), null);
  }

  /**
   * The type of tasks for a model, to attach to one by its id.
   *
   * @param platform the name of who sells the model, such as {@code runware}
   * @param model its id; of a task without a model, the kind of task
   */
  public static ModelType<JsonNode, RawResult> type(String platform, String model) {
    return type(platform, model, anything -> List.of());
  }

  /** The same request, validated by a checker before it is sent. */
  public RawRequest withChecker(Checker<JsonNode> checker) {
    return new RawRequest(task, platform, model, expectedResults, jobId, checker, price);
  }

  /** The same request, known to cost this. */
  public RawRequest withPrice(Price estimate) {
    return new RawRequest(task, platform, model, expectedResults, jobId, checker, estimate);
  }

  /** The task, as it is sent. */
  @JsonValue
  public JsonNode task() {
    return task.deepCopy();
  }

  @Override
  public ModelType<JsonNode, RawResult> modelType() {
    return type(platform, model, checker);
  }

  /** The task's {@code taskUUID}, or an id of its own where requests have none. */
  @Override
  public UUID jobId() {
    return jobId;
  }

  /** The task's {@code numberResults}; 1 where it has none, and at other platforms. */
  @Override
  public int expectedResults() {
    return expectedResults;
  }

  @Override
  public List<Violation> check() {
    return checker.check(task());
  }

  @Override
  public Price price(MediaDurations durations) {
    return price == null ? ModelRequest.super.price(durations) : price;
  }

  /** Only what identifies the task: prompts and media can be long. */
  @Override
  public String toString() {
    return "RawRequest " + jobId;
  }

  private static ModelType<JsonNode, RawResult> type(
      String platform, String model, Checker<JsonNode> checker) {
    return new ModelType<>(platform, model, model, checker, RawResult.class);
  }

  private static UUID uuid(JsonNode value) {
    try {
      return UUID.fromString(value.asString(""));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("taskUUID is not a UUID: " + value, e);
    }
  }
}
