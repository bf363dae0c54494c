package dev.callsheet.runtime.internal.job;

import dev.callsheet.runtime.ModelResult;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The jobs that a client follows, at most one for each task. For any number of threads. */
final class JobRegistry {
  private final Map<UUID, ActiveJob<?>> jobs = new ConcurrentHashMap<>();
  private final Set<UUID> uncertainTasks = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * Adds a job, unless there is one of its task already: then that is returned.
   *
   * @throws IllegalArgumentException if that is about another request
   * @throws IllegalStateException if the client is closed
   */
  @SuppressWarnings("unchecked") // the results of compatible jobs are read as the same class
  <R extends ModelResult> ActiveJob<R> register(ActiveJob<R> job) {
    var existing = jobs.putIfAbsent(job.id(), job);
    if (closed) {
      jobs.remove(job.id(), job);
      requireOpen();
    }
    if (existing == null) {
      return job;
    }
    if (!existing.definition().isCompatibleWith(job.definition())) {
      throw new IllegalArgumentException(
          "Another request with the UUID "
              + job.id()
              + " is under way: each task needs one of its own");
    }
    return (ActiveJob<R>) existing;
  }

  /** Removes a job that has ended. */
  void remove(ActiveJob<?> job) {
    if (job.snapshot().state().charge() == JobState.Charge.POSSIBLE) {
      uncertainTasks.add(job.id());
    }
    jobs.remove(job.id(), job);
  }

  /** Whether an earlier job may have sent this task; asked once, when it is sent again. */
  boolean takeUncertain(UUID task) {
    return uncertainTasks.remove(task);
  }

  Optional<ActiveJob<?>> find(UUID task) {
    @Nullable ActiveJob<?> job = jobs.get(task);
    return Optional.ofNullable(job);
  }

  boolean contains(UUID task) {
    return jobs.containsKey(task);
  }

  void detachAll() {
    jobs.values().forEach(ActiveJob::detach);
  }

  /** Adds no more jobs; returns whether it was open before. */
  synchronized boolean close() {
    var wasOpen = !closed;
    closed = true;
    return wasOpen;
  }

  boolean isClosed() {
    return closed;
  }

  void requireOpen() {
    if (closed) {
      throw new IllegalStateException("The client is closed");
    }
  }
}
