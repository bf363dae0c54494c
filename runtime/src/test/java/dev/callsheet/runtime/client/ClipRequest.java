package dev.callsheet.runtime.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.callsheet.runtime.ModelRequest;
import dev.callsheet.runtime.ModelType;
import dev.callsheet.runtime.Problem;
import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.Violation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request as generated code has them. */
@JsonPropertyOrder({"taskType", "taskUUID", "model"})
public record ClipRequest(
    @JsonProperty("taskUUID") UUID taskUUID,
    @JsonProperty("positivePrompt") String positivePrompt,
    @JsonProperty("duration") @Nullable Integer duration,
    @JsonProperty("numberResults") int expectedResults)
    implements ModelRequest<Clip> {
  public static final ModelType<ClipRequest, Clip> TYPE =
      new ModelType<>("runware", "acme:clip@1", "Acme Clip", ClipRequest::validate, Clip.class);

  public static ClipRequest of(int results) {
    return new ClipRequest(UUID.randomUUID(), "a whale", null, results);
  }

  static ClipRequest prompt(String prompt) {
    return new ClipRequest(UUID.randomUUID(), prompt, null, 1);
  }

  @JsonProperty("taskType")
  String taskType() {
    return "videoInference";
  }

  @JsonProperty("model")
  String model() {
    return TYPE.id();
  }

  @Override
  public UUID jobId() {
    return taskUUID;
  }

  @Override
  public ModelType<?, Clip> modelType() {
    return TYPE;
  }

  @Override
  public List<Violation> check() {
    return TYPE.checker().check(this);
  }

  private static List<Violation> validate(ClipRequest request) {
    return switch (request.positivePrompt) {
      case "" ->
          List.of(violation(Severity.ERROR, "wrong-length", "positivePrompt is 2 to 2500 long"));
      case "odd" -> List.of(violation(Severity.WARNING, "prompt-names-elements", "an odd prompt"));
      default -> List.of();
    };
  }

  private static Violation violation(Severity severity, String rule, String message) {
    return new Violation(
        rule, severity, "/positivePrompt", new Problem.BrokenRule(message), List.of());
  }
}
