package dev.callsheet.sandbox.http;

import dev.callsheet.sandbox.api.Answer;
import dev.callsheet.sandbox.api.Api;
import dev.callsheet.sandbox.api.ApiError;
import dev.callsheet.sandbox.api.Authentication;
import dev.callsheet.sandbox.api.Call;
import dev.callsheet.sandbox.fault.FaultText;
import dev.callsheet.sandbox.fault.WireFaults;
import dev.callsheet.sandbox.knob.WireFault;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** {@code POST /v1}: reads a list of tasks and sends the reply, unless the wire has a fault. */
public final class ApiHandler extends Handler.Abstract {
  private static final String DRY_RUN = "X-Runware-Dry-Run";

  private final Api api;
  private final Authentication authentication;
  private final WireFaults faults;

  /** Carries this API, with these faults of the wire. */
  public ApiHandler(Api api, Authentication authentication, WireFaults faults) {
    this.api = api;
    this.authentication = authentication;
    this.faults = faults;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (!HttpMethod.POST.is(request.getMethod())) {
      refuse(405, ApiError.of("methodNotAllowed", "Tasks are sent by POST."))
          .with(HttpHeader.ALLOW.asString(), "POST")
          .send(response, callback);
      return true;
    }
    JsonNode body;
    try (InputStream stream = Content.Source.asInputStream(request)) {
      body = Json.MAPPER.readTree(stream);
    } catch (JacksonException e) {
      refuse(400, ApiError.of("invalidJSON", "The body is not JSON: " + e.getOriginalMessage()))
          .send(response, callback);
      return true;
    }
    if (!body.isArray()) {
      refuse(400, ApiError.of("invalidRequest", "The body must be an array of tasks."))
          .send(response, callback);
      return true;
    }
    answer(body.valueStream().toList(), request, response, callback);
    return true;
  }

  private void answer(List<JsonNode> tasks, Request request, Response response, Callback callback) {
    WireFault fault = faults.next(Call.of(tasks)).orElse(null);
    if (fault == null) {
      send(reply(tasks, request), Duration.ZERO, request, response, callback);
    } else if (fault.effect() instanceof WireFault.Effect.Delay delay) {
      send(reply(tasks, request), delay.by(), request, response, callback);
    } else if (fault.effect() instanceof WireFault.Effect.ErrorBeside beside) {
      send(reply(tasks, request, FaultText.of(beside)), Duration.ZERO, request, response, callback);
    } else {
      if (fault.moment() == WireFault.Moment.AFTER_ACCEPTING) {
        reply(tasks, request);
      }
      FaultReply.strike(fault.effect(), tasks, request, response, callback);
    }
  }

  private static void send(
      DueReply reply, Duration late, Request request, Response response, Callback callback) {
    Duration delay = reply.delay().plus(late);
    if (delay.isZero()) {
      reply.content().get().send(response, callback);
    } else {
      request
          .getComponents()
          .getScheduler()
          .schedule(
              () -> reply.content().get().send(response, callback),
              delay.toNanos(),
              TimeUnit.NANOSECONDS);
    }
  }

  private DueReply reply(List<JsonNode> tasks, Request request) {
    return reply(tasks, request, null);
  }

  private DueReply reply(List<JsonNode> tasks, Request request, @Nullable ApiError beside) {
    String header = request.getHeaders().get(HttpHeader.AUTHORIZATION);
    Optional<ApiError> refusal = authentication.refuse(header, tasks);
    if (refusal.isPresent()) {
      return DueReply.now(refuse(401, refusal.get()));
    }
    Answer answer = api.answer(tasks, "1".equals(request.getHeaders().get(DRY_RUN)));
    return DueReply.of(beside == null ? answer : answer.beside(beside));
  }

  private static Reply refuse(int status, ApiError error) {
    return Reply.json(status, FaultText.envelope(error));
  }
}
