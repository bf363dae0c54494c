package dev.callsheet.spec.coverage;

import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.catalogue.Catalogue;
import dev.callsheet.spec.lint.Dispatch;
import dev.callsheet.spec.lint.Reading;
import dev.callsheet.spec.model.ModelSpec;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * What requests exercise of the models they name. Only requests without errors count: what a wrong
 * one was meant to exercise, nobody knows.
 */
public final class Coverage {
  private final Dispatch dispatch;
  private final SortedMap<String, ModelCoverage> models = new TreeMap<>();
  private long passedOver;

  /** Begins with no requests. */
  public Coverage(Catalogue catalogue, Reading reading) {
    this.dispatch = new Dispatch(catalogue, reading);
  }

  /** Takes a request into account; one that names no known model does not matter. */
  public void add(JsonNode task) {
    Optional<ModelSpec> spec = dispatch.spec(task);
    if (spec.isEmpty()) {
      return;
    }
    ModelCoverage model =
        models.computeIfAbsent(spec.get().id(), id -> new ModelCoverage(spec.get()));
    boolean wrong =
        dispatch.violations(task).stream()
            .anyMatch(violation -> violation.severity() == Severity.ERROR);
    if (wrong) {
      passedOver++;
    } else {
      model.add(task);
    }
  }

  /** The models that requests name, ordered by id. */
  public Collection<ModelCoverage> models() {
    return models.values();
  }

  /** How many requests have errors, and so do not count. */
  public long passedOver() {
    return passedOver;
  }
}
