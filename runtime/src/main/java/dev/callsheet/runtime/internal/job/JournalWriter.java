package dev.callsheet.runtime.internal.job;

import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.client.error.JournalException;
import dev.callsheet.runtime.client.journal.JobRecord;
import dev.callsheet.runtime.client.journal.JournalEntry;
import dev.callsheet.runtime.client.journal.JournalEntry.Accepted;
import dev.callsheet.runtime.client.journal.JournalEntry.Acknowledged;
import dev.callsheet.runtime.client.journal.JournalEntry.Delivered;
import dev.callsheet.runtime.client.journal.JournalEntry.Finished;
import dev.callsheet.runtime.client.journal.JournalEntry.Submitted;
import dev.callsheet.runtime.client.journal.JournalEntry.Uncertain;
import dev.callsheet.runtime.client.journal.JournalSession;
import dev.callsheet.runtime.internal.wire.WireJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Tells the journal what becomes of jobs. Once a task is sent, a failing journal stops nothing. */
public final class JournalWriter {
  private static final System.Logger LOG = System.getLogger(JournalWriter.class.getName());

  private final JournalSession session;
  private final UnaryOperator<String> redactor;
  private final InstantSource clock;
  private final Set<UUID> heldByCaller = ConcurrentHashMap.newKeySet();
  private volatile Consumer<UUID> takenOverListener = job -> {};
  private final AtomicBoolean isFailing = new AtomicBoolean();

  /**
   * A recorder.
   *
   * @param hiding takes the key out of a text, should a server quote it
   */
  public JournalWriter(JournalSession session, UnaryOperator<String> hiding, InstantSource clock) {
    this.session = session;
    this.redactor = hiding;
    this.clock = clock;
  }

  /** Has {@code ear} told of every job that another session has taken over. */
  public void onTakenOver(Consumer<UUID> ear) {
    takenOverListener = ear;
  }

  public JournalSession session() {
    return session;
  }

  /**
   * Writes a task down before it is sent; completes with what is known of it already.
   *
   * @param body the request as it will be sent; null if it is not to be sent
   */
  CompletableFuture<Optional<JobRecord>> begin(JobState<?> job, byte @Nullable [] body) {
    return session.begin(
        new Submitted(
            job.id(),
            now(),
            job.modelType().taskType(),
            job.modelType().id(),
            job.expectedResults(),
            body == null ? null : new String(body, StandardCharsets.UTF_8)));
  }

  void accepted(UUID job) {
    write(new Accepted(job, now()));
  }

  void delivered(UUID job, JsonNode result) {
    write(new Delivered(job, now(), redactor.apply(WireJson.MAPPER.writeValueAsString(result))));
  }

  void uncertain(UUID job, ApiError reason) {
    write(new Uncertain(job, now(), reason));
  }

  void finished(UUID job, List<ApiError> failures) {
    markFinished(job);
    write(new Finished(job, now(), failures));
  }

  /** A job that was found finished is in the hands of the caller. */
  void markFinished(UUID job) {
    if (session.isPersistent()) {
      heldByCaller.add(job);
    }
  }

  /** Whether the caller was given the job, finished, and has not acknowledged it yet. */
  public boolean isHeldByCaller(UUID job) {
    return heldByCaller.contains(job);
  }

  void acknowledged(UUID job) {
    heldByCaller.remove(job);
    write(new Acknowledged(job, now()));
  }

  private Instant now() {
    return clock.instant();
  }

  private void write(JournalEntry entry) {
    var unused =
        session
            .append(entry)
            .whenComplete((written, failure) -> onWriteResult(entry.job(), failure));
  }

  private void onWriteResult(UUID job, @Nullable Throwable failure) {
    var cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause == null) {
      isFailing.set(false);
    } else if (cause instanceof JournalException journal && journal.isTakenOver()) {
      takenOverListener.accept(job);
    } else if (!isFailing.getAndSet(true)) {
      LOG.log(
          System.Logger.Level.WARNING,
          "The journal falls behind; jobs go on, but what becomes of them now is known to this"
              + " process only",
          cause);
    }
  }
}
