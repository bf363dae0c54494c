package dev.callsheet.runtime.internal.job;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Tells the journal, once, that the caller needs nothing more of a job. It is no part of the job's
 * state: it may happen on any thread, and after the client is closed.
 */
final class JobAcknowledgement {
  private final UUID job;
  private final JournalWriter journal;
  private final Set<Integer> downloaded = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean acknowledged = new AtomicBoolean();
  private volatile int delivered;

  JobAcknowledgement(UUID job, JournalWriter journal) {
    this.job = job;
    this.journal = journal;
  }

  /** The job has finished with so many delivered results. */
  void onFinished(int count) {
    delivered = count;
    acknowledgeIfDownloaded();
  }

  /** The task is not in the journal: there is nothing to acknowledge. */
  void onRecordingFailed() {
    acknowledged.set(true);
  }

  /** The media of a result, numbered from 1, is on disk. */
  void onDownloaded(int number) {
    downloaded.add(number);
    acknowledgeIfDownloaded();
  }

  private void acknowledgeIfDownloaded() {
    if (delivered > 0 && downloaded.size() >= delivered) {
      acknowledge();
    }
  }

  void acknowledge() {
    if (acknowledged.compareAndSet(false, true)) {
      journal.acknowledge(job);
    }
  }
}
