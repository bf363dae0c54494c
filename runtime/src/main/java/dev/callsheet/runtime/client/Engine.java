package dev.callsheet.runtime.client;

import dev.callsheet.runtime.client.download.Downloader;
import dev.callsheet.runtime.client.policy.PollPolicy;
import dev.callsheet.runtime.client.policy.RetryPolicy;
import dev.callsheet.runtime.client.transport.Transport;
import java.util.random.RandomGenerator;

/**
 * What all jobs of a client share.
 *
 * @param submits the lane that tasks are sent on
 * @param polls the lane that questions are sent on, so that neither waits for the other
 * @param loop where all state changes
 * @param announcer where the user's code is called
 */
record Engine(
    Transport submits,
    Transport polls,
    Loop loop,
    Announcer announcer,
    RetryPolicy retries,
    PollPolicy polling,
    RandomGenerator random,
    Downloader downloader) {}
