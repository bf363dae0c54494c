package dev.callsheet.runtime.internal.transport;

import dev.callsheet.runtime.internal.loop.DaemonExecutors;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.ThreadPoolExecutor;
import org.jspecify.annotations.Nullable;

/**
 * Java's HTTP client with a few threads of its own, or one that belongs to the caller, shared by
 * all connections to a platform.
 *
 * @param http the client
 * @param threads where it does its work; they end when there is none; null if they are not ours
 */
public record SharedHttpClient(HttpClient http, @Nullable ThreadPoolExecutor threads)
    implements AutoCloseable {
  private static final int THREADS = 4;

  /** The caller's, which stays open when this is closed. */
  public static SharedHttpClient of(HttpClient given) {
    return new SharedHttpClient(given, null);
  }

  /**
   * A client for an endpoint.
   *
   * @param connectTimeout the longest time until a connection is open
   */
  public static SharedHttpClient of(URI endpoint, Duration connectTimeout) {
    var threads = DaemonExecutors.create("callsheet-http", THREADS, Duration.ofSeconds(10));
    var http =
        HttpClient.newBuilder()
            .connectTimeout(connectTimeout)
            .executor(threads)
            .followRedirects(HttpClient.Redirect.NEVER) // the key goes nowhere else
            .version(version(endpoint))
            .build();
    return new SharedHttpClient(http, threads);
  }

  /** Without TLS there is nothing to agree on HTTP/2 with, except by a detour. */
  private static HttpClient.Version version(URI endpoint) {
    return "https".equalsIgnoreCase(endpoint.getScheme())
        ? HttpClient.Version.HTTP_2
        : HttpClient.Version.HTTP_1_1;
  }

  @Override
  public void close() {
    if (threads != null) {
      threads.shutdown();
    }
  }
}
