package dev.callsheet.runtime.internal.platform;

import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.internal.wire.ApiReply;
import dev.callsheet.runtime.internal.wire.ApiReply.ParsedReply;
import dev.callsheet.runtime.internal.wire.ErrorCodes;
import dev.callsheet.runtime.internal.wire.ReplyItem;
import dev.callsheet.runtime.internal.wire.ReplyItemState;
import dev.callsheet.runtime.internal.wire.WireJson;
import dev.callsheet.runtime.protocol.PlatformProtocol;
import dev.callsheet.runtime.protocol.PlatformProtocol.ErrorPlace;
import dev.callsheet.runtime.protocol.PlatformProtocol.Poll;
import dev.callsheet.runtime.protocol.RemoteState;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Makes the pipeline's replies of a platform's, by its description. */
final class TaskReplies {
  private static final System.Logger LOG = System.getLogger(TaskReplies.class.getName());
  private static final int MAX_WORDS = 100;

  private final PlatformProtocol protocol;
  private final PlatformErrors errors;
  private final Clock clock;
  private final Set<String> unknownWords = ConcurrentHashMap.newKeySet();

  TaskReplies(PlatformProtocol protocol, PlatformErrors errors, Clock clock) {
    this.protocol = protocol;
    this.errors = errors;
    this.clock = clock;
  }

  /** The task was taken, and is under way. */
  ApiReply running(PlatformReply reply, UUID job, @Nullable TaskReference reference) {
    return item(reply, job, ReplyItemState.RUNNING, progress(reply), null, reference, null);
  }

  /** The task has failed, for what the reply says. */
  ApiReply failed(PlatformReply reply, UUID job, ErrorPlace place, @Nullable TaskReference name) {
    return failed(reply, job, errors.read(reply, place, job), name);
  }

  /** The task counts as failed. */
  ApiReply failed(PlatformReply reply, UUID job, ApiError error, @Nullable TaskReference name) {
    return item(reply, job, ReplyItemState.FAILED, OptionalInt.empty(), error, name, null);
  }

  /** The result is here. */
  ApiReply delivered(PlatformReply reply, UUID job, @Nullable TaskReference reference) {
    var result = reply.nodes(protocol.result().at()).stream().findFirst();
    if (result.isEmpty()) {
      return unreadable(reply, "no result in it");
    }
    var json =
        result.get() instanceof ObjectNode object
            ? object
            : WireJson.MAPPER
                .createObjectNode()
                .set(protocol.result().at().lastName(), result.get());
    return item(reply, job, ReplyItemState.DELIVERED, OptionalInt.empty(), null, reference, json);
  }

  /** The platform does not know the task, or no longer; said again and again, it has failed. */
  ApiReply gone(PlatformReply reply, UUID job) {
    var error =
        ErrorCodes.localError(
            "taskNotFound", protocol.title() + " does not know the task, or no longer", null);
    var about =
        new ApiError(
            error.classification(),
            error.code(),
            error.message(),
            List.of(),
            job,
            reply.status(),
            reply.body());
    return new ParsedReply(reply.status(), wait(reply), List.of(), List.of(about));
  }

  /** The request was refused, which says nothing about the task. */
  ApiReply refused(PlatformReply reply) {
    return new ParsedReply(
        reply.status(),
        wait(reply),
        List.of(),
        List.of(errors.read(reply, ErrorPlace.REFUSAL, null)));
  }

  /** A reply that is not what the description says. */
  ApiReply unreadable(PlatformReply reply, String what) {
    return new ApiReply.Failure(
        ErrorCodes.localError(
            ErrorCodes.UNRECOGNIZED,
            protocol.title() + " answered HTTP " + reply.status() + " with " + what,
            reply.status()),
        wait(reply));
  }

  /** The state that the reply to a poll says; empty where it is none. */
  Optional<RemoteState> state(PlatformReply reply, Poll poll) {
    var place = poll.state();
    return reply
        .state(poll.when())
        .or(
            () ->
                reply.status() >= 300 || place == null
                    ? Optional.empty()
                    : reply.text(place).map(word -> state(word, poll)));
  }

  /** A word that nobody knows is taken for running, and is in the log, once. */
  private RemoteState state(String word, Poll poll) {
    return poll.states().entrySet().stream()
        .filter(state -> state.getValue().contains(word))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseGet(
            () -> {
              if (unknownWords.size() < MAX_WORDS && unknownWords.add(word)) {
                LOG.log(
                    Level.WARNING,
                    "{0} reports the state {1}, which is not known here: it is taken for running",
                    protocol.title(),
                    word);
              }
              return RemoteState.RUNNING;
            });
  }

  /** Whether a task has been under way for longer than any takes. */
  boolean isOverdue(Instant submitted, Poll poll) {
    return clock.instant().isAfter(submitted.plus(poll.giveUp().duration()));
  }

  private OptionalInt progress(PlatformReply reply) {
    var poll = protocol.poll();
    var progress = poll == null ? null : poll.progress();
    if (progress == null) {
      return OptionalInt.empty();
    }
    return reply.nodes(progress.at()).stream()
        .filter(number -> number.isNumber())
        .mapToInt(number -> (int) Math.round(number.asDouble() * 100 / progress.full()))
        .map(percent -> Math.max(0, Math.min(100, percent)))
        .findFirst();
  }

  private java.time.@Nullable Duration wait(PlatformReply reply) {
    return RequestedWait.of(reply, protocol.pace().waits(), clock);
  }

  private ApiReply item(
      PlatformReply reply,
      UUID job,
      ReplyItemState state,
      OptionalInt progress,
      @Nullable ApiError error,
      @Nullable TaskReference reference,
      @Nullable ObjectNode json) {
    var item =
        new ReplyItem(
            job,
            state,
            progress,
            error,
            reference == null ? null : reference.text(),
            json == null ? WireJson.MAPPER.createObjectNode() : json);
    return new ParsedReply(reply.status(), wait(reply), List.of(item), List.of());
  }
}
