package dev.callsheet.linter.coverage;

import dev.callsheet.spec.model.ModelSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many valid requests cover what of one model. */
public final class ModelCoverage {
  private final ModelSpec spec;
  private final Map<CoverageItem, Long> counts = new LinkedHashMap<>();
  private long requests;

  /** What can be exercised. */
  public enum Kind {
    /** A way to use the model: a request is of that mode. */
    MODE,
    /** A rule: its condition holds in the request. */
    RULE,
    /** A parameter: it is provided. */
    PARAMETER,
    /** One of the values that a parameter can be chosen from: it is chosen. */
    VALUE
  }

  /**
   * Something that can be exercised.
   *
   * @param name a mode's name, a rule's id, a parameter's path, or {@code path = value}
   */
  public record CoverageItem(Kind kind, String name) {}

  ModelCoverage(CoverageItems items) {
    this.spec = items.spec();
    items.all().forEach(item -> counts.put(item, 0L));
  }

  /** Counts a valid request. */
  void count(List<CoverageItem> exercised) {
    requests++;
    exercised.forEach(item -> counts.merge(item, 1L, Long::sum));
  }

  /** Adds the counts of other requests of the same model. */
  void add(ModelCoverage other) {
    requests += other.requests;
    other.counts.forEach((item, count) -> counts.merge(item, count, Long::sum));
  }

  /** The model. */
  public ModelSpec spec() {
    return spec;
  }

  /** How many valid requests there were. */
  public long requests() {
    return requests;
  }

  /** How many valid requests exercise each item of a kind, in the order of the spec. */
  public Map<String, Long> counts(Kind kind) {
    Map<String, Long> found = new LinkedHashMap<>();
    counts.forEach(
        (item, count) -> {
          if (item.kind() == kind) {
            found.put(item.name(), count);
          }
        });
    return found;
  }
}
