package dev.callsheet.benchmarks.validator;

/** Validates requests that are JSON. */
public interface BenchmarkValidator {
  /**
   * Whether nothing is wrong with a request, all having been looked for.
   *
   * @param request JSON in UTF-8
   */
  boolean isValid(byte[] request);
}
