package dev.callsheet.runtime.internal.job;

import dev.callsheet.runtime.client.budget.BudgetLedger;
import dev.callsheet.runtime.client.policy.PollPolicy;
import dev.callsheet.runtime.client.policy.ResponseLimits;
import dev.callsheet.runtime.client.policy.RetryPolicy;
import dev.callsheet.runtime.internal.download.Downloader;
import dev.callsheet.runtime.internal.loop.EventLoop;
import dev.callsheet.runtime.internal.transport.RequestScheduler;
import java.util.random.RandomGenerator;

/**
 * What all jobs of a client share.
 *
 * @param protocol how the platform is asked, and answers
 * @param scheduler sends requests to the server
 * @param loop where all state changes
 * @param events calls the user's listeners
 * @param journal writes to the client's journal
 * @param budget what the client may spend
 * @param limits how much is taken from a server
 */
public record ClientContext(
    Protocol protocol,
    RequestScheduler scheduler,
    EventLoop loop,
    EventDispatcher events,
    JournalWriter journal,
    BudgetLedger budget,
    RetryPolicy retryPolicy,
    PollPolicy pollPolicy,
    ResponseLimits limits,
    RandomGenerator random,
    Downloader downloader) {
  SettleStep settlement() {
    return new SettleStep(budget, events);
  }
}
