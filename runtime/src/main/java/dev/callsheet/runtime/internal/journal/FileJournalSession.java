package dev.callsheet.runtime.internal.journal;

import dev.callsheet.runtime.client.error.JournalException;
import dev.callsheet.runtime.client.journal.GroupCommit;
import dev.callsheet.runtime.client.journal.JobRecord;
import dev.callsheet.runtime.client.journal.JournalEntry;
import dev.callsheet.runtime.client.journal.JournalEntry.Acknowledged;
import dev.callsheet.runtime.client.journal.JournalEntry.Submitted;
import dev.callsheet.runtime.client.journal.JournalEntryJson;
import dev.callsheet.runtime.client.journal.JournalProblem;
import dev.callsheet.runtime.client.journal.JournalSession;
import dev.callsheet.runtime.client.journal.Scope;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A client's session in a journal of files.
 *
 * <p>Files. Each session appends to a file of its own in the journal's directory, one entry a line,
 * each line with a checksum ({@link JournalLine}), and keeps an exclusive lock on it while it
 * lives. Entries that come in during a commit are written together by the next ({@link
 * GroupCommit}), with one {@code fsync}. Nothing is complete before it is on disk, so a line that
 * is damaged, as the last one may be when its process died, was relied on by nobody.
 *
 * <p>Recovery. The system releases the lock when a process ends, however it ends. Who can lock a
 * file therefore knows that its owner is gone, and may adopt its jobs: the lines of the jobs that
 * are wanted are appended to the own file, and the others to a new file that belongs to nobody;
 * only then is the old file deleted, or set aside where lines other than the last are damaged
 * ({@link AbandonedJournal}). A crash in between leaves jobs in two files that say the same of
 * them, and adopting the second file later skips jobs that are known. A file that a session has
 * closed is renamed, so that it can be adopted by the same process, too. File locks do not exclude
 * threads of one process, so its sessions adopt one after the other, and no process opens a file of
 * its own twice: on POSIX systems, closing that would release the lock ({@link JournalDirectory}).
 *
 * <p>Compaction. Acknowledged jobs, and finished ones after the retention time, are dropped from
 * the index. When less than half of the file is still needed, the needed lines are copied to a new
 * file, which replaces the old one in the same crash-safe order ({@link SessionJournal}). So each
 * byte is copied at most once for each byte written, and adopting costs one pass over the files.
 *
 * <p>All that touches a file happens on one thread.
 */
public final class FileJournalSession implements JournalSession {
  /** The sessions of a process adopt abandoned files one after the other. */
  private static final Object ADOPTION_LOCK = new Object();

  private static final Comparator<JobRecord> BY_AGE =
      Comparator.comparing((JobRecord job) -> job.task().timestamp());

  private final JournalDirectory directory;
  private final Scope scope;
  private final Duration retention;
  private final SessionJournal ownJournal;
  private final GroupCommit writer = new GroupCommit(this::commit);
  private final JournalProblems problems = new JournalProblems();
  private volatile boolean closed;
  private @Nullable Path releasedFile;

  public FileJournalSession(JournalDirectory directory, Scope scope, Duration retention) {
    this.directory = directory;
    this.scope = scope;
    this.retention = retention;
    this.ownJournal = new SessionJournal(directory, scope, retention);
  }

  @Override
  public CompletableFuture<Optional<JobRecord>> begin(Submitted submission) {
    return writer.write(submission);
  }

  @Override
  public CompletableFuture<Void> append(JournalEntry entry) {
    var written = writer.write(entry).<Void>thenApply(known -> null);
    if (closed) {
      written.exceptionally(failure -> null).join(); // the process may be about to end
    }
    return written;
  }

  private void commit(List<GroupCommit.PendingEntry> batch) {
    try {
      if (closed) {
        commitAfterClose(batch);
        return;
      }
      var news = new ArrayList<GroupCommit.PendingEntry>();
      for (var pending : batch) {
        if (pending.entry() instanceof Submitted task && ownJournal.contains(task.job())) {
          var known = ownJournal.record(task.job());
          pending
              .completion()
              .complete(
                  Optional.of(known.orElseThrow(() -> JournalException.unreadableJob(task.job()))));
        } else {
          news.add(pending);
        }
      }
      ownJournal.append(news.stream().map(GroupCommit.PendingEntry::entry).toList());
      news.forEach(pending -> pending.completion().complete(Optional.empty()));
    } catch (IOException e) {
      throw directory.unusableException(JournalDirectory.reason(e), e);
    }
  }

  /** A job may be acknowledged after its client is closed, as long as nobody has adopted it. */
  private void commitAfterClose(List<GroupCommit.PendingEntry> batch) throws IOException {
    for (var pending : batch) {
      if (pending.entry() instanceof Acknowledged late) {
        acknowledge(late);
        pending.completion().complete(Optional.empty());
      } else {
        pending
            .completion()
            .completeExceptionally(new JournalException("The journal is closed", null));
      }
    }
  }

  private void acknowledge(Acknowledged late) throws IOException {
    synchronized (ADOPTION_LOCK) {
      var claimed =
          releasedFile == null
              ? Optional.<JournalFile>empty()
              : JournalFile.claim(directory, releasedFile);
      if (claimed.isPresent()) {
        try (var file = claimed.get()) {
          file.read();
          file.append(List.of(JournalLine.encode(JournalEntryJson.write(late))));
          var abandoned = AbandonedJournal.of(file, file.read(), scope, oldestRetained());
          if (abandoned.isPresent() && abandoned.get().jobs().isEmpty()) {
            abandoned.get().remove();
          }
        }
      }
    }
  }

  private Instant oldestRetained() {
    return Instant.now().minus(retention);
  }

  @Override
  public List<JobRecord> adopt(Predicate<JobRecord> wanted) {
    return callOnWriter(
        () -> {
          synchronized (ADOPTION_LOCK) {
            for (var path : directory.files(problems)) {
              if (!JournalDirectory.belongsToThisProcess(path)) {
                adopt(path, wanted);
              }
            }
          }
          return ownJournal.records(problems).stream().filter(wanted).sorted(BY_AGE).toList();
        });
  }

  /** A file that cannot be read must not keep the others from being adopted. */
  private void adopt(Path path, Predicate<JobRecord> wanted) {
    try (var file = JournalFile.claim(directory, path).orElse(null)) {
      if (file != null) {
        var contents = file.read();
        problems.addAll(path, contents);
        var abandoned = AbandonedJournal.of(file, contents, scope, oldestRetained());
        if (abandoned.isPresent() && abandoned.get().copyTo(ownJournal, wanted, directory, scope)) {
          abandoned.get().remove();
        }
      }
    } catch (IOException e) {
      problems.addUnreadable(path, e);
    }
  }

  @Override
  public List<JobRecord> jobs() {
    return callOnWriter(
        () -> {
          var jobs = new ArrayList<>(ownJournal.records(problems));
          for (var path : directory.files(problems)) {
            if (!JournalDirectory.belongsToThisProcess(path)) {
              jobs.addAll(directory.readJobs(path, problems));
            }
          }
          directory.findQuarantined(problems);
          jobs.sort(BY_AGE);
          return jobs;
        });
  }

  @Override
  public List<JobRecord> ownJobs() {
    return callOnWriter(() -> ownJournal.records(problems));
  }

  @Override
  public List<JournalProblem> problems() {
    return problems.all();
  }

  /** Runs a step between two commits, and waits for it; an interrupt does not end the wait. */
  private <T> T callOnWriter(JournalStep<T> step) {
    try {
      return CompletableFuture.supplyAsync(() -> step.runOrThrow(directory), writer).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof JournalException known ? known : e;
    }
  }

  @FunctionalInterface
  private interface JournalStep<T> {
    T run() throws IOException;

    default T runOrThrow(JournalDirectory directory) {
      try {
        return run();
      } catch (IOException e) {
        throw directory.unusableException(JournalDirectory.reason(e), e);
      }
    }
  }

  @Override
  public void close() {
    callOnWriter(
        () -> {
          if (!closed) {
            closed = true;
            releasedFile = ownJournal.release();
          }
          return directory;
        });
  }
}
