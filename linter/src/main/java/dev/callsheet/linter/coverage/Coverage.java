package dev.callsheet.linter.coverage;

import dev.callsheet.linter.coverage.ModelCoverage.CoverageItem;
import dev.callsheet.linter.validation.RequestValidator.ValidationResult;
import dev.callsheet.linter.validation.TaskObserver;
import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.catalogue.ModelCatalogue;
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
  private final ModelCatalogue catalogue;
  private final Map<String, CoverageItems> items;
  private final SortedMap<String, ModelCoverage> models = new TreeMap<>();
  private long skippedRequests;

  /** Starts without requests; the catalogue has the models that they may name. */
  public Coverage(ModelCatalogue catalogue) {
    this(catalogue, new ConcurrentHashMap<>());
  }

  private Coverage(ModelCatalogue catalogue, Map<String, CoverageItems> items) {
    this.catalogue = catalogue;
    this.items = items;
  }

  /** A coverage without requests, to be {@linkplain #add added} to this one or thrown away. */
  public Coverage newPart() {
    return new Coverage(catalogue, items);
  }

  /** Adds the requests of a part, which must not change any more. */
  public synchronized void add(Coverage part) {
    part.models.forEach((id, model) -> model(id).add(model));
    skippedRequests += part.skippedRequests;
  }

  /** Counts a task; one that names no known model is left out. */
  @Override
  public void onTask(JsonNode task, ValidationResult result) {
    String model = result.model();
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

  /** The models that requests name, ordered by id. */
  public Collection<ModelCoverage> models() {
    return models.values();
  }

  /** How many requests have errors, and so do not count. */
  public long skippedRequests() {
    return skippedRequests;
  }

  private ModelCoverage model(String id) {
    return models.computeIfAbsent(id, key -> new ModelCoverage(itemsOf(key)));
  }

  private CoverageItems itemsOf(String id) {
    return items.computeIfAbsent(id, key -> new CoverageItems(catalogue.find(key).orElseThrow()));
  }
}
