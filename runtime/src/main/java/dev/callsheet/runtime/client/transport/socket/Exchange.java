package dev.callsheet.runtime.client.transport.socket;

import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.client.transport.Message;
import dev.callsheet.runtime.client.transport.Message.Purpose;
import dev.callsheet.runtime.client.wire.Item;
import dev.callsheet.runtime.client.wire.Reply;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * A message that was sent and what has come back for it: the first word on each of its tasks.
 * Changes on the loop only.
 */
final class Exchange {
  private static final int OK = 200;

  private final CompletableFuture<Reply> reply = new CompletableFuture<>();
  private final Set<UUID> open;
  private final List<Item> items = new ArrayList<>();
  private final List<ApiError> errors = new ArrayList<>();
  private final Purpose purpose;
  private final long sent;
  private boolean begun;

  /**
   * @param sent the moment when it was sent
   */
  Exchange(Message message, long sent) {
    this.open = new HashSet<>(message.tasks());
    this.purpose = message.purpose();
    this.sent = sent;
  }

  CompletableFuture<Reply> reply() {
    return reply;
  }

  Purpose purpose() {
    return purpose;
  }

  long sent() {
    return sent;
  }

  /** The tasks that nothing has been said of. */
  Set<UUID> open() {
    return open;
  }

  boolean isOver() {
    return reply.isDone();
  }

  /** Whether anything has been said. */
  boolean hasBegun() {
    return begun;
  }

  /** Takes in what is said of one of its tasks; when that was the last one, the reply is there. */
  void take(UUID task, Mention mention) {
    begun = true;
    open.remove(task);
    items.addAll(mention.items());
    mention.errors().stream().filter(this::canAnswer).forEach(errors::add);
    if (open.isEmpty()) {
      conclude();
    }
  }

  /** That a task is known already is never said to a poll: it answers an earlier submission. */
  private boolean canAnswer(ApiError error) {
    return purpose == Purpose.SUBMISSION || !error.isConflict();
  }

  /** Nothing more is waited for: what has come is the reply. */
  void conclude() {
    reply.complete(new Reply.Answer(OK, null, items, errors));
  }

  /** Nobody knows what became of the message. */
  void fail(ApiError error) {
    reply.complete(new Reply.NoAnswer(error, null));
  }
}
