package dev.callsheet.sandbox.internal.websocket;

import dev.callsheet.sandbox.behavior.WireFault;
import dev.callsheet.sandbox.behavior.WireFault.Effect;
import dev.callsheet.sandbox.internal.fault.FaultPayloads;
import dev.callsheet.sandbox.internal.fault.ReplyPlan;
import dev.callsheet.sandbox.internal.json.ExactDecimalJson;
import dev.callsheet.sandbox.internal.render.AcceptedTask;
import dev.callsheet.sandbox.internal.service.ApiKeyAuthenticator;
import dev.callsheet.sandbox.internal.service.DelayedEnvelope;
import dev.callsheet.sandbox.internal.service.ErrorEntry;
import dev.callsheet.sandbox.internal.service.RequestContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Handles the messages of one connection: first the authentication, then lists of tasks. */
final class SocketMessageHandler {
  private static final int POLICY_VIOLATION = 1008;

  private final SocketContext context;
  private final ServerConnection connection;
  private final boolean isDryRun;
  private @Nullable ServerSession session;

  /**
   * Handles the messages of this connection.
   *
   * @param isDryRun whether its handshake asked that nothing be executed
   */
  SocketMessageHandler(SocketContext context, ServerConnection connection, boolean isDryRun) {
    this.context = context;
    this.connection = connection;
    this.isDryRun = isDryRun;
  }

  void onMessage(String message) {
    JsonNode body;
    try {
      body = ExactDecimalJson.MAPPER.readTree(message);
    } catch (JacksonException e) {
      sendError(ErrorEntry.of("invalidJSON", "The message is not JSON: " + e.getOriginalMessage()));
      return;
    }
    if (!body.isArray()) {
      sendError(ErrorEntry.of("invalidRequest", "A message must be an array of tasks."));
      return;
    }
    List<JsonNode> tasks = body.valueStream().toList();
    ServerSession known = session;
    if (known != null) {
      context.sessions().keep(known);
    }
    if (known == null || isAuthentication(tasks)) {
      authenticate(tasks);
    } else {
      respond(tasks, known);
    }
  }

  /** The connection has ended; its client may come again over another one. */
  void onClosed() {
    ServerSession known = session;
    if (known != null) {
      context.sessions().keep(known);
    }
  }

  private static boolean isAuthentication(List<JsonNode> tasks) {
    return tasks.stream()
        .anyMatch(task -> task.path("taskType").asString("").equals("authentication"));
  }

  private void authenticate(List<JsonNode> tasks) {
    Optional<ErrorEntry> rejection = context.authentication().rejection(null, tasks);
    if (rejection.isPresent()) {
      sendError(rejection.get());
      connection.close(POLICY_VIOLATION, "not authenticated");
      return;
    }
    for (int i = 0; i < context.behavior().webSocket().strayFrames(); i++) {
      connection.send("{\"data\":[{\"taskType\":\"ping\",\"pong\":true}]}");
    }
    ServerSession resumed =
        context
            .sessions()
            .resume(
                tasks.get(0).path("connectionSessionUUID").asString(""),
                ApiKeyAuthenticator.keyOfTask(tasks));
    session = resumed;
    resumed.attach(connection, sessionMessage(resumed));
    List<JsonNode> others = tasks.subList(1, tasks.size());
    if (!others.isEmpty()) {
      respond(others, resumed);
    }
  }

  private static String sessionMessage(ServerSession session) {
    var json = JsonNodeFactory.instance.objectNode();
    json.putArray("data")
        .addObject()
        .put("taskType", "authentication")
        .put("connectionSessionUUID", session.id());
    return ExactDecimalJson.MAPPER.writeValueAsString(json);
  }

  private void respond(List<JsonNode> tasks, ServerSession to) {
    ReplyPlan plan = context.faults().planReply(tasks);
    WireFault fault = plan.replacement();
    ErrorEntry additionalError = plan.additionalError();
    List<AcceptedTask> accepted = new ArrayList<>();
    if (fault != null) {
      applyFault(fault, tasks, accepted, to);
    } else {
      DelayedEnvelope reply = reply(tasks, accepted);
      send(
          additionalError == null ? reply : reply.withAdditionalError(additionalError),
          plan.delay(),
          to);
    }
    accepted.forEach(render -> context.pusher().schedule(render, to));
  }

  private void applyFault(
      WireFault fault, List<JsonNode> tasks, List<AcceptedTask> accepted, ServerSession to) {
    Effect effect = fault.effect();
    boolean accepts = fault.moment() == WireFault.Moment.AFTER_ACCEPTING;
    if (effect instanceof Effect.Drop || effect instanceof Effect.Silence) {
      connection.mute();
      if (accepts) {
        send(reply(tasks, accepted), Duration.ZERO, to); // kept until the client reconnects
      }
      if (effect instanceof Effect.Drop) {
        connection.abort();
      }
      return;
    }
    if (accepts) {
      reply(tasks, accepted);
    }
    if (effect instanceof Effect.Status status) {
      sendError(FaultPayloads.of(status));
    } else if (effect instanceof Effect.ErrorOnly error) {
      sendError(FaultPayloads.of(error, tasks));
    } else if (effect instanceof Effect.HtmlPage page) {
      connection.send(FaultPayloads.of(page));
    }
  }

  private DelayedEnvelope reply(List<JsonNode> tasks, List<AcceptedTask> accepted) {
    return context.api().handle(tasks, RequestContext.webSocket(isDryRun, accepted::add));
  }

  private void send(DelayedEnvelope answer, Duration lateness, ServerSession to) {
    Duration delay = answer.delay().plus(lateness);
    Runnable send =
        () ->
            to.deliver(
                ExactDecimalJson.MAPPER.writeValueAsString(answer.envelope().get().toJson()),
                () -> {});
    if (!answer.fetched().isDone()) {
      DelayedEnvelope rest = new DelayedEnvelope(answer.delay(), answer.envelope());
      var unused = answer.fetched().thenRun(() -> send(rest, lateness, to));
    } else if (delay.isZero()) {
      send.run();
    } else {
      context.scheduler().schedule(send, delay.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  private void sendError(ErrorEntry error) {
    connection.send(ExactDecimalJson.MAPPER.writeValueAsString(FaultPayloads.errorEnvelope(error)));
  }
}
