package dev.callsheet.runtime.client.journal;

import dev.callsheet.runtime.client.error.JournalException;
import dev.callsheet.runtime.client.journal.JournalEntry.Submitted;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * One client's part of a journal, with the jobs that are its own: those it began or adopted. No two
 * living sessions own the same job. Safe for any number of threads; what returns a future does not
 * block.
 */
public interface JournalSession extends AutoCloseable {
  /**
   * Writes a task down before it is sent.
   *
   * @return completes when no crash can undo it, with nothing; or, if the journal has this task
   *     already, with what it knows, and nothing is written. Fails with a {@link JournalException}
   *     when it cannot be written, or another living session owns the task: then it must not be
   *     sent.
   */
  CompletableFuture<Optional<JobRecord>> begin(Submitted submission);

  /**
   * Writes down what became of a job of this session.
   *
   * @return completes when no crash can undo it; fails with a {@link JournalException}
   */
  CompletableFuture<Void> append(JournalEntry entry);

  /**
   * Makes sure, as a task is about to be sent, that no other session has adopted its job: one that
   * could not be heard of for a while may count as ended, and not know it.
   *
   * @return completes with whether the job is this session's; at once where that is sure without
   *     asking anybody. Fails with a {@link JournalException} where it cannot be found out now:
   *     then the task must not be sent yet.
   */
  default CompletableFuture<Boolean> confirm(UUID job) {
    return CompletableFuture.completedFuture(true);
  }

  /**
   * Makes jobs this session's own, and returns them: those of its scope that are wanted, not
   * acknowledged, and its own already or left behind by a session that has ended. What cannot be
   * read is left alone, and is one of the {@link #problems}. Blocks.
   *
   * @throws JournalException if the journal cannot be read or written
   */
  List<JobRecord> adopt(Predicate<JobRecord> wanted);

  /**
   * Makes one job this session's own, and returns it, as {@link #adopt(Predicate)} does. Blocks.
   *
   * @throws JournalException if the journal cannot be read or written
   */
  default Optional<JobRecord> adopt(UUID job) {
    return adopt(known -> known.id().equals(job)).stream().findFirst();
  }

  /**
   * Shows each job in the journal that is not acknowledged, as {@link #jobs} does, without having
   * all of them in memory where the journal can. Blocks.
   *
   * @throws JournalException if the journal cannot be read
   */
  default void forEachJob(Consumer<? super JobRecord> reader) {
    jobs().forEach(reader);
  }

  /**
   * All jobs in the journal that are not acknowledged, of whatever session and scope, oldest first;
   * those of other sessions of this process only where the journal can tell. Blocks.
   *
   * @throws JournalException if the journal cannot be read
   */
  List<JobRecord> jobs();

  /**
   * Those of all {@link #jobs} that are this session's own. Blocks.
   *
   * @throws JournalException if the journal cannot be read
   */
  default List<JobRecord> ownJobs() {
    return jobs().stream().filter(job -> job.owner() == JobRecord.Owner.THIS_SESSION).toList();
  }

  /**
   * What of the journal {@link #adopt} and {@link #jobs} could not read so far. Nothing else
   * depends on it.
   */
  default List<JournalProblem> problems() {
    return List.of();
  }

  /** Whether anything that is written here is ever found again. */
  default boolean isPersistent() {
    return true;
  }

  /** Writes what is left to write, and leaves the jobs to whoever adopts them. Blocks. */
  @Override
  void close();
}
