package dev.callsheet.runtime.internal.loop;

import java.util.concurrent.CompletionException;

/** What made a future fail. */
public final class AsyncFailure {
  private AsyncFailure() {}

  /** The failure itself, where the future has wrapped it. */
  public static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }
}
