package dev.callsheet.sandbox.internal.platform;

import dev.callsheet.sandbox.behavior.WireFault;
import dev.callsheet.sandbox.behavior.WireFault.Effect;
import dev.callsheet.sandbox.internal.fault.FaultPayloads;
import dev.callsheet.sandbox.internal.fault.FaultSchedule;
import dev.callsheet.sandbox.internal.http.FaultReplies;
import dev.callsheet.sandbox.internal.http.HttpFaultWriter;
import dev.callsheet.sandbox.internal.http.PreparedHttpReply;
import dev.callsheet.sandbox.internal.http.RequestBodies;
import dev.callsheet.sandbox.internal.limit.ReceiveBudget;
import dev.callsheet.sandbox.internal.platform.PlatformService.KnownRequest;
import dev.callsheet.sandbox.internal.service.ErrorEntry;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Carries a platform over HTTP, with the faults of the wire. What a description has no such request
 * of is passed on, to where the sandbox has media and its ledger.
 */
public final class PlatformHandler extends Handler.Abstract {
  private static final int BAD_REQUEST = 400;

  private final PlatformService service;
  private final RequestBodies bodies;
  private final FaultSchedule faults;
  private final @Nullable String targetHeader;

  /**
   * Serves this platform, with these wire faults.
   *
   * @param budget for bodies
   * @param targetHeader the header in which a client behind a proxy names the address that it
   *     means; null for none
   */
  public PlatformHandler(
      PlatformService service,
      ReceiveBudget budget,
      FaultSchedule faults,
      @Nullable String targetHeader) {
    this.service = service;
    this.bodies =
        new RequestBodies(
            budget, (status, error) -> service.error(status, error.code(), error.message()));
    this.faults = faults;
    this.targetHeader = targetHeader;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    PlatformCall call = head(request);
    Optional<KnownRequest> known = service.find(call);
    if (known.isEmpty()) {
      return false;
    }
    Optional<Map<String, String>> query = query(request, call);
    if (query.isEmpty()) {
      service
          .error(BAD_REQUEST, "invalid_query", "The query of the address cannot be decoded.")
          .send(response, callback);
      return true;
    }
    bodies.read(
        request,
        response,
        callback,
        body -> respond(known.get(), call.with(query.get(), body), request, response, callback));
    return true;
  }

  private void respond(
      KnownRequest known,
      PlatformCall call,
      Request request,
      Response response,
      Callback callback) {
    WireFault fault = faults.next(known.kind()).orElse(null);
    if (fault == null) {
      known.handle(call).send(Duration.ZERO, request, response, callback);
    } else if (fault.effect() instanceof Effect.Delay delay) {
      known.handle(call).send(delay.duration(), request, response, callback);
    } else {
      if (fault.moment() == WireFault.Moment.AFTER_ACCEPTING) {
        known.handle(call);
      }
      HttpFaultWriter.send(fault.effect(), new Faults(service), request, response, callback);
    }
  }

  /** Faults in the form of a platform's refusals. */
  private record Faults(PlatformService service) implements FaultReplies {
    @Override
    public PreparedHttpReply of(Effect.Status effect) {
      ErrorEntry error = FaultPayloads.of(effect);
      return service
          .error(effect.status(), error.code(), error.message())
          .withRetryAfter(effect.retryAfter());
    }

    @Override
    public PreparedHttpReply of(Effect.ErrorOnly effect) {
      return service.error(effect.code(), "An injected error.");
    }
  }

  /** The request without its body and the parameters of its address, which may be anything. */
  private PlatformCall head(Request request) {
    Map<String, String> headers = new TreeMap<>();
    request
        .getHeaders()
        .forEach(
            field ->
                headers.putIfAbsent(
                    field.getName().toLowerCase(Locale.ROOT),
                    Objects.requireNonNullElse(field.getValue(), "")));
    URI target = target(headers);
    String path = target == null ? request.getHttpURI().getPath() : target.getRawPath();
    return new PlatformCall(
        request.getMethod(),
        target == null ? null : target.getHost(),
        Objects.requireNonNullElse(path, ""),
        Map.of(),
        headers,
        new byte[0]);
  }

  /** The parameters of the address that a client means; empty if they cannot be decoded. */
  private Optional<Map<String, String>> query(Request request, PlatformCall call) {
    URI target = target(call.headers());
    String query = target == null ? request.getHttpURI().getQuery() : target.getRawQuery();
    Map<String, String> parameters = new TreeMap<>();
    try {
      for (String parameter : Objects.requireNonNullElse(query, "").split("&", -1)) {
        if (!parameter.isEmpty()) {
          String[] parts = parameter.split("=", 2);
          parameters.put(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]));
        }
      }
      return Optional.of(parameters);
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private @Nullable URI target(Map<String, String> headers) {
    String text = targetHeader == null ? null : headers.get(targetHeader.toLowerCase(Locale.ROOT));
    try {
      return text == null ? null : URI.create(text);
    } catch (IllegalArgumentException malformed) {
      return null;
    }
  }

  /** Answers what is nowhere, in the platform's form. */
  public Handler unknownAddresses() {
    return new Handler.Abstract() {
      @Override
      public boolean handle(Request request, Response response, Callback callback) {
        service.unknownAddress(head(request)).send(response, callback);
        return true;
      }
    };
  }
}
