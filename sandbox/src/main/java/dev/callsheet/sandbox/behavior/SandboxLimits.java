package dev.callsheet.sandbox.behavior;

import java.time.Duration;

/**
 * What bounds the memory of a sandbox. What is running is never forgotten.
 *
 * @param keepTime at least zero, and as long as wanted: how long what is finished is kept: tasks,
 *     their media, their part of the ledger, and the knowledge that their UUID is taken
 * @param keepTasks at least 0: how many finished tasks are kept, the latest ones
 * @param requestBytes at least 1: how large a request may be, be it a body over HTTP or a message
 *     over WebSocket
 * @param receivedBytes at least {@code requestBytes}: how large all requests may be together that
 *     come in at the same time
 * @param storedBytes at least {@code requestBytes}: how large all that callers sent and that is
 *     kept may be together: stored media, and the requests of tasks
 */
public record SandboxLimits(
    Duration keepTime, int keepTasks, int requestBytes, long receivedBytes, long storedBytes) {
  private static final int LARGEST_REQUEST = 64 << 20;

  /** Checks the ranges. */
  public SandboxLimits {
    if (keepTime.isNegative() || keepTasks < 0) {
      throw new IllegalArgumentException("what is kept has an age and a count of at least 0");
    }
    if (requestBytes < 1 || receivedBytes < requestBytes || storedBytes < requestBytes) {
      throw new IllegalArgumentException(
          "there must be room for one request, of at least one byte");
    }
  }

  /**
   * A day and twenty thousand finished tasks; requests up to 64 MiB, or a sixteenth of the memory
   * that this process may use where that is less.
   */
  public static SandboxLimits defaults() {
    long memory = Runtime.getRuntime().maxMemory();
    return new SandboxLimits(
        Duration.ofDays(1),
        20_000,
        (int) Math.min(LARGEST_REQUEST, memory / 16),
        memory / 8,
        memory / 8);
  }

  /** The same with so much kept of what is finished. */
  public SandboxLimits keep(Duration time, int tasks) {
    return new SandboxLimits(time, tasks, requestBytes, receivedBytes, storedBytes);
  }

  /** The same with these sizes, in bytes: of one request, of all at once, of all that is kept. */
  public SandboxLimits sizes(int request, long received, long stored) {
    return new SandboxLimits(keepTime, keepTasks, request, received, stored);
  }
}
