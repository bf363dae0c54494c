package dev.callsheet.sandbox.internal.platform;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came.
 *
 * @param method such as {@code POST}
 * @param hostName the host that a client behind a proxy means; null where it says none
 * @param path as it was sent, not decoded
 * @param query its parameters, decoded; none as long as they are not read
 * @param headers by their names in lower case
 * @param body its bytes; none as long as they are not read
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and not copied, as it may be large
record PlatformCall(
    String method,
    @Nullable String hostName,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    byte[] body) {

  /** The same request, read as a whole. */
  PlatformCall with(Map<String, String> parameters, byte[] bytes) {
    return new PlatformCall(method, hostName, path, parameters, headers, bytes);
  }

  Optional<String> host() {
    return Optional.ofNullable(hostName);
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }
}
