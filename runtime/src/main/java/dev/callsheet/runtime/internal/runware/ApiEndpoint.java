package dev.callsheet.runtime.internal.runware;

import dev.callsheet.runtime.client.error.ConfigurationException;
import dev.callsheet.runtime.internal.net.LoopbackHost;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * Where requests go.
 *
 * @param address as the user gave it
 * @param http the address for HTTP
 * @param webSocket the address for WebSocket
 */
public record ApiEndpoint(URI address, URI http, URI webSocket) {
  private static final System.Logger LOG = System.getLogger(ApiEndpoint.class.getName());
  private static final Set<String> SCHEMES = Set.of("http", "https", "ws", "wss");

  /**
   * The endpoint at an address, if requests can go there.
   *
   * @throws ConfigurationException if it is neither an HTTP nor a WebSocket address, or has a
   *     secret in it
   */
  public static ApiEndpoint of(URI address) {
    var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    if (!SCHEMES.contains(scheme) || address.getHost() == null) {
      throw new ConfigurationException(
          "The endpoint must be an http, https, ws or wss address with a host: " + address);
    }
    if (address.getUserInfo() != null || address.getQuery() != null) {
      throw new ConfigurationException(
          "The endpoint must be a plain address, without a user, password or query in it");
    }
    var secure = Set.of("https", "wss").contains(scheme);
    if (!secure && !LoopbackHost.is(address.getHost())) {
      LOG.log(Level.WARNING, "The key will be sent unencrypted to {0}", address);
    }
    return new ApiEndpoint(
        address,
        counterpart(
            address,
            secure ? "https" : "http",
            RunwarePlatform.WEB_SOCKET_HOST,
            RunwarePlatform.HTTP_HOST),
        counterpart(
            address,
            secure ? "wss" : "ws",
            RunwarePlatform.HTTP_HOST,
            RunwarePlatform.WEB_SOCKET_HOST));
  }

  /** Whether the address is one for WebSocket. */
  public boolean isWebSocket() {
    return webSocket.getScheme().equalsIgnoreCase(address.getScheme());
  }

  private static URI counterpart(URI address, String scheme, String host, String otherHost) {
    var rest = address.toString().substring(address.getScheme().length());
    var moved = host.equalsIgnoreCase(address.getHost()) ? rest.replace(host, otherHost) : rest;
    return URI.create(scheme + moved);
  }
}
