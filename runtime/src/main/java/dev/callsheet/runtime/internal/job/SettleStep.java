package dev.callsheet.runtime.internal.job;

import dev.callsheet.runtime.ModelResult;
import dev.callsheet.runtime.client.budget.BudgetLedger;
import dev.callsheet.runtime.client.job.JobListener.Settled;
import dev.callsheet.runtime.client.job.JobStatus;
import java.lang.System.Logger.Level;

/**
 * Replaces what was reserved for a job by what it cost, when it ends. What another client reserved
 * for it, which is gone, counts where both keep account in one ledger; elsewhere, the ledger knows
 * of nothing to replace.
 */
final class SettleStep {
  private static final System.Logger LOG = System.getLogger(SettleStep.class.getName());

  private final BudgetLedger budget;
  private final EventDispatcher events;

  SettleStep(BudgetLedger budget, EventDispatcher events) {
    this.budget = budget;
    this.events = events;
  }

  <R extends ModelResult> void settle(JobDefinition<R> job, JobSnapshot<R> end) {
    if (end.state().status() == JobStatus.DETACHED) {
      return; // it goes on, and whoever takes it up settles it
    }
    if (end.state().recordingFailure() != null) {
      releaseOwn(job); // what is not its own is that of the client that has the job
      return;
    }
    switch (end.state().charge()) {
      case NONE -> settle(job, JobCost.NONE);
      case EARLIER -> settleEarlier(job, end);
      case DUE, POSSIBLE -> settleNow(job, end);
    }
  }

  private void releaseOwn(JobDefinition<?> job) {
    if (job.reservedHere()) {
      budget.release(job.id());
    }
  }

  /** Its client may have been killed between its end and the settlement. */
  private <R extends ModelResult> void settleEarlier(JobDefinition<R> job, JobSnapshot<R> end) {
    settle(
        job, job.reservedHere() ? JobCost.NONE : JobCost.of(end.outcomes(), job.expectedResults()));
  }

  private <R extends ModelResult> void settleNow(JobDefinition<R> job, JobSnapshot<R> end) {
    var cost = JobCost.of(end.outcomes(), job.expectedResults());
    settle(job, cost);
    var estimate = job.estimate();
    if (estimate == null) {
      return;
    }
    var event = new Settled(job.id(), estimate, cost.reported(), cost.unpriced());
    events.dispatch(listener -> listener.onSettled(event));
    cost.overrunMessage(estimate)
        .ifPresent(message -> LOG.log(Level.WARNING, "Job {0}: {1}", job.id(), message));
  }

  private void settle(JobDefinition<?> job, JobCost cost) {
    budget.settle(job.id(), cost.reported(), cost.unpriced(), job.expectedResults());
  }
}
