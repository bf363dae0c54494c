package dev.callsheet.runtime.internal.websocket;

import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.internal.transport.TransportRequest;
import dev.callsheet.runtime.internal.transport.TransportRequest.Purpose;
import dev.callsheet.runtime.internal.wire.ApiReply;
import dev.callsheet.runtime.internal.wire.ReplyItem;
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
final class PendingExchange {
  private static final int OK = 200;

  private final CompletableFuture<ApiReply> reply = new CompletableFuture<>();
  private final Set<UUID> openTasks;
  private final List<ReplyItem> items = new ArrayList<>();
  private final List<ApiError> errors = new ArrayList<>();
  private final Purpose purpose;
  private final long sentAt;
  private boolean isPartlyAnswered;

  /**
   * @param sent the moment when it was sent
   */
  PendingExchange(TransportRequest message, long sent) {
    this.openTasks = new HashSet<>(message.tasks());
    this.purpose = message.purpose();
    this.sentAt = sent;
  }

  CompletableFuture<ApiReply> reply() {
    return reply;
  }

  Purpose purpose() {
    return purpose;
  }

  long sentAt() {
    return sentAt;
  }

  /** The tasks that nothing has been said of. */
  Set<UUID> openTasks() {
    return openTasks;
  }

  boolean isDone() {
    return reply.isDone();
  }

  /** Whether anything has been said. */
  boolean isPartlyAnswered() {
    return isPartlyAnswered;
  }

  /** Takes in what is said of one of its tasks; when that was the last one, the reply is there. */
  void add(UUID task, TaskFrame mention) {
    isPartlyAnswered = true;
    openTasks.remove(task);
    items.addAll(mention.items());
    mention.errors().stream().filter(this::canAnswer).forEach(errors::add);
    if (openTasks.isEmpty()) {
      complete();
    }
  }

  /** That a task is known already is never said to a poll: it answers an earlier submission. */
  private boolean canAnswer(ApiError error) {
    return purpose == Purpose.SUBMISSION || !error.isConflict();
  }

  /** Nothing more is waited for: what has come is the reply. */
  void complete() {
    reply.complete(new ApiReply.ParsedReply(OK, null, items, errors));
  }

  /** Nobody knows what became of the message. */
  void fail(ApiError error) {
    reply.complete(new ApiReply.Failure(error, null));
  }
}
