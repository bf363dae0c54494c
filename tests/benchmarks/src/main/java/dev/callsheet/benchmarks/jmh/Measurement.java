package dev.callsheet.benchmarks.jmh;

/**
 * What one contender took.
 *
 * @param contender the benchmark's method
 * @param parameter what it was measured with
 * @param nanos of a processor for one request, in the best round
 * @param bytes allocated for one request
 */
public record Measurement(String contender, String parameter, double nanos, double bytes) {}
