package dev.callsheet.sandbox.internal.limit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * What has come in of one request. Safe to use from any thread: a connection may end while a part
 * is added.
 */
public final class ReceivedBytes {
  /** Whether a part was taken. */
  public enum Outcome {
    TAKEN,
    /** The request is larger than any may be. */
    TOO_LARGE,
    /** Too much is received from all callers at this moment. */
    BUSY
  }

  private final ReceiveBudget budget;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** Nothing yet of a request that counts on this budget. */
  public ReceivedBytes(ReceiveBudget budget) {
    this.budget = budget;
  }

  /** Adds a part; when that is not taken, nothing of the request is kept. */
  public synchronized Outcome add(ByteBuffer part) {
    int length = part.remaining();
    if ((long) bytes.size() + length > budget.largestRequest()) {
      clear();
      return Outcome.TOO_LARGE;
    }
    if (!budget.take(length)) {
      clear();
      return Outcome.BUSY;
    }
    byte[] copy = new byte[length];
    part.get(copy);
    bytes.writeBytes(copy);
    return Outcome.TAKEN;
  }

  /** The whole request, after which the next one begins. */
  public synchronized byte[] takeAll() {
    byte[] whole = bytes.toByteArray();
    clear();
    return whole;
  }

  /** Forgets what has come in. */
  public synchronized void clear() {
    budget.giveBack(bytes.size());
    bytes.reset();
  }
}
