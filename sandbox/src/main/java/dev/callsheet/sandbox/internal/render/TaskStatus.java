package dev.callsheet.sandbox.internal.render;

/**
 * An accepted task as whoever looks on is shown it.
 *
 * @param task what becomes of it with time
 * @param model the id of its model, as the caller wrote it; empty where it wrote none
 * @param isCancelled whether a caller has ended it
 */
public record TaskStatus(AcceptedTask task, String model, boolean isCancelled) {}
