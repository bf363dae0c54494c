package dev.callsheet.runtime.internal.loop;

import java.time.Duration;

/**
 * Runs one action at the earliest of the moments it was set to. Setting it to a later moment than
 * the one it waits for does nothing. On the loop only.
 */
public final class LoopAlarm {
  private static final long UNSET = Long.MAX_VALUE;

  private final EventLoop loop;
  private final Runnable action;
  private long moment = UNSET;

  public LoopAlarm(EventLoop loop, Runnable action) {
    this.loop = loop;
    this.action = action;
  }

  /** Sets the alarm to a moment on the loop's clock, unless it rings before. */
  public void setNoLaterThan(long next) {
    if (next < moment) {
      moment = next;
      loop.schedule(Duration.ofNanos(next - loop.now()), () -> ring(next));
    }
  }

  private void ring(long scheduled) {
    if (moment == scheduled) { // otherwise an earlier one has replaced this one
      moment = UNSET;
      action.run();
    }
  }
}
