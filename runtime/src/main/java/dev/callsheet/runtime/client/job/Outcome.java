package dev.callsheet.runtime.client.job;

import dev.callsheet.runtime.ModelResult;
import dev.callsheet.runtime.client.error.ApiError;

/**
 * What became of one of the results that a task was asked for.
 *
 * @param <R> the type of the results
 */
public sealed interface Outcome<R extends ModelResult> {
  /**
   * The result is here.
   *
   * @param delivery the result, ready to download
   * @param <R> the type of the results
   */
  record Delivered<R extends ModelResult>(Delivery<R> delivery) implements Outcome<R> {}

  /**
   * The result is not coming, whatever became of the others.
   *
   * @param error why, in the server's words; {@link ApiError#toException} makes it throwable
   * @param <R> the type of the results
   */
  record Failed<R extends ModelResult>(ApiError error) implements Outcome<R> {}
}
