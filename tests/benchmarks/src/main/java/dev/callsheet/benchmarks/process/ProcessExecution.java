package dev.callsheet.benchmarks.process;

/**
 * A process that has ended.
 *
 * @param seconds from its start to its end
 * @param usage what it had used shortly before
 * @param status its exit status
 */
public record ProcessExecution(double seconds, ProcessUsage usage, int status) {}
