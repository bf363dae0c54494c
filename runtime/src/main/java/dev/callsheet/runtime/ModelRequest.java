package dev.callsheet.runtime;

import java.util.List;
import java.util.UUID;

/**
 * One task for a model: immutable, and written to JSON by Jackson exactly as the API wants it.
 *
 * @param <R> the type of its results
 */
public interface ModelRequest<R extends ModelResult> {
  /** The model this request is for. */
  ModelType<?, R> modelType();

  /** The task's identifier, chosen by the caller: UUID v4, unique for each task. */
  UUID taskUUID();

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
