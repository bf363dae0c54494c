package dev.callsheet.runtime.internal.loop;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** What made a future fail. */
public final class AsyncFailure {
  private AsyncFailure() {}

  /** What a step returns; a future that has failed, where the step throws instead. */
  public static <T> CompletableFuture<T> asFuture(Supplier<CompletableFuture<T>> step) {
    try {
      return step.get();
    } catch (RuntimeException | Error fault) {
      return CompletableFuture.failedFuture(fault);
    }
  }

  /** The failure itself, where the future has wrapped it. */
  public static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }
}
