package dev.callsheet.runtime.internal.job;

import dev.callsheet.runtime.client.job.JobStatus;
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

  /**
   * The job has ended. One that was never written down has nothing to acknowledge; one that may go
   * on somewhere is acknowledged by its caller only, whatever of it is on disk.
   */
  void onEnd(JobState end) {
    if (end.recordingFailure() != null) {
      acknowledged.set(true);
    } else if (end.status() == JobStatus.FINISHED && end.charge() != JobState.Charge.POSSIBLE) {
      delivered = end.results().delivered().size();
      acknowledgeIfDownloaded();
    }
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
