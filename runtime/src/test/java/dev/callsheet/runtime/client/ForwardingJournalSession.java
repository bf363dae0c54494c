package dev.callsheet.runtime.client;

import dev.callsheet.runtime.client.journal.JobRecord;
import dev.callsheet.runtime.client.journal.JournalEntry;
import dev.callsheet.runtime.client.journal.JournalEntry.Submitted;
import dev.callsheet.runtime.client.journal.JournalSession;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/** A session that does what another one does, but for what a test has it do otherwise. */
interface ForwardingJournalSession extends JournalSession {
  JournalSession session();

  @Override
  default CompletableFuture<Optional<JobRecord>> begin(Submitted submission) {
    return session().begin(submission);
  }

  @Override
  default CompletableFuture<Void> append(JournalEntry entry) {
    return session().append(entry);
  }

  @Override
  default CompletableFuture<Boolean> confirm(UUID job) {
    return session().confirm(job);
  }

  @Override
  default List<JobRecord> adopt(Predicate<JobRecord> wanted) {
    return session().adopt(wanted);
  }

  @Override
  default List<JobRecord> jobs() {
    return session().jobs();
  }

  @Override
  default void close() {
    session().close();
  }
}
