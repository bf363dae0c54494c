package dev.callsheet.sandbox.socket;

import dev.callsheet.sandbox.api.Answer;
import dev.callsheet.sandbox.api.ApiError;
import dev.callsheet.sandbox.api.Call;
import dev.callsheet.sandbox.fault.FaultText;
import dev.callsheet.sandbox.http.Json;
import dev.callsheet.sandbox.knob.WireFault;
import dev.callsheet.sandbox.knob.WireFault.Effect;
import dev.callsheet.sandbox.render.Render;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What is said over one connection: first who is calling, then lists of tasks and their replies.
 */
final class Conversation {
  private static final int POLICY_VIOLATION = 1008;

  private final Desk desk;
  private final Line line;
  private @Nullable Session session;

  Conversation(Desk desk, Line line) {
    this.desk = desk;
    this.line = line;
  }

  void hear(String message) {
    JsonNode body;
    try {
      body = Json.MAPPER.readTree(message);
    } catch (JacksonException e) {
      refuse(ApiError.of("invalidJSON", "The message is not JSON: " + e.getOriginalMessage()));
      return;
    }
    if (!body.isArray()) {
      refuse(ApiError.of("invalidRequest", "A message must be an array of tasks."));
      return;
    }
    List<JsonNode> tasks = body.valueStream().toList();
    Session known = session;
    if (known == null || isAuthentication(tasks)) {
      authenticate(tasks);
    } else {
      answer(tasks, known);
    }
  }

  private static boolean isAuthentication(List<JsonNode> tasks) {
    return tasks.stream()
        .anyMatch(task -> task.path("taskType").asString("").equals("authentication"));
  }

  private void authenticate(List<JsonNode> tasks) {
    Optional<ApiError> refusal = desk.authentication().refuse(null, tasks);
    if (refusal.isPresent()) {
      refuse(refusal.get());
      line.close(POLICY_VIOLATION, "not authenticated");
      return;
    }
    for (int i = 0; i < desk.knobs().socket().strayFrames(); i++) {
      line.send("{\"data\":[{\"taskType\":\"ping\",\"pong\":true}]}");
    }
    Session begun = desk.sessions().resume(tasks.get(0).path("connectionSessionUUID").asString(""));
    session = begun;
    begun.attach(line, welcome(begun));
    List<JsonNode> others = tasks.subList(1, tasks.size());
    if (!others.isEmpty()) {
      answer(others, begun);
    }
  }

  private static String welcome(Session session) {
    var json = JsonNodeFactory.instance.objectNode();
    json.putArray("data")
        .addObject()
        .put("taskType", "authentication")
        .put("connectionSessionUUID", session.id());
    return Json.MAPPER.writeValueAsString(json);
  }

  private void answer(List<JsonNode> tasks, Session to) {
    WireFault fault = desk.faults().next(Call.of(tasks)).orElse(null);
    List<Render> begun = new ArrayList<>();
    if (fault == null) {
      send(reply(tasks, begun), Duration.ZERO, to);
    } else if (fault.effect() instanceof Effect.Delay delay) {
      send(reply(tasks, begun), delay.by(), to);
    } else if (fault.effect() instanceof Effect.ErrorBeside beside) {
      send(reply(tasks, begun).beside(FaultText.of(beside)), Duration.ZERO, to);
    } else {
      strike(fault, tasks, begun, to);
    }
    begun.forEach(render -> desk.pushes().schedule(render, to));
  }

  private void strike(WireFault fault, List<JsonNode> tasks, List<Render> begun, Session to) {
    Effect effect = fault.effect();
    boolean accepting = fault.moment() == WireFault.Moment.AFTER_ACCEPTING;
    if (effect instanceof Effect.Drop || effect instanceof Effect.Silence) {
      line.fallSilent();
      if (accepting) {
        send(reply(tasks, begun), Duration.ZERO, to); // it waits for the caller to come back
      }
      if (effect instanceof Effect.Drop) {
        line.cut();
      }
      return;
    }
    if (accepting) {
      reply(tasks, begun);
    }
    if (effect instanceof Effect.Status status) {
      refuse(FaultText.of(status));
    } else if (effect instanceof Effect.ErrorInstead error) {
      refuse(FaultText.of(error, tasks));
    } else if (effect instanceof Effect.NotJson page) {
      line.send(FaultText.of(page));
    }
  }

  private Answer reply(List<JsonNode> tasks, List<Render> begun) {
    return desk.api().answer(tasks, false, begun::add);
  }

  private void send(Answer answer, Duration late, Session to) {
    Duration delay = answer.delay().plus(late);
    Runnable send = () -> to.tell(Json.MAPPER.writeValueAsString(answer.envelope().get().toJson()));
    if (delay.isZero()) {
      send.run();
    } else {
      desk.scheduler().schedule(send, delay.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  private void refuse(ApiError error) {
    line.send(Json.MAPPER.writeValueAsString(FaultText.envelope(error)));
  }
}
