package dev.callsheet.runtime.client;

import dev.callsheet.runtime.client.error.ConfigurationException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** Judges the address that requests are to be sent to. */
final class Endpoint {
  private static final System.Logger LOG = System.getLogger(RunwareClient.class.getName());
  private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

  private Endpoint() {}

  /**
   * The address, if requests can go there.
   *
   * @throws ConfigurationException if it is not an HTTP address, or has a secret in it
   */
  static URI checked(URI address) {
    var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    if (!Set.of("http", "https").contains(scheme) || address.getHost() == null) {
      throw new ConfigurationException(
          "The endpoint must be an http or https address with a host: " + address);
    }
    if (address.getUserInfo() != null || address.getQuery() != null) {
      throw new ConfigurationException(
          "The endpoint must be a plain address, without a user, password or query in it");
    }
    if (scheme.equals("http") && !LOCAL.contains(address.getHost())) {
      LOG.log(Level.WARNING, "The key will be sent unencrypted to {0}", address);
    }
    return address;
  }
}
