package dev.callsheet.runtime.internal.transport;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a protocol needs to know of a task to ask about it.
 *
 * @param job the id of its job
 * @param model the model's id; of a task without a model, the kind of task
 * @param submitted when it was first written down, before it was sent
 * @param reference what the platform calls it; null as long as it has not said so
 */
public record TaskHandle(UUID job, String model, Instant submitted, @Nullable String reference) {}
