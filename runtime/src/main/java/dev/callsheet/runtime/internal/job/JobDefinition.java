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
 * @param estimate what the task may cost; null unless this client's budget pays for it
 */
public record JobDefinition<R extends ModelResult>(
    UUID id,
    ModelType<?, R> modelType,
    int expectedResults,
    Instant submitted,
    int requestHash,
    @Nullable Price estimate) {
  /** As many as are read of one reply; each has an outcome, which takes memory. */
  private static final int MAX_RESULTS = 10_000;

  static <R extends ModelResult> JobDefinition<R> of(
      UUID id,
      ModelType<?, R> modelType,
      int expectedResults,
      Instant submitted,
      byte @Nullable [] body,
      @Nullable Price estimate) {
    return new JobDefinition<>(
        id,
        modelType,
        Math.min(expectedResults, MAX_RESULTS),
        submitted,
        body == null ? 0 : Arrays.hashCode(body),
        estimate);
  }

  /** Whether the two may be about the same request, and have results of the same type. */
  boolean isCompatibleWith(JobDefinition<?> other) {
    var isSameRequest =
        requestHash == 0 || other.requestHash == 0 || requestHash == other.requestHash;
    return isSameRequest && modelType.resultType() == other.modelType.resultType();
  }
}
