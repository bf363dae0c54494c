package dev.callsheet.sandbox.api;

import dev.callsheet.sandbox.knob.FailurePlacement;
import dev.callsheet.sandbox.knob.Knobs;
import dev.callsheet.sandbox.render.Outcome;
import dev.callsheet.sandbox.render.Render;
import dev.callsheet.sandbox.render.Result;
import java.time.Instant;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Says how far a result is, in the API's form. */
public final class ResultItems {
  private final Knobs knobs;

  /** Says it as these knobs want it. */
  public ResultItems(Knobs knobs) {
    this.knobs = knobs;
  }

  /** Adds the state of a result at that time. */
  public void add(Render render, Result result, Instant now, Envelope envelope) {
    if (!result.isReady(now)) {
      envelope.add(item(render, "processing").put("progress", result.progress(now)));
    } else {
      addOutcome(render, result, item(render, "success"), envelope);
    }
  }

  /** Adds a finished result as the reply to its submission shows it, which tells no status. */
  void addFinished(Render render, Result result, Envelope envelope) {
    addOutcome(render, result, item(render), envelope);
  }

  private void addOutcome(Render render, Result result, ObjectNode item, Envelope envelope) {
    if (result.outcome() instanceof Outcome.Failed failed) {
      fail(render, failed, envelope);
    } else if (result.outcome() instanceof Outcome.Rendered rendered) {
      envelope.add(item.setAll(rendered.fields()));
    }
  }

  private void fail(Render render, Outcome.Failed failed, Envelope envelope) {
    if (knobs.failurePlacement() == FailurePlacement.DATA) {
      ObjectNode item = item(render, "error");
      item.putObject("error").put("code", failed.code()).put("message", failed.message());
      envelope.add(item);
    } else {
      envelope.report(
          ApiError.of(failed.code(), failed.message())
              .in(render.taskType(), render.taskUUID())
              .toJson(knobs.parameterForm())
              .put("status", "error"));
    }
  }

  private static ObjectNode item(Render render, String status) {
    return item(render).put("status", status);
  }

  private static ObjectNode item(Render render) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("taskType", render.taskType())
        .put("taskUUID", render.taskUUID());
  }
}
