package dev.callsheet.sandbox.internal.service;

import dev.callsheet.sandbox.behavior.FailurePlacement;
import dev.callsheet.sandbox.behavior.SandboxBehavior;
import dev.callsheet.sandbox.internal.render.AcceptedTask;
import dev.callsheet.sandbox.internal.render.RenderOutcome;
import dev.callsheet.sandbox.internal.render.RenderResult;
import java.time.Instant;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Says how far a result is, in the API's form. */
public final class ResultItemWriter {
  private final SandboxBehavior behavior;

  /** Writes items in the form that a behavior asks for. */
  public ResultItemWriter(SandboxBehavior behavior) {
    this.behavior = behavior;
  }

  /** Adds the state of a result at that time. */
  public void addState(
      AcceptedTask render, RenderResult result, Instant now, ResponseEnvelope envelope) {
    if (!result.isFinished(now)) {
      envelope.addItem(item(render, "processing").put("progress", result.progress(now)));
    } else {
      addOutcome(render, result, item(render, "success"), envelope);
    }
  }

  /** Adds a finished result as the reply to its submission shows it, which has no status. */
  void addFinished(AcceptedTask render, RenderResult result, ResponseEnvelope envelope) {
    addOutcome(render, result, item(render), envelope);
  }

  private void addOutcome(
      AcceptedTask render, RenderResult result, ObjectNode item, ResponseEnvelope envelope) {
    if (result.outcome() instanceof RenderOutcome.Failed failed) {
      addFailure(render, failed, envelope);
    } else if (result.outcome() instanceof RenderOutcome.Delivered done) {
      envelope.addItem(item.setAll(done.fields()));
    }
  }

  private void addFailure(
      AcceptedTask render, RenderOutcome.Failed failed, ResponseEnvelope envelope) {
    if (behavior.failurePlacement() == FailurePlacement.DATA) {
      ObjectNode item = item(render, "error");
      item.putObject("error").put("code", failed.code()).put("message", failed.message());
      envelope.addItem(item);
    } else {
      envelope.addError(
          ErrorEntry.of(failed.code(), failed.message())
              .withTask(render.taskType(), render.taskUUID())
              .toJson(behavior.errorParameterForm())
              .put("status", "error"));
    }
  }

  private static ObjectNode item(AcceptedTask render, String status) {
    return item(render).put("status", status);
  }

  private static ObjectNode item(AcceptedTask render) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("taskType", render.taskType())
        .put("taskUUID", render.taskUUID());
  }
}
