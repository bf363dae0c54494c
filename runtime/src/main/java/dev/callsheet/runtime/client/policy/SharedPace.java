package dev.callsheet.runtime.client.policy;

import dev.callsheet.runtime.client.journal.Scope;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A pace that many clients keep together: for each platform and account, so many requests in any
 * time of a certain length. Requests for tasks and polls count, each HTTP request or message over a
 * WebSocket as one; media and cancellations do not.
 */
public interface SharedPace {
  /**
   * Begins a client's part.
   *
   * @param platform the platform's name
   * @param scope where requests go, and for whom
   * @param published how many requests a minute the platform's description allows; null where it
   *     does not say
   * @param requestTimeout the longest time between sending a request and its end
   * @return null where this platform has no pace to keep
   */
  @Nullable Permits open(
      String platform, Scope scope, @Nullable Integer published, Duration requestTimeout);

  /** Leave to send, which is asked for and given back. No method blocks. */
  interface Permits extends AutoCloseable {
    /**
     * Asks for leave to send requests.
     *
     * @param least how few are of use; at least 1, at most {@link #limit}
     * @param most how many are wanted; at least that
     * @return completes when there is leave, on any thread; it is asked for again when it fails
     */
    CompletableFuture<Grant> acquire(int least, int most);

    /** The most that can ever be granted at once; at least 1. */
    int limit();

    /** The server asks all clients to send nothing for so long. */
    void pause(Duration wait);

    @Override
    void close();
  }

  /** Leave to send some requests. */
  interface Grant {
    /** How many. */
    int permits();

    /** Whether a request may still be begun with it. */
    boolean isValid();

    /**
     * All requests that were sent with it have ended, and no more will be.
     *
     * @param used how many were sent
     */
    void end(int used);
  }
}
