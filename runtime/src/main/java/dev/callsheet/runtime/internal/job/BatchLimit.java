package dev.callsheet.runtime.internal.job;

/**
 * How many jobs are polled in one request. No document says what a server allows, so this starts
 * high, halves when a server refuses, and doubles again after many requests without a refusal.
 */
final class BatchLimit {
  private static final int ACCEPTED_BEFORE_GROWTH = 64;

  private final int maximum;
  private int current;
  private int accepted;

  BatchLimit(int maximum) {
    this.maximum = maximum;
    this.current = maximum;
  }

  int current() {
    return current;
  }

  void onRefused(int size) {
    current = Math.max(1, Math.min(current, size / 2));
    accepted = 0;
  }

  void onAccepted(int size) {
    if (size >= current && ++accepted >= ACCEPTED_BEFORE_GROWTH) {
      current = Math.min(maximum, current * 2);
      accepted = 0;
    }
  }

  /**
   * Learns from a reply to a poll whether the server leaves jobs out of large batches. A job that a
   * batch got no answer for is polled alone next. If the server then answers, the batch was too
   * large; if it does not, it does not know the task (yet), and the job may be in batches again.
   *
   * @param isBatch whether other jobs were polled in the same request
   * @param isSilent whether the reply does not mention the job
   * @param isReadable whether the reply is a message of the API
   */
  void adjust(PollSchedule schedule, boolean isBatch, boolean isSilent, boolean isReadable) {
    if (schedule.isPolledAlone() && !isBatch) {
      if (!isSilent) {
        onRefused(schedule.lastBatchSize());
      }
      schedule.setUnknownToServer(isSilent && isReadable);
    }
    schedule.setPolledAlone(isBatch && isSilent && isReadable && !schedule.isUnknownToServer());
  }
}
