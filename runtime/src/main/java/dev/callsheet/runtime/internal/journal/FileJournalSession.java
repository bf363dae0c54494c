package dev.callsheet.runtime.internal.journal;

import dev.callsheet.runtime.client.error.JournalException;
import dev.callsheet.runtime.client.journal.GroupCommit;
import dev.callsheet.runtime.client.journal.JobRecord;
import dev.callsheet.runtime.client.journal.JournalEntry;
import dev.callsheet.runtime.client.journal.JournalEntry.Acknowledged;
import dev.callsheet.runtime.client.journal.JournalEntry.Submitted;
import dev.callsheet.runtime.client.journal.JournalEntryJson;
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

/** A client's session in a journal of files. All that touches a file happens on one thread. */
public final class FileJournalSession implements JournalSession {
  /** The sessions of a process take orphans over one after the other. */
  private static final Object ADOPTION_LOCK = new Object();

  private static final Comparator<JobRecord> BY_AGE =
      Comparator.comparing((JobRecord job) -> job.task().timestamp());

  private final JournalDirectory directory;
  private final Scope scope;
  private final Duration retention;
  private final SessionJournal ownJournal;
  private final GroupCommit writer = new GroupCommit(this::commit);
  private volatile boolean closed;
  private @Nullable Path releasedFile;

  public FileJournalSession(JournalDirectory shelf, Scope scope, Duration keeping) {
    this.directory = shelf;
    this.scope = scope;
    this.retention = keeping;
    this.ownJournal = new SessionJournal(shelf, scope, keeping);
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
      for (var waiting : batch) {
        if (waiting.entry() instanceof Submitted task && ownJournal.contains(task.job())) {
          waiting.completion().complete(ownJournal.record(task.job()));
        } else {
          news.add(waiting);
        }
      }
      ownJournal.append(news.stream().map(GroupCommit.PendingEntry::entry).toList());
      news.forEach(waiting -> waiting.completion().complete(Optional.empty()));
    } catch (IOException e) {
      var failure = directory.unusableException(JournalDirectory.reason(e), e);
      batch.forEach(waiting -> waiting.completion().completeExceptionally(failure));
    } catch (RuntimeException e) {
      batch.forEach(waiting -> waiting.completion().completeExceptionally(e));
    }
  }

  /** A caller may be done with a job after its client is closed, as long as nobody adopted it. */
  private void commitAfterClose(List<GroupCommit.PendingEntry> batch) throws IOException {
    for (var waiting : batch) {
      if (waiting.entry() instanceof Acknowledged late) {
        acknowledge(late);
        waiting.completion().complete(Optional.empty());
      } else {
        waiting
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
        var file = claimed.get();
        file.read();
        file.append(List.of(JournalLine.encode(JournalEntryJson.write(late))));
        if (AbandonedJournal.of(file, scope, oldestRetained())
            .filter(orphan -> orphan.jobs().isEmpty())
            .isPresent()) {
          file.delete();
        }
        file.close();
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
            for (var path : directory.files()) {
              if (!JournalDirectory.belongsToThisProcess(path)) {
                adopt(path, wanted);
              }
            }
          }
          return ownJournal.records().stream().filter(wanted).sorted(BY_AGE).toList();
        });
  }

  private void adopt(Path path, Predicate<JobRecord> wanted) throws IOException {
    var claimed = JournalFile.claim(directory, path);
    if (claimed.isPresent()) {
      try (var file = claimed.get()) {
        var orphan = AbandonedJournal.of(file, scope, oldestRetained());
        if (orphan.isPresent()) {
          orphan.get().moveTo(ownJournal, wanted, directory, scope);
        }
      }
    }
  }

  @Override
  public List<JobRecord> jobs() {
    return callOnWriter(
        () -> {
          var jobs = new ArrayList<>(ownJournal.records());
          for (var path : directory.files()) {
            if (!JournalDirectory.belongsToThisProcess(path)) {
              jobs.addAll(directory.readJobs(path));
            }
          }
          jobs.sort(BY_AGE);
          return jobs;
        });
  }

  /** Runs a step between two commits, and waits for it without minding interrupts. */
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

    default T runOrThrow(JournalDirectory shelf) {
      try {
        return run();
      } catch (IOException e) {
        throw shelf.unusableException(JournalDirectory.reason(e), e);
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
