package dev.callsheet.runtime.internal.job;

import dev.callsheet.runtime.ModelResult;
import dev.callsheet.runtime.ModelType;
import dev.callsheet.runtime.Price;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a job is about: fixed when it starts.
 *
 * @param id the job's id
 * @param modelType the task's model
 * @param expectedResults how many results the task was asked for; from 1 to 10,000
 * @param submitted when it was written down first
 * @param requestHash a hash of the request's bytes; 0 when they are not known
 * @param estimate what the task may cost; null where it was submitted earlier or elsewhere
 * @param reservedHere whether this submission, and none before it, has reserved what it may cost
 */
public record JobDefinition<R extends ModelResult>(
    UUID id,
    ModelType<?, R> modelType,
    int expectedResults,
    Instant submitted,
    int requestHash,
    @Nullable Price estimate,
    boolean reservedHere) {
  /** As many as are read of one reply; each has an outcome, which takes memory. */
  private static final int MAX_RESULTS = 10_000;

  static <R extends ModelResult> JobDefinition<R> of(
      UUID id,
      ModelType<?, R> modelType,
      int expectedResults,
      Instant submitted,
      byte @Nullable [] body,
      @Nullable Price estimate,
      boolean reservedHere) {
    return new JobDefinition<>(
        id,
        modelType,
        Math.min(expectedResults, MAX_RESULTS),
        submitted,
        body == null ? 0 : Arrays.hashCode(body),
        estimate,
        reservedHere);
  }

  /** What is taken up that was submitted earlier or elsewhere. */
  static <R extends ModelResult> JobDefinition<R> known(
      UUID id,
      ModelType<?, R> modelType,
      int expectedResults,
      Instant submitted,
      byte @Nullable [] body) {
    return of(id, modelType, expectedResults, submitted, body, null, false);
  }

  /** Whether the two may be about the same request, and have results of the same type. */
  boolean isCompatibleWith(JobDefinition<?> other) {
    var isSameRequest =
        requestHash == 0 || other.requestHash == 0 || requestHash == other.requestHash;
    return isSameRequest && modelType.resultType() == other.modelType.resultType();
  }
}
