package dev.callsheet.sandbox.internal.http;

import dev.callsheet.runtime.internal.net.LoopbackHost;
import dev.callsheet.sandbox.internal.fault.FaultPayloads;
import dev.callsheet.sandbox.internal.service.ErrorEntry;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Keeps out pages from elsewhere that a browser shows, and lets in those of this machine. A page
 * from elsewhere names itself in {@code Origin}; or its host's name has been led to this machine,
 * and the browser names that in {@code Host}. Where other machines reach the server, its own page
 * is let in as well, by the server's IP address: nobody can lead such an address elsewhere, as they
 * can a name.
 */
public final class OriginCheck extends Handler.Wrapper {
  private static final int FORBIDDEN = 403;
  private static final int NO_CONTENT = 204;

  private final boolean isLoopback;
  private final String ownPages;

  /**
   * Checks what comes to this handler.
   *
   * @param isLoopback whether the server listens to this machine alone, so that every name but
   *     those of this machine is a wrong one
   * @param ownPages what the addresses begin with that are for the server's own pages alone, which
   *     are never found by another name
   */
  public OriginCheck(Handler handler, boolean isLoopback, String ownPages) {
    super(handler);
    this.isLoopback = isLoopback;
    this.ownPages = ownPages;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    HttpFields headers = request.getHeaders();
    String host = headers.get(HttpHeader.HOST);
    String hostName = host == null ? null : hostName("//" + host);
    if (isLoopback && host != null && !isLocal(hostName)) {
      return refuse("The host `" + host + "` is not this machine.", response, callback);
    }
    boolean isByAddress = !isLoopback && isIpAddress(hostName);
    if (host != null
        && !isLocal(hostName)
        && !isByAddress
        && Request.getPathInContext(request).startsWith(ownPages)) {
      return refuse(
          "The page is not shown under the name `" + host + "`: use the IP address in place of it.",
          response,
          callback);
    }
    String origin = headers.get(HttpHeader.ORIGIN);
    if (origin == null) {
      return super.handle(request, response, callback);
    }
    boolean isOwn = isByAddress && origin.equals("http://" + host);
    if (!isOwn && !isLocal(hostName(origin))) {
      return refuse("A page of `" + origin + "` is not of this machine.", response, callback);
    }
    HttpFields.Mutable reply = response.getHeaders();
    reply.put("Access-Control-Allow-Origin", origin);
    reply.put("Access-Control-Expose-Headers", "*");
    reply.put(HttpHeader.VARY, HttpHeader.ORIGIN.asString());
    String method = headers.get("Access-Control-Request-Method");
    if (method == null || !HttpMethod.OPTIONS.is(request.getMethod())) {
      return super.handle(request, response, callback);
    }
    reply.put("Access-Control-Allow-Methods", method);
    Optional.ofNullable(headers.get("Access-Control-Request-Headers"))
        .ifPresent(asked -> reply.put("Access-Control-Allow-Headers", asked));
    reply.put("Access-Control-Allow-Private-Network", "true");
    reply.put("Access-Control-Max-Age", "600");
    response.setStatus(NO_CONTENT);
    callback.succeeded();
    return true;
  }

  private static boolean refuse(String message, Response response, Callback callback) {
    ErrorEntry error = ErrorEntry.of("forbidden", message);
    PreparedHttpReply.json(FORBIDDEN, FaultPayloads.errorEnvelope(error)).send(response, callback);
    return true;
  }

  private static @Nullable String hostName(String address) {
    try {
      return URI.create(address).getHost();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static boolean isIpAddress(@Nullable String host) {
    return host != null && (host.startsWith("[") || host.matches("\\d{1,3}(\\.\\d{1,3}){3}"));
  }

  /** In a browser, every name below localhost is this machine as well. */
  private static boolean isLocal(@Nullable String host) {
    return LoopbackHost.is(host)
        || (host != null && host.toLowerCase(Locale.ROOT).endsWith(".localhost"));
  }
}
