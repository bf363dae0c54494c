package dev.callsheet.runtime;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One task for a model: immutable, and written to JSON by Jackson exactly as its platform wants it.
 *
 * @param <R> the type of its results
 */
public interface ModelRequest<R extends ModelResult> {
  /** The model this request is for. */
  ModelType<?, R> modelType();

  /**
   * The id that the caller has chosen for the job, unique for each request; null where requests to
   * the platform have none, so that the client chooses it.
   */
  default @Nullable UUID jobId() {
    return null;
  }

  /** How many results the task asks for; at least 1. */
  int expectedResults();

  /** What is wrong with this request; empty when nothing is. */
  List<Violation> check();

  /** What this request will cost, by the model's price list, as far as it shows that itself. */
  default Price price() {
    return price(MediaDurations.inline());
  }

  /**
   * What this request will cost, by the model's price list.
   *
   * @param durations how long the media are that it speaks of, as far as that is known
   */
  default Price price(MediaDurations durations) {
    return new Price.Unknown("no price is published for " + modelType().name());
  }
}
