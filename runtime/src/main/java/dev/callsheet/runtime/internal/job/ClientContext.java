package dev.callsheet.runtime.internal.job;

import dev.callsheet.runtime.client.policy.PollPolicy;
import dev.callsheet.runtime.client.policy.RetryPolicy;
import dev.callsheet.runtime.internal.download.Downloader;
import dev.callsheet.runtime.internal.loop.EventLoop;
import dev.callsheet.runtime.internal.transport.RequestScheduler;
import java.util.random.RandomGenerator;

/**
 * What all jobs of a client share.
 *
 * @param scheduler the way to the server
 * @param loop where all state changes
 * @param events where the user's code is called
 * @param journal where the journal is kept
 */
public record ClientContext(
    RequestScheduler scheduler,
    EventLoop loop,
    EventDispatcher events,
    JournalWriter journal,
    RetryPolicy retryPolicy,
    PollPolicy pollPolicy,
    RandomGenerator random,
    Downloader downloader) {}
