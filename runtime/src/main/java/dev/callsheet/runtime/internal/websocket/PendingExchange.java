package dev.callsheet.runtime.internal.websocket;

import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.internal.transport.TransportRequest;
import dev.callsheet.runtime.internal.transport.TransportRequest.Purpose;
import dev.callsheet.runtime.internal.wire.ApiReply;
import dev.callsheet.runtime.internal.wire.ErrorCodes;
import dev.callsheet.runtime.internal.wire.ReplyItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * A message that was sent, and its reply as far as it has come: the first mention of each of its
 * tasks. Changes on the loop only.
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

  /** The tasks that have not been mentioned. */
  Set<UUID> openTasks() {
    return openTasks;
  }

  boolean isDone() {
    return reply.isDone();
  }

  /** Whether any of its tasks has been mentioned. */
  boolean isPartlyAnswered() {
    return isPartlyAnswered;
  }

  /** Adds the first mention of one of its tasks; that of the last one completes the reply. */
  void add(UUID task, TaskFrame frame) {
    isPartlyAnswered = true;
    openTasks.remove(task);
    items.addAll(frame.items());
    frame.errors().stream().filter(this::canAnswer).forEach(errors::add);
    if (openTasks.isEmpty()) {
      complete();
    }
  }

  /** A conflict never answers a poll: it answers an earlier submission of the task. */
  private boolean canAnswer(ApiError error) {
    return purpose == Purpose.SUBMISSION || !ErrorCodes.isConflict(error);
  }

  /** Completes the reply with what has come. */
  void complete() {
    reply.complete(new ApiReply.ParsedReply(OK, null, items, errors));
  }

  /** Completes the reply with an error: it is not known whether the message arrived. */
  void fail(ApiError error) {
    reply.complete(new ApiReply.Failure(error, null));
  }
}
