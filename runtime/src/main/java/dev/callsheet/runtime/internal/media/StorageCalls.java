package dev.callsheet.runtime.internal.media;

import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.client.error.MediaException;
import dev.callsheet.runtime.client.policy.RetryPolicy;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Calls of a storage of media, which block. They cost nothing, so they are made again. */
public record StorageCalls(RetryPolicy retries, RandomGenerator random) {
  /** How an attempt ended. */
  public sealed interface Attempt<T> {}

  /** With what it was for. */
  public record Success<T>(T result) implements Attempt<T> {}

  /**
   * Without.
   *
   * @param isTransient whether the next may end otherwise
   * @param retryAfter how long the server asks to wait before that; null when it does not
   */
  public record Failure<T>(ApiError error, boolean isTransient, @Nullable Duration retryAfter)
      implements Attempt<T> {}

  /**
   * What the first attempt comes to that succeeds, of as many as there may be.
   *
   * @throws MediaException if the thread is interrupted
   * @throws dev.callsheet.runtime.client.error.ApiException if none does
   */
  public <T> T call(Supplier<Attempt<T>> attempts) {
    for (var number = 1; ; number++) {
      var attempt = attempts.get();
      if (attempt instanceof Success<T> success) {
        return success.result();
      }
      var failure = (Failure<T>) attempt;
      var wait = retries.delayAfter(number, failure.retryAfter(), random);
      if (!failure.isTransient() || wait.isEmpty()) {
        throw failure.error().toException();
      }
      sleep(wait.get());
    }
  }

  /**
   * The outcome of an exchange, which never fails.
   *
   * @throws MediaException if the thread is interrupted
   */
  public static <T> T await(Future<T> exchange) {
    try {
      return exchange.get();
    } catch (InterruptedException e) {
      throw interrupted(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("an exchange never fails", e);
    }
  }

  private static void sleep(Duration wait) {
    try {
      TimeUnit.NANOSECONDS.sleep(wait.toNanos());
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static MediaException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new MediaException("Interrupted while storing media", e);
  }
}
