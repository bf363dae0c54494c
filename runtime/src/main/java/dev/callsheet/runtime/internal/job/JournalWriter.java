package dev.callsheet.runtime.internal.job;

import static java.util.stream.Collectors.toSet;

import dev.callsheet.runtime.client.error.JournalException;
import dev.callsheet.runtime.client.job.JobStatus;
import dev.callsheet.runtime.client.journal.JobRecord;
import dev.callsheet.runtime.client.journal.JournalEntry;
import dev.callsheet.runtime.client.journal.JournalEntry.Acknowledged;
import dev.callsheet.runtime.client.journal.JournalEntry.Finished;
import dev.callsheet.runtime.client.journal.JournalEntry.Submitted;
import dev.callsheet.runtime.client.journal.JournalProblem;
import dev.callsheet.runtime.client.journal.JournalSession;
import dev.callsheet.runtime.internal.loop.AsyncFailure;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes what happens to jobs to the journal. Once a task has been sent, its job continues even if
 * the journal fails.
 */
public final class JournalWriter {
  private static final System.Logger LOG = System.getLogger(JournalWriter.class.getName());

  private final JournalSession session;
  private final InstantSource clock;
  private final Set<UUID> heldByCaller = ConcurrentHashMap.newKeySet();
  private final Set<JournalProblem> reportedProblems = ConcurrentHashMap.newKeySet();
  private final Set<String> claimed = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean isFailing = new AtomicBoolean();

  /** A writer to a session. */
  public JournalWriter(JournalSession session, InstantSource clock) {
    this.session = session;
    this.clock = clock;
  }

  JournalSession session() {
    return session;
  }

  /** Closes its session. */
  public void close() {
    session.close();
  }

  /** The time that entries are written with. */
  Instant now() {
    return clock.instant();
  }

  /**
   * Makes jobs the session's own; see {@link JournalSession#adopt}. What cannot be read is reported
   * in the log, once.
   */
  List<JobRecord> adopt(Predicate<JobRecord> wanted) {
    var adopted = session.adopt(wanted);
    reportProblems();
    return adopted;
  }

  /** Makes one job the session's own, as {@link #adopt(Predicate)} does. */
  Optional<JobRecord> adopt(UUID job) {
    var adopted = session.adopt(job);
    reportProblems();
    return adopted;
  }

  private void reportProblems() {
    session.problems().stream()
        .filter(reportedProblems::add)
        .forEach(
            problem -> LOG.log(System.Logger.Level.WARNING, "The journal: " + problem.toString()));
  }

  /**
   * Writes a task down before it is sent; completes with what the journal knows of it already.
   *
   * @param body the request as it will be sent; null if it is not to be sent
   */
  CompletableFuture<Optional<JobRecord>> begin(JobDefinition<?> job, byte @Nullable [] body) {
    var task =
        new Submitted(
            job.id(),
            job.submitted(),
            job.modelType().platform(),
            job.modelType().id(),
            job.expectedResults(),
            body == null ? null : new String(body, StandardCharsets.UTF_8));
    return AsyncFailure.asFuture(() -> session.begin(task));
  }

  /** Whether a job is still the session's; see {@link JournalSession#confirm}. */
  CompletableFuture<Boolean> confirm(UUID job) {
    return AsyncFailure.asFuture(() -> session.confirm(job));
  }

  /**
   * Takes the first of several references that no job of the journal has, for a job whose own was
   * lost.
   *
   * @param id the id in a reference
   */
  CompletableFuture<Optional<String>> claim(List<String> references, UnaryOperator<String> id) {
    return CompletableFuture.supplyAsync(
        () -> {
          var wanted = references.stream().map(id).collect(toSet());
          var taken = new HashSet<String>();
          session.forEachJob(
              job ->
                  Stream.ofNullable(job.reference())
                      .map(id)
                      .filter(wanted::contains)
                      .forEach(taken::add));
          synchronized (claimed) {
            claimed.stream().map(id).forEach(taken::add);
            var free =
                references.stream().filter(one -> !taken.contains(id.apply(one))).findFirst();
            free.ifPresent(claimed::add);
            return free;
          }
        },
        FutureExecutor.EXECUTOR);
  }

  /**
   * Writes the entries that an event of a job leads to.
   *
   * @return for each entry, whether the job is still this session's once it is written
   */
  List<CompletableFuture<Boolean>> write(
      UUID job, JobEvent event, JobState before, JobState after) {
    if (after.reference() != null) {
      claimed.add(after.reference());
    }
    var entries = event.accept(new JournalEntries(job, clock.instant(), before, after));
    var isFinished =
        entries.stream().anyMatch(Finished.class::isInstance)
            || (event instanceof JobEvent.Restored && after.status() == JobStatus.FINISHED);
    if (isFinished && session.isPersistent()) {
      heldByCaller.add(job);
    }
    return entries.stream().map(this::append).toList();
  }

  /** Whether the caller has the job, finished, and has not acknowledged it. */
  boolean isHeldByCaller(UUID job) {
    return heldByCaller.contains(job);
  }

  /** The caller needs nothing more of the job. */
  void acknowledge(UUID job) {
    heldByCaller.remove(job);
    var unused = append(new Acknowledged(job, clock.instant()));
  }

  private CompletableFuture<Boolean> append(JournalEntry entry) {
    return AsyncFailure.asFuture(() -> session.append(entry))
        .handle((written, failure) -> isOwnedAfter(failure));
  }

  private boolean isOwnedAfter(@Nullable Throwable failure) {
    if (failure == null) {
      isFailing.set(false);
      return true;
    }
    var cause = AsyncFailure.cause(failure);
    if (cause instanceof JournalException journal && journal.isTakenOver()) {
      return false;
    }
    if (!isFailing.getAndSet(true)) {
      LOG.log(
          System.Logger.Level.WARNING,
          "The journal cannot be written; jobs continue, but what becomes of them now is known to this"
              + " process only",
          cause);
    }
    return true;
  }
}
