package dev.callsheet.runtime.internal.transport;

import java.net.http.HttpHeaders;
import java.util.Optional;

/** Holds the headers of a response to a limit. */
public final class ResponseHeaders {
  private ResponseHeaders() {}

  /**
   * What to fail with, where all names and values together are longer than that. What the JDK's
   * client reads before it hands them over is limited by its property {@code
   * jdk.http.maxHeaderSize}.
   */
  public static Optional<ResponseTooLargeException> excess(HttpHeaders headers, int limit) {
    var size =
        headers.map().entrySet().stream()
            .flatMap(header -> header.getValue().stream().map(value -> header.getKey() + value))
            .mapToLong(String::length)
            .sum();
    return size > limit
        ? Optional.of(new ResponseTooLargeException("The header", limit, "characters"))
        : Optional.empty();
  }
}
