package dev.callsheet.runtime.internal.job;

import dev.callsheet.runtime.client.budget.Budget;
import dev.callsheet.runtime.client.journal.Journal;
import dev.callsheet.runtime.client.journal.Scope;
import dev.callsheet.runtime.client.policy.PollPolicy;
import dev.callsheet.runtime.client.policy.RatePolicy;
import dev.callsheet.runtime.client.policy.ResponseLimits;
import dev.callsheet.runtime.client.policy.RetryPolicy;
import dev.callsheet.runtime.internal.budget.BudgetTracker;
import dev.callsheet.runtime.internal.download.Downloader;
import dev.callsheet.runtime.internal.download.FileFetcher;
import dev.callsheet.runtime.internal.loop.VirtualEventLoop;
import dev.callsheet.runtime.internal.runware.RunwareProtocol;
import dev.callsheet.runtime.internal.transport.RequestScheduler;
import dev.callsheet.runtime.internal.transport.Transport;
import dev.callsheet.runtime.internal.wire.NotificationReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;

/** Contexts of clients in virtual time, without journal and without limits. */
final class ClientContexts {
  private ClientContexts() {}

  static ClientContext virtual(
      Transport transport, VirtualEventLoop loop, EventDispatcher events, RatePolicy rate) {
    var standard = PollPolicy.standard();
    var steady =
        new PollPolicy(
            standard.initialDelay(),
            standard.factor(),
            standard.maxDelay(),
            0,
            standard.batchWindow(),
            standard.maxBatchSize(),
            standard.errorGracePeriod());
    var fetcher =
        new FileFetcher(
            HttpClient.newHttpClient(),
            Duration.ofSeconds(1),
            ResponseLimits.standard(),
            RetryPolicy.never(),
            new Random(1));
    return new ClientContext(
        new RunwareProtocol(new NotificationReader(text -> text, 1000)),
        new RequestScheduler(transport, loop, rate),
        loop,
        events,
        new JournalWriter(
            Journal.none().open(new Scope(URI.create("http://localhost"), "a")),
            InstantSource.system()),
        new BudgetTracker(Budget.unlimited()),
        RetryPolicy.never(),
        steady,
        ResponseLimits.standard(),
        new Random(1),
        new Downloader(fetcher, Long.MAX_VALUE, event -> {}));
  }
}
