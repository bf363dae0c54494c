package dev.callsheet.sandbox.internal.service;

import dev.callsheet.sandbox.internal.render.AcceptedTask;
import java.util.function.Consumer;

/**
 * How a request came, as far as it makes a difference to its tasks.
 *
 * @param isDryRun whether tasks are only validated and priced, and nothing is stored
 * @param isReplyNamed whether the caller knows what a reply is to by the UUID in it alone, since
 *     all replies come over one connection
 * @param onAccepted called for every accepted task
 */
public record RequestContext(
    boolean isDryRun, boolean isReplyNamed, Consumer<AcceptedTask> onAccepted) {

  /** A request whose reply is the reply to nothing else. */
  public static RequestContext http(boolean isDryRun) {
    return new RequestContext(isDryRun, false, accepted -> {});
  }

  /** A message on a connection. */
  public static RequestContext webSocket(boolean isDryRun, Consumer<AcceptedTask> onAccepted) {
    return new RequestContext(isDryRun, true, onAccepted);
  }
}
