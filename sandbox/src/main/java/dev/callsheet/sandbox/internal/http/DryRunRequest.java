package dev.callsheet.sandbox.internal.http;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Whether an HTTP request, or the handshake of a WebSocket, asks for a dry run: by the header of
 * the documentation, or by the query that the JavaScript client of 2025 adds to the address.
 */
public final class DryRunRequest {
  private static final String HEADER = "X-Runware-Dry-Run";
  private static final String QUERY = "dryRun";
  private static final Set<String> NO = Set.of("", "0", "false", "no", "off");

  private DryRunRequest() {}

  /** Whether either says so, with any value that is not a word for no. */
  public static boolean isAsked(Request request) {
    return isTrue(request.getHeaders().get(HEADER))
        || isTrue(Request.extractQueryParameters(request).getValue(QUERY));
  }

  private static boolean isTrue(@Nullable String value) {
    return Optional.ofNullable(value)
        .filter(given -> !NO.contains(given.strip().toLowerCase(Locale.ROOT)))
        .isPresent();
  }
}
