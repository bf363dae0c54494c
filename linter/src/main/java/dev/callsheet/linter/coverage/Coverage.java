package dev.callsheet.linter.coverage;

import dev.callsheet.linter.coverage.ModelCoverage.CoverageItem;
import dev.callsheet.linter.validation.TaskObserver;
import dev.callsheet.linter.validation.ValidationResult;
import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.model.ModelSpec;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * What requests exercise of the models that they name, taken while they are linted. Only valid
 * requests count, since what an invalid one was meant to exercise is not known.
 */
public final class Coverage implements TaskObserver {
  private final Map<String, CoverageItems> items;
  private final SortedMap<String, ModelCoverage> models = new TreeMap<>();
  private long skippedRequests;

  /** Starts without requests. */
  public Coverage() {
    this(new ConcurrentHashMap<>());
  }

  private Coverage(Map<String, CoverageItems> items) {
    this.items = items;
  }

  /** A coverage without requests, to be {@linkplain #add added} to this one or thrown away. */
  public Coverage newPart() {
    return new Coverage(items);
  }

  /** Adds the requests of a part, which must not change any more. */
  public synchronized void add(Coverage part) {
    part.models.values().forEach(model -> model(model.spec()).add(model));
    skippedRequests += part.skippedRequests;
  }

  /** Counts a task; one that names no known model is left out. */
  @Override
  public void onTask(JsonNode task, ValidationResult result) {
    ModelSpec model = result.model();
    if (model == null) {
      return;
    }
    boolean valid =
        result.violations().stream().noneMatch(each -> each.severity() == Severity.ERROR);
    List<CoverageItem> exercised = valid ? itemsOf(model).exercisedBy(task) : List.of();
    synchronized (this) {
      ModelCoverage counts = model(model);
      if (valid) {
        counts.count(exercised);
      } else {
        skippedRequests++;
      }
    }
  }

  /** The models that requests name, ordered by platform and id. */
  public Collection<ModelCoverage> models() {
    return models.values();
  }

  /** How many requests have errors, and so do not count. */
  public long skippedRequests() {
    return skippedRequests;
  }

  private ModelCoverage model(ModelSpec model) {
    return models.computeIfAbsent(model.qualifiedId(), id -> new ModelCoverage(itemsOf(model)));
  }

  private CoverageItems itemsOf(ModelSpec model) {
    return items.computeIfAbsent(model.qualifiedId(), id -> new CoverageItems(model));
  }
}
