package dev.callsheet.runtime.internal.job;

import dev.callsheet.runtime.client.journal.JobRecord;
import dev.callsheet.runtime.client.journal.JobRecord.Owner;
import dev.callsheet.runtime.client.journal.JournalEntry;
import dev.callsheet.runtime.client.journal.JournalEntryJson;
import dev.callsheet.runtime.client.journal.JournalSession;
import dev.callsheet.runtime.client.journal.Scope;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/** Keeps what is written to it, as text, the way that the journals on disk do. */
final class MemoryJournal implements JournalSession {
  private static final Scope SCOPE = new Scope(URI.create("http://localhost"), "a");

  private final Map<UUID, List<String>> lines = new LinkedHashMap<>();

  @Override
  public CompletableFuture<Optional<JobRecord>> begin(JournalEntry.Submitted submission) {
    return append(submission).thenApply(written -> Optional.empty());
  }

  @Override
  public CompletableFuture<Void> append(JournalEntry entry) {
    lines.computeIfAbsent(entry.job(), job -> new ArrayList<>()).add(JournalEntryJson.write(entry));
    return CompletableFuture.completedFuture(null);
  }

  /** What it knows of a job. */
  JobRecord record(UUID job) {
    var entries = lines.getOrDefault(job, List.of()).stream().map(JournalEntryJson::read).toList();
    return JobRecord.of(entries, SCOPE, Owner.THIS_SESSION).orElseThrow();
  }

  @Override
  public List<JobRecord> adopt(Predicate<JobRecord> wanted) {
    return List.of();
  }

  @Override
  public List<JobRecord> jobs() {
    return lines.keySet().stream().map(this::record).toList();
  }

  @Override
  public void close() {}
}
