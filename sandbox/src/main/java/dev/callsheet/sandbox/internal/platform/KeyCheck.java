package dev.callsheet.sandbox.internal.platform;

import dev.callsheet.runtime.protocol.PlatformProtocol;
import dev.callsheet.sandbox.internal.platform.RefusalException.Reason;
import java.util.Map;
import java.util.Set;

/**
 * Lets in requests that have a key where the description says, and its constant headers.
 *
 * @param protocol the description
 * @param accepted the keys; empty for every one that is not blank
 */
record KeyCheck(PlatformProtocol protocol, Set<String> accepted) {
  private static final String KEY = "{key}";

  void check(PlatformCall call) throws RefusalException {
    PlatformProtocol.Key key = protocol.key();
    String value = call.header(key.header()).orElse("");
    int start = key.value().indexOf(KEY);
    String before = key.value().substring(0, start);
    String after = key.value().substring(start + KEY.length());
    boolean hasForm =
        value.length() > before.length() + after.length()
            && value.startsWith(before)
            && value.endsWith(after);
    String given = hasForm ? value.substring(start, value.length() - after.length()) : "";
    if (given.isBlank() || (!accepted.isEmpty() && !accepted.contains(given))) {
      throw new RefusalException(
          Reason.AUTH,
          "invalid_key",
          "Give a key in the header `" + key.header() + "`, as `" + key.value() + "`.");
    }
    for (Map.Entry<String, String> header : protocol.headers().entrySet()) {
      if (!call.header(header.getKey()).map(header.getValue()::equals).orElse(false)) {
        throw new RefusalException(
            Reason.INVALID_REQUEST,
            "missing_header",
            "Every request has the header `" + header.getKey() + ": " + header.getValue() + "`.");
      }
    }
  }
}
