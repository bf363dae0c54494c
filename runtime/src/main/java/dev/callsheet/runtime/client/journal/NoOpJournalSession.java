package dev.callsheet.runtime.client.journal;

import dev.callsheet.runtime.client.journal.JournalEntry.Submitted;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/** Stores nothing. */
final class NoOpJournalSession implements JournalSession {
  @Override
  public CompletableFuture<Optional<JobRecord>> begin(Submitted submission) {
    return CompletableFuture.completedFuture(Optional.empty());
  }

  @Override
  public CompletableFuture<Void> append(JournalEntry entry) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public List<JobRecord> adopt(Predicate<JobRecord> wanted) {
    return List.of();
  }

  @Override
  public List<JobRecord> jobs() {
    return List.of();
  }

  @Override
  public boolean isPersistent() {
    return false;
  }

  @Override
  public void close() {}
}
