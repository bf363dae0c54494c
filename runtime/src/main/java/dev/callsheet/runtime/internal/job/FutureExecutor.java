package dev.callsheet.runtime.internal.job;

import dev.callsheet.runtime.internal.loop.DaemonExecutors;
import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * Where the futures of jobs complete, and so the user's code that depends on them runs: a few
 * threads, shared by all clients, gone when idle. The platform's default executor starts a thread
 * for each job on machines with one or two processors.
 */
final class FutureExecutor {
  static final Executor EXECUTOR =
      DaemonExecutors.create("callsheet-futures", 4, Duration.ofSeconds(1));

  private FutureExecutor() {}
}
