package dev.callsheet.runtime.client.error;

/**
 * What an error is, and why.
 *
 * @param category what kind of error it is
 * @param retryable whether a new task with the same parameters may succeed
 * @param decidedBy the row and pattern that decided, such as {@code TIMEOUT by code *Timeout*}
 */
public record ErrorClassification(ErrorCategory category, boolean retryable, String decidedBy) {}
