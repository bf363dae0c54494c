package dev.callsheet.sandbox.internal.http;

import dev.callsheet.sandbox.behavior.WireFault.Effect;

/** The replies of faults, in the form of the errors of who is played. */
public interface FaultReplies {
  /** An HTTP status with an error. */
  PreparedHttpReply of(Effect.Status effect);

  /** An error alone, in place of an accepted task. */
  PreparedHttpReply of(Effect.ErrorOnly effect);
}
