package dev.callsheet.runtime.client;

import dev.callsheet.runtime.client.download.Downloader;
import dev.callsheet.runtime.client.loop.Loop;
import dev.callsheet.runtime.client.policy.PollPolicy;
import dev.callsheet.runtime.client.policy.RetryPolicy;
import dev.callsheet.runtime.client.transport.Traffic;
import java.util.random.RandomGenerator;

/**
 * What all jobs of a client share.
 *
 * @param traffic the way to the server
 * @param loop where all state changes
 * @param announcer where the user's code is called
 * @param recorder where the journal is kept
 */
record Engine(
    Traffic traffic,
    Loop loop,
    Announcer announcer,
    Recorder recorder,
    RetryPolicy retries,
    PollPolicy polling,
    RandomGenerator random,
    Downloader downloader) {}
