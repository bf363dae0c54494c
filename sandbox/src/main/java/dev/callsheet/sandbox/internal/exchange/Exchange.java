package dev.callsheet.sandbox.internal.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request and its reply, or a message over a WebSocket, as they were sent.
 *
 * @param id the same for an exchange whatever becomes of it
 * @param number grows with each exchange, and when one changes
 * @param at when it began
 * @param line method and address, such as {@code POST /v1}
 * @param headers of the request, one a line; those with keys are covered
 * @param request the body of the request, or the message; long ones are cut
 * @param status of the reply; null as long as there is none, and for a message
 * @param reply the body of the reply; empty as long as there is none
 * @param end how it ended where that was not with a reply; null while it has not, or has
 */
public record Exchange(
    long id,
    long number,
    Instant at,
    String line,
    String headers,
    String request,
    @Nullable Integer status,
    String reply,
    @Nullable String end) {

  /** Whether it names a task: in its address, its request or its reply. */
  public boolean mentions(String task) {
    return line.contains(task) || request.contains(task) || reply.contains(task);
  }

  Exchange numbered(long now) {
    return new Exchange(id == 0 ? now : id, now, at, line, headers, request, status, reply, end);
  }

  /** About how much memory it takes, in characters. */
  long weight() {
    return 200L + line.length() + headers.length() + request.length() + reply.length();
  }
}
