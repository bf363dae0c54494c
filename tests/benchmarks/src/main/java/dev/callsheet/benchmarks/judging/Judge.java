package dev.callsheet.benchmarks.judging;

/** One who judges requests that are JSON. */
public interface Judge {
  /**
   * Whether nothing is wrong with a request, all having been looked for.
   *
   * @param request JSON in UTF-8
   */
  boolean accepts(byte[] request);
}
