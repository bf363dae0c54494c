package dev.callsheet.sandbox.internal.exchange;

import dev.callsheet.runtime.internal.secrets.SecretText;
import dev.callsheet.sandbox.internal.ledger.TaskKey;
import dev.callsheet.sandbox.ledger.ReceivedRequest;
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
 * @param named the tasks that are named in what is cut, in either direction
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
    NamedTasks named,
    @Nullable String end) {
  /**
   * Tasks named beyond what is kept.
   *
   * @param inRequest as {@link TaskNames#found} has them
   * @param inReply the same
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
  public record NamedTasks(long[] inRequest, long[] inReply) {
    static final NamedTasks NONE = new NamedTasks(new long[0], new long[0]);

    private boolean has(String task) {
      return TaskNames.isAmong(inRequest, task) || TaskNames.isAmong(inReply, task);
    }

    private long weight() {
      return Long.BYTES * ((long) inRequest.length + inReply.length);
    }
  }

  /** The line of a message over a WebSocket, and of one that the sandbox sent. */
  public static final String MESSAGE = "WebSocket message";

  public static final String SENT_FRAME = "WebSocket frame sent";

  /**
   * Whether it names a task: in its address, its request or its reply.
   *
   * @param task the {@link TaskKey} of it
   */
  public boolean mentions(String task) {
    return TaskKey.isNamedIn(task, line)
        || TaskKey.isNamedIn(task, request)
        || TaskKey.isNamedIn(task, reply)
        || named.has(task);
  }

  /** Whether it is a message over a WebSocket, in either direction, which has no reply. */
  public boolean isMessage() {
    return line.equals(MESSAGE) || line.equals(SENT_FRAME);
  }

  /** Whether it was sent to the sandbox, and not by it. */
  boolean isReceived() {
    return !line.equals(SENT_FRAME);
  }

  /** The request of it, for those who test what was sent; what looks like a key is covered. */
  public ReceivedRequest asRequest() {
    boolean isMessage = line.equals(MESSAGE);
    int space = line.indexOf(' ');
    return new ReceivedRequest(
        at,
        isMessage ? ReceivedRequest.WEBSOCKET : line.substring(0, space),
        isMessage ? "" : SecretText.covered(line.substring(space + 1)),
        SecretText.covered(headers),
        CoveredBody.of(request),
        status,
        CoveredBody.of(reply));
  }

  Exchange numbered(long now) {
    return new Exchange(
        id == 0 ? now : id, now, at, line, headers, request, status, reply, named, end);
  }

  /** About how much memory it takes, in characters. */
  long weight() {
    return 200L
        + line.length()
        + headers.length()
        + request.length()
        + reply.length()
        + named.weight();
  }
}
