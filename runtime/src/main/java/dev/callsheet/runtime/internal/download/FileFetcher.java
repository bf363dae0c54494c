package dev.callsheet.runtime.internal.download;

import dev.callsheet.runtime.client.download.DownloadProgress;
import dev.callsheet.runtime.client.error.DownloadException;
import dev.callsheet.runtime.client.policy.ResponseLimits;
import dev.callsheet.runtime.client.policy.RetryPolicy;
import dev.callsheet.runtime.internal.messages.DisplayText;
import dev.callsheet.runtime.internal.transport.ContentCodings;
import dev.callsheet.runtime.internal.transport.ResponseTooLargeException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Fetches an address into a file, without the key: results lie on other hosts. It blocks the
 * calling thread and needs no thread of the client, so that results can be fetched after the client
 * is closed.
 */
public final class FileFetcher {
  private static final int MAX_SHOWN_LENGTH = 300;
  private static final int MAX_REDIRECTS = 5;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private final HttpClient http;
  private final Duration timeout;
  private final ResponseLimits limits;
  private final RetryPolicy retries;
  private final RandomGenerator random;

  /**
   * A fetcher.
   *
   * @param http what sends; it follows no redirects itself
   * @param timeout the longest time for one attempt, from the request to the last byte
   * @param limits how much is taken from the server
   * @param retries how lost connections, timeouts and the statuses 408, 429 and 5xx are met
   */
  public FileFetcher(
      HttpClient http,
      Duration timeout,
      ResponseLimits limits,
      RetryPolicy retries,
      RandomGenerator random) {
    this.http = http;
    this.timeout = timeout;
    this.limits = limits;
    this.retries = retries;
    this.random = random;
  }

  /**
   * What a server sent beside the file.
   *
   * @param contentType what it calls it; null if nothing
   * @param codings what it did to it before it sent it, which is still done to what is in the file
   */
  record Reply(@Nullable String contentType, ContentCodings codings) {}

  /** The address as messages show it: its query may hold a signature. */
  static String shown(URI address) {
    return DisplayText.line(address.toString().split("[?#]", 2)[0], MAX_SHOWN_LENGTH);
  }

  /**
   * Fetches {@code address} into {@code file}.
   *
   * @param listener is notified of the progress by a thread of the HTTP client
   * @throws DownloadException if it cannot be fetched
   */
  Reply fetch(URI address, Path file, Consumer<? super DownloadProgress> listener) {
    var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    if (!Set.of("http", "https").contains(scheme) || address.getHost() == null) {
      throw new DownloadException(
          "The result's address is not an HTTP one: " + shown(address), null);
    }
    var transfer = new ResumableTransfer(file, limits, listener);
    for (var attempt = 1; ; attempt++) {
      try {
        return attempt(address, transfer);
      } catch (TransientFailure failure) {
        var wait = retries.delayAfter(attempt, null, random);
        if (wait.isEmpty()) {
          throw new DownloadException(
              "Cannot fetch "
                  + shown(address)
                  + " in "
                  + attempt
                  + " attempts: "
                  + failure.getMessage(),
              failure.getCause());
        }
        sleep(wait.get(), address);
      }
    }
  }

  private Reply attempt(URI address, ResumableTransfer transfer) throws TransientFailure {
    var end = System.nanoTime() + timeout.toNanos();
    try {
      var response = send(address, transfer, end);
      for (var hop = 0; hop < MAX_REDIRECTS; hop++) {
        var next = redirection(response);
        if (next.isEmpty()) {
          break;
        }
        response = send(next.get(), transfer, end);
      }
      checkResponse(address, transfer, response);
      return new Reply(
          response.headers().firstValue("Content-Type").orElse(null),
          ContentCodings.of(response.headers()));
    } catch (TimeoutException e) {
      throw new TransientFailure("not complete within " + timeout, e);
    } catch (ExecutionException e) {
      throw failure(address, e.getCause());
    } catch (InterruptedException e) {
      throw interrupted(address, e);
    } catch (IOException e) {
      throw new DownloadException("Cannot read back " + shown(address) + ": " + e, e);
    } finally {
      transfer.endAttempt();
    }
  }

  private HttpResponse<Path> send(URI address, ResumableTransfer transfer, long end)
      throws ExecutionException, InterruptedException, TimeoutException {
    var call = http.sendAsync(transfer.request(address), transfer.handler());
    try {
      return call.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
    } finally {
      call.cancel(true);
    }
  }

  /** Where a reply sends those who want the file; never from TLS to a connection without it. */
  private static Optional<URI> redirection(HttpResponse<?> response) {
    var from = response.uri();
    return response
        .headers()
        .firstValue("Location")
        .filter(location -> REDIRECTS.contains(response.statusCode()))
        .flatMap(location -> resolved(from, location))
        .filter(to -> to.getHost() != null && isAllowed(from.getScheme(), to.getScheme()));
  }

  private static Optional<URI> resolved(URI from, String location) {
    try {
      return Optional.of(from.resolve(location));
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  private static boolean isAllowed(String from, String to) {
    return to.equalsIgnoreCase("https")
        || (to.equalsIgnoreCase("http") && from.equalsIgnoreCase("http"));
  }

  /** Everything may be otherwise the next time, but for the size. */
  private static TransientFailure failure(URI address, @Nullable Throwable cause) {
    if (cause instanceof ResponseTooLargeException) {
      throw new DownloadException(
          "Cannot fetch " + shown(address) + ": " + cause.getMessage(), cause);
    }
    return new TransientFailure(DisplayText.line(String.valueOf(cause), MAX_SHOWN_LENGTH), cause);
  }

  private static void checkResponse(
      URI address, ResumableTransfer transfer, HttpResponse<Path> response)
      throws TransientFailure, IOException {
    var status = response.statusCode();
    if (status == 200 || status == 206) {
      var defect = transfer.findDefect(status, response.headers());
      if (defect.isPresent()) {
        transfer.discardVersion();
        throw new TransientFailure(defect.get(), null);
      }
    } else if (status == 416) { // the part in the file is of another version
      transfer.discardVersion();
      throw new TransientFailure("HTTP 416", null);
    } else if (status == 408 || status == 429 || status >= 500) {
      throw new TransientFailure("HTTP " + status, null);
    } else {
      throw new DownloadException("Cannot fetch " + shown(address) + ": HTTP " + status, status);
    }
  }

  private static void sleep(Duration wait, URI address) {
    try {
      TimeUnit.NANOSECONDS.sleep(wait.toNanos());
    } catch (InterruptedException e) {
      throw interrupted(address, e);
    }
  }

  private static DownloadException interrupted(URI address, InterruptedException e) {
    Thread.currentThread().interrupt();
    return new DownloadException("Interrupted while fetching " + shown(address), e);
  }

  /** An attempt failed in a way that the next may not. */
  private static final class TransientFailure extends Exception {
    private static final long serialVersionUID = 1;

    TransientFailure(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
