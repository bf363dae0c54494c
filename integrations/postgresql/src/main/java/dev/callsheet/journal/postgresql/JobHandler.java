package dev.callsheet.journal.postgresql;

import dev.callsheet.runtime.client.RawResult;
import dev.callsheet.runtime.client.job.Job;

/** What an application does with the results of its jobs. */
@FunctionalInterface
public interface JobHandler {
  /**
   * A job has ended: {@code job.results()} has its results, and why the others are missing. They
   * are in the journal. When this returns, the job leaves the queue and the journal. A worker that
   * dies before that has another worker called with the same job again: whoever cannot have
   * something twice writes down which jobs it had. Calls come on several threads.
   *
   * @throws Exception if the results cannot be dealt with; the job is stopped, and stays in the
   *     queue and the journal
   */
  void onEnd(QueuedJob queued, Job<RawResult> job) throws Exception;
}
