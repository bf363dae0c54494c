package dev.callsheet.sandbox.internal.http;

import dev.callsheet.sandbox.behavior.WireFault;
import dev.callsheet.sandbox.internal.fault.FaultPayloads;
import dev.callsheet.sandbox.internal.fault.FaultSchedule;
import dev.callsheet.sandbox.internal.fault.ReplyPlan;
import dev.callsheet.sandbox.internal.json.ExactDecimalJson;
import dev.callsheet.sandbox.internal.json.StrictUtf8;
import dev.callsheet.sandbox.internal.service.ApiKeyAuthenticator;
import dev.callsheet.sandbox.internal.service.DelayedEnvelope;
import dev.callsheet.sandbox.internal.service.ErrorEntry;
import dev.callsheet.sandbox.internal.service.RequestContext;
import dev.callsheet.sandbox.internal.service.TaskService;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** {@code POST /v1}: reads a list of tasks and sends the reply, or a wire fault. */
public final class ApiHandler extends Handler.Abstract.NonBlocking {
  private final TaskService api;
  private final ApiKeyAuthenticator authentication;
  private final FaultSchedule faults;
  private final RequestBodies bodies;

  /** Serves this service over HTTP, with these wire faults. */
  public ApiHandler(
      TaskService api,
      ApiKeyAuthenticator authentication,
      FaultSchedule faults,
      RequestBodies bodies) {
    this.bodies = bodies;
    this.api = api;
    this.authentication = authentication;
    this.faults = faults;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    if (!HttpMethod.POST.is(request.getMethod())) {
      MethodRefusal.of(List.of("POST")).send(response, callback);
      return true;
    }
    bodies.read(request, response, callback, body -> handle(body, request, response, callback));
    return true;
  }

  private void handle(byte[] bytes, Request request, Response response, Callback callback) {
    Optional<String> text = StrictUtf8.decode(bytes);
    if (text.isEmpty()) {
      errorReply(400, ErrorEntry.of("invalidEncoding", "The body is not UTF-8."))
          .send(response, callback);
      return;
    }
    JsonNode body;
    try {
      body = ExactDecimalJson.MAPPER.readTree(text.get());
    } catch (JacksonException e) {
      errorReply(
              400, ErrorEntry.of("invalidJSON", "The body is not JSON: " + e.getOriginalMessage()))
          .send(response, callback);
      return;
    }
    if (!body.isArray()) {
      errorReply(400, ErrorEntry.of("invalidRequest", "The body must be an array of tasks."))
          .send(response, callback);
      return;
    }
    respond(body.valueStream().toList(), request, response, callback);
  }

  private void respond(
      List<JsonNode> tasks, Request request, Response response, Callback callback) {
    ReplyPlan plan = faults.planReply(tasks);
    WireFault fault = plan.replacement();
    if (fault == null) {
      DelayedHttpReply reply = reply(tasks, request, plan.additionalError());
      reply.send(plan.delay(), request, response, callback);
      return;
    }
    if (fault.moment() == WireFault.Moment.AFTER_ACCEPTING) {
      reply(tasks, request, null);
    }
    HttpFaultWriter.send(
        fault.effect(), new RunwareFaultReplies(tasks), request, response, callback);
  }

  private DelayedHttpReply reply(
      List<JsonNode> tasks, Request request, @Nullable ErrorEntry additionalError) {
    String header = request.getHeaders().get(HttpHeader.AUTHORIZATION);
    Optional<ErrorEntry> rejection = authentication.rejection(header, tasks);
    if (rejection.isPresent()) {
      return DelayedHttpReply.immediate(errorReply(401, rejection.get()));
    }
    DelayedEnvelope answer = api.handle(tasks, RequestContext.http(DryRunRequest.isAsked(request)));
    return DelayedHttpReply.of(
        additionalError == null ? answer : answer.withAdditionalError(additionalError));
  }

  private static PreparedHttpReply errorReply(int status, ErrorEntry error) {
    return PreparedHttpReply.json(status, FaultPayloads.errorEnvelope(error));
  }
}
