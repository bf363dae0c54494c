package dev.callsheet.runtime.internal.job;

import dev.callsheet.runtime.ModelResult;
import dev.callsheet.runtime.client.job.JobListener.Settled;
import dev.callsheet.runtime.internal.budget.BudgetTracker;
import java.lang.System.Logger.Level;

/**
 * Replaces what was reserved for a job by what it cost, when it ends. Jobs that the client attached
 * to or resumed were reserved under another budget, and do not count.
 */
final class SettleStep {
  private static final System.Logger LOG = System.getLogger(SettleStep.class.getName());

  private final BudgetTracker budget;
  private final EventDispatcher events;

  SettleStep(BudgetTracker budget, EventDispatcher events) {
    this.budget = budget;
    this.events = events;
  }

  <R extends ModelResult> void settle(JobDefinition<R> job, JobSnapshot<R> end) {
    var estimate = job.estimate();
    if (estimate == null) {
      return;
    }
    if (end.state().charge() == JobState.Charge.NONE) {
      budget.release(job.id());
      return;
    }
    var cost = JobCost.of(end.outcomes(), job.expectedResults(), estimate);
    budget.settle(job.id(), cost.reported(), cost.unpriced(), job.expectedResults());
    var event = new Settled(job.id(), estimate, cost.reported(), cost.unpriced());
    events.dispatch(listener -> listener.onSettled(event));
    cost.overrunMessage()
        .ifPresent(message -> LOG.log(Level.WARNING, "Job {0}: {1}", job.id(), message));
  }
}
