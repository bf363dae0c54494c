package dev.callsheet.runtime.client.journal.file;

import dev.callsheet.runtime.client.error.JournalException;
import dev.callsheet.runtime.client.journal.EntryJson;
import dev.callsheet.runtime.client.journal.GroupCommit;
import dev.callsheet.runtime.client.journal.JobRecord;
import dev.callsheet.runtime.client.journal.JournalEntry;
import dev.callsheet.runtime.client.journal.JournalEntry.Acknowledged;
import dev.callsheet.runtime.client.journal.JournalEntry.Submitted;
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
final class FileSession implements JournalSession {
  /** The sessions of a process take orphans over one after the other. */
  private static final Object TAKING_OVER = new Object();

  private static final Comparator<JobRecord> BY_AGE =
      Comparator.comparing((JobRecord job) -> job.task().at());

  private final Shelf shelf;
  private final Scope scope;
  private final Duration keeping;
  private final OwnFile own;
  private final GroupCommit writer = new GroupCommit(this::commit);
  private volatile boolean closed;
  private @Nullable Path released;

  FileSession(Shelf shelf, Scope scope, Duration keeping) {
    this.shelf = shelf;
    this.scope = scope;
    this.keeping = keeping;
    this.own = new OwnFile(shelf, scope, keeping);
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

  private void commit(List<GroupCommit.Waiting> batch) {
    try {
      if (closed) {
        commitLate(batch);
        return;
      }
      var news = new ArrayList<GroupCommit.Waiting>();
      for (var waiting : batch) {
        if (waiting.entry() instanceof Submitted task && own.has(task.job())) {
          waiting.done().complete(own.record(task.job()));
        } else {
          news.add(waiting);
        }
      }
      own.append(news.stream().map(GroupCommit.Waiting::entry).toList());
      news.forEach(waiting -> waiting.done().complete(Optional.empty()));
    } catch (IOException e) {
      var failure = shelf.unusable(Shelf.reason(e), e);
      batch.forEach(waiting -> waiting.done().completeExceptionally(failure));
    } catch (RuntimeException e) {
      batch.forEach(waiting -> waiting.done().completeExceptionally(e));
    }
  }

  /** A caller may be done with a job after its client is closed, as long as nobody adopted it. */
  private void commitLate(List<GroupCommit.Waiting> batch) throws IOException {
    for (var waiting : batch) {
      if (waiting.entry() instanceof Acknowledged late) {
        acknowledge(late);
        waiting.done().complete(Optional.empty());
      } else {
        waiting.done().completeExceptionally(new JournalException("The journal is closed", null));
      }
    }
  }

  private void acknowledge(Acknowledged late) throws IOException {
    synchronized (TAKING_OVER) {
      var claimed =
          released == null ? Optional.<JournalFile>empty() : JournalFile.claim(shelf, released);
      if (claimed.isPresent()) {
        var file = claimed.get();
        file.read();
        file.append(List.of(Line.of(EntryJson.write(late))));
        if (Orphan.of(file, scope, oldest())
            .filter(orphan -> orphan.jobs().isEmpty())
            .isPresent()) {
          file.delete();
        }
        file.close();
      }
    }
  }

  private Instant oldest() {
    return Instant.now().minus(keeping);
  }

  @Override
  public List<JobRecord> adopt(Predicate<JobRecord> wanted) {
    return onWriter(
        () -> {
          synchronized (TAKING_OVER) {
            for (var path : shelf.files()) {
              if (!Shelf.isOfThisProcess(path)) {
                adopt(path, wanted);
              }
            }
          }
          return own.records().stream().filter(wanted).sorted(BY_AGE).toList();
        });
  }

  private void adopt(Path path, Predicate<JobRecord> wanted) throws IOException {
    var claimed = JournalFile.claim(shelf, path);
    if (claimed.isPresent()) {
      try (var file = claimed.get()) {
        var orphan = Orphan.of(file, scope, oldest());
        if (orphan.isPresent()) {
          orphan.get().moveTo(own, wanted, shelf, scope);
        }
      }
    }
  }

  @Override
  public List<JobRecord> jobs() {
    return onWriter(
        () -> {
          var jobs = new ArrayList<>(own.records());
          for (var path : shelf.files()) {
            if (!Shelf.isOfThisProcess(path)) {
              jobs.addAll(shelf.look(path));
            }
          }
          jobs.sort(BY_AGE);
          return jobs;
        });
  }

  /** Runs a step between two commits, and waits for it without minding interrupts. */
  private <T> T onWriter(Step<T> step) {
    try {
      return CompletableFuture.supplyAsync(() -> step.orUnusable(shelf), writer).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof JournalException known ? known : e;
    }
  }

  @FunctionalInterface
  private interface Step<T> {
    T run() throws IOException;

    default T orUnusable(Shelf shelf) {
      try {
        return run();
      } catch (IOException e) {
        throw shelf.unusable(Shelf.reason(e), e);
      }
    }
  }

  @Override
  public void close() {
    onWriter(
        () -> {
          if (!closed) {
            closed = true;
            released = own.release();
          }
          return shelf;
        });
  }
}
