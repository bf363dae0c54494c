package dev.callsheet.sandbox.internal.platform;

import dev.callsheet.sandbox.behavior.WireFault;
import dev.callsheet.sandbox.behavior.WireFault.Effect;
import dev.callsheet.sandbox.internal.fault.FaultPayloads;
import dev.callsheet.sandbox.internal.fault.FaultSchedule;
import dev.callsheet.sandbox.internal.http.FaultReplies;
import dev.callsheet.sandbox.internal.http.HttpFaultWriter;
import dev.callsheet.sandbox.internal.http.PreparedHttpReply;
import dev.callsheet.sandbox.internal.platform.PlatformService.KnownRequest;
import dev.callsheet.sandbox.internal.service.ErrorEntry;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/**
 * Carries a platform over HTTP, with the faults of the wire. What a description has no such request
 * of is passed on, to where the sandbox has media and its ledger.
 */
public final class PlatformHandler extends Handler.Abstract {
  private final PlatformService service;
  private final FaultSchedule faults;
  private final @Nullable String targetHeader;

  /**
   * Serves this platform, with these wire faults.
   *
   * @param targetHeader the header in which a client behind a proxy names the address that it
   *     means; null for none
   */
  public PlatformHandler(
      PlatformService service, FaultSchedule faults, @Nullable String targetHeader) {
    this.service = service;
    this.faults = faults;
    this.targetHeader = targetHeader;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    PlatformCall call = call(request);
    Optional<KnownRequest> known = service.find(call);
    if (known.isEmpty()) {
      return false;
    }
    respond(known.get(), request, response, callback);
    return true;
  }

  private void respond(KnownRequest known, Request request, Response response, Callback callback) {
    WireFault fault = faults.next(known.kind()).orElse(null);
    if (fault == null) {
      known.handle().send(Duration.ZERO, request, response, callback);
    } else if (fault.effect() instanceof Effect.Delay delay) {
      known.handle().send(delay.duration(), request, response, callback);
    } else {
      if (fault.moment() == WireFault.Moment.AFTER_ACCEPTING) {
        known.handle();
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

  private PlatformCall call(Request request) throws IOException {
    Map<String, String> headers = new TreeMap<>();
    request
        .getHeaders()
        .forEach(
            field ->
                headers.putIfAbsent(field.getName().toLowerCase(Locale.ROOT), field.getValue()));
    Map<String, String> query = new TreeMap<>();
    for (Fields.Field field : Request.extractQueryParameters(request)) {
      query.put(field.getName(), field.getValue());
    }
    URI target = target(headers);
    byte[] body;
    try (InputStream stream = Content.Source.asInputStream(request)) {
      body = stream.readAllBytes();
    }
    return new PlatformCall(
        request.getMethod(),
        target == null ? null : target.getHost(),
        target == null ? request.getHttpURI().getPath() : target.getRawPath(),
        query,
        headers,
        body);
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
      public boolean handle(Request request, Response response, Callback callback)
          throws Exception {
        service.unknownAddress(call(request)).send(response, callback);
        return true;
      }
    };
  }
}
