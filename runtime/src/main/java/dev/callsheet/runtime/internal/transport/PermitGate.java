package dev.callsheet.runtime.internal.transport;

import dev.callsheet.runtime.client.policy.SharedPace.Grant;
import dev.callsheet.runtime.client.policy.SharedPace.Permits;
import dev.callsheet.runtime.internal.loop.AsyncFailure;
import dev.callsheet.runtime.internal.loop.EventLoop;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Lets requests pass for which there is leave by a pace that several clients share, and asks for
 * more when there is none. A grant ends when nothing is left of it and all its requests have been
 * answered; what nobody wants at once goes back, so that another client may have it. On the loop
 * only.
 */
final class PermitGate implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(PermitGate.class.getName());
  private static final int MOST = 64;
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  private final @Nullable Permits permits;
  private final EventLoop loop;
  private final Runnable onGranted;
  private @Nullable Pass current;
  private boolean isAsking;
  private boolean isFailing;

  /**
   * A closed gate.
   *
   * @param permits the shared pace; null where there is none, and all pass
   * @param onGranted called, on the loop, when it is worth trying again
   */
  PermitGate(@Nullable Permits permits, EventLoop loop, Runnable onGranted) {
    this.permits = permits;
    this.loop = loop;
    this.onGranted = onGranted;
  }

  /** What lets requests pass: to be {@linkplain #end ended} once for each of them. */
  static final class Pass {
    private final @Nullable Grant grant;
    private int left;
    private int used;
    private int inFlight;

    private Pass(@Nullable Grant grant, int left) {
      this.grant = grant;
      this.left = left;
    }

    private boolean allows(int requests) {
      return left >= requests && (grant == null || grant.isValid());
    }

    private void begin(int requests) {
      left -= requests;
      used += requests;
      inFlight++;
    }

    /** The exchange that it was for has ended. */
    void end() {
      inFlight--;
      endIfDone();
    }

    private void giveBackRest() {
      left = 0;
      endIfDone();
    }

    private void endIfDone() {
      if (grant != null && left == 0 && inFlight == 0) {
        grant.end(used);
      }
    }
  }

  /**
   * Takes leave for an exchange.
   *
   * @param requests how many requests it may take
   * @param waiting how many exchanges wait, this one included
   * @return null when there is none now
   */
  @Nullable Pass tryPass(int requests, int waiting) {
    if (permits == null) {
      return new Pass(null, 0);
    }
    var needed = Math.min(requests, permits.limit());
    var pass = current;
    if (pass != null && pass.allows(needed)) {
      pass.begin(needed);
      return pass;
    }
    giveBackRest();
    ask(permits, needed, Math.max(needed, Math.min(Math.min(waiting, MOST), permits.limit())));
    return null;
  }

  /** Nothing more is to be sent for now. */
  void giveBackRest() {
    var pass = current;
    current = null;
    if (pass != null) {
      pass.giveBackRest();
    }
  }

  private void ask(Permits source, int least, int most) {
    if (isAsking) {
      return;
    }
    isAsking = true;
    var unused =
        AsyncFailure.asFuture(() -> source.acquire(least, most))
            .handleAsync(
                (grant, failure) -> {
                  isAsking = false;
                  if (grant == null) {
                    onFailure(AsyncFailure.cause(failure));
                  } else {
                    isFailing = false;
                    current = new Pass(grant, grant.permits());
                    onGranted.run();
                  }
                  return grant;
                },
                loop);
  }

  private void onFailure(Throwable fault) {
    if (!isFailing) {
      LOG.log(
          Level.WARNING, "The shared pace cannot be asked; nothing is sent until it can", fault);
    }
    isFailing = true;
    loop.schedule(AFTER_FAILURE, onGranted);
  }

  /** The server asks for a pause. */
  void pause(Duration wait) {
    if (permits != null) {
      giveBackRest();
      permits.pause(wait);
    }
  }

  @Override
  public void close() {
    giveBackRest();
    if (permits != null) {
      permits.close();
    }
  }
}
