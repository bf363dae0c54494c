package dev.callsheet.sandbox.internal.http;

import dev.callsheet.sandbox.behavior.WireFault;
import dev.callsheet.sandbox.internal.fault.FaultPayloads;
import dev.callsheet.sandbox.internal.fault.FaultSchedule;
import dev.callsheet.sandbox.internal.json.ExactDecimalJson;
import dev.callsheet.sandbox.internal.service.ApiKeyAuthenticator;
import dev.callsheet.sandbox.internal.service.DelayedEnvelope;
import dev.callsheet.sandbox.internal.service.ErrorEntry;
import dev.callsheet.sandbox.internal.service.RequestKind;
import dev.callsheet.sandbox.internal.service.TaskService;
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

  private final TaskService api;
  private final ApiKeyAuthenticator authentication;
  private final FaultSchedule faults;

  /** Carries this API, with these faults of the wire. */
  public ApiHandler(TaskService api, ApiKeyAuthenticator authentication, FaultSchedule faults) {
    this.api = api;
    this.authentication = authentication;
    this.faults = faults;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (!HttpMethod.POST.is(request.getMethod())) {
      errorReply(405, ErrorEntry.of("methodNotAllowed", "Tasks are sent by POST."))
          .withHeader(HttpHeader.ALLOW.asString(), "POST")
          .send(response, callback);
      return true;
    }
    JsonNode body;
    try (InputStream stream = Content.Source.asInputStream(request)) {
      body = ExactDecimalJson.MAPPER.readTree(stream);
    } catch (JacksonException e) {
      errorReply(
              400, ErrorEntry.of("invalidJSON", "The body is not JSON: " + e.getOriginalMessage()))
          .send(response, callback);
      return true;
    }
    if (!body.isArray()) {
      errorReply(400, ErrorEntry.of("invalidRequest", "The body must be an array of tasks."))
          .send(response, callback);
      return true;
    }
    respond(body.valueStream().toList(), request, response, callback);
    return true;
  }

  private void respond(
      List<JsonNode> tasks, Request request, Response response, Callback callback) {
    WireFault fault = faults.next(RequestKind.of(tasks)).orElse(null);
    if (fault == null) {
      send(reply(tasks, request), Duration.ZERO, request, response, callback);
    } else if (fault.effect() instanceof WireFault.Effect.Delay delay) {
      send(reply(tasks, request), delay.duration(), request, response, callback);
    } else if (fault.effect() instanceof WireFault.Effect.AdditionalError beside) {
      send(
          reply(tasks, request, FaultPayloads.of(beside)),
          Duration.ZERO,
          request,
          response,
          callback);
    } else {
      if (fault.moment() == WireFault.Moment.AFTER_ACCEPTING) {
        reply(tasks, request);
      }
      HttpFaultWriter.send(fault.effect(), tasks, request, response, callback);
    }
  }

  private static void send(
      DelayedHttpReply reply,
      Duration late,
      Request request,
      Response response,
      Callback callback) {
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

  private DelayedHttpReply reply(List<JsonNode> tasks, Request request) {
    return reply(tasks, request, null);
  }

  private DelayedHttpReply reply(
      List<JsonNode> tasks, Request request, @Nullable ErrorEntry beside) {
    String header = request.getHeaders().get(HttpHeader.AUTHORIZATION);
    Optional<ErrorEntry> refusal = authentication.rejection(header, tasks);
    if (refusal.isPresent()) {
      return DelayedHttpReply.immediate(errorReply(401, refusal.get()));
    }
    DelayedEnvelope answer = api.handle(tasks, "1".equals(request.getHeaders().get(DRY_RUN)));
    return DelayedHttpReply.of(beside == null ? answer : answer.withAdditionalError(beside));
  }

  private static PreparedHttpReply errorReply(int status, ErrorEntry error) {
    return PreparedHttpReply.json(status, FaultPayloads.errorEnvelope(error));
  }
}
