package dev.callsheet.linter.record;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A request without an error, and its price. A missing {@code taskUUID} does not count: the task
 * gets one when it is sent.
 *
 * @param model the id of its model
 * @param price null where it is not known
 */
public record PricedRequest(String model, @Nullable RecordPrice price) implements Serializable {}
