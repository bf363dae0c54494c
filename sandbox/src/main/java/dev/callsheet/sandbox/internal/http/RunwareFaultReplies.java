package dev.callsheet.sandbox.internal.http;

import dev.callsheet.sandbox.behavior.WireFault.Effect;
import dev.callsheet.sandbox.internal.fault.FaultPayloads;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The replies of faults as Runware has them.
 *
 * @param tasks those of the request; empty where it has none
 */
record RunwareFaultReplies(List<JsonNode> tasks) implements FaultReplies {
  @Override
  public PreparedHttpReply of(Effect.Status effect) {
    return PreparedHttpReply.json(
            effect.status(), FaultPayloads.errorEnvelope(FaultPayloads.of(effect)))
        .withRetryAfter(effect.retryAfter());
  }

  @Override
  public PreparedHttpReply of(Effect.ErrorOnly effect) {
    return PreparedHttpReply.json(
        200, FaultPayloads.errorEnvelope(FaultPayloads.of(effect, tasks)));
  }
}
