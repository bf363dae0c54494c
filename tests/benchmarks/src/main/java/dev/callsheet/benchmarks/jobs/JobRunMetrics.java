package dev.callsheet.benchmarks.jobs;

/**
 * What a process says of the jobs it had in flight.
 *
 * @param jobs how many
 * @param results how many results came of them
 * @param seconds from the first submission to the last result
 * @param threads the most it had at once; 0 where it is not known
 * @param heap the most that was used of it, in MB; 0 where it is not known
 */
public record JobRunMetrics(int jobs, int results, double seconds, int threads, double heap) {
  /** Jobs a second. */
  double jobsPerSecond() {
    return jobs / seconds;
  }
}
