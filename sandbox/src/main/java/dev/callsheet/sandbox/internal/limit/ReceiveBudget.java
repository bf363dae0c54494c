package dev.callsheet.sandbox.internal.limit;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory for requests that are still coming in, of all callers together. Each request alone may
 * be small enough, and a hundred that are sent slowly still be too many.
 */
public final class ReceiveBudget {
  private final int largestRequest;
  private final long total;
  private final AtomicLong taken = new AtomicLong();

  /**
   * A budget of which nothing is taken.
   *
   * @param largestRequest how many bytes a single request may have
   * @param total how many bytes all requests may have that are received at the same time
   */
  public ReceiveBudget(int largestRequest, long total) {
    this.largestRequest = largestRequest;
    this.total = total;
  }

  /** How many bytes a single request may have. */
  public int largestRequest() {
    return largestRequest;
  }

  /** Takes so many bytes; false, without taking any, when they are not there. */
  public boolean take(long bytes) {
    if (taken.addAndGet(bytes) <= total) {
      return true;
    }
    giveBack(bytes);
    return false;
  }

  /** Gives back what was taken. */
  public void giveBack(long bytes) {
    taken.addAndGet(-bytes);
  }
}
