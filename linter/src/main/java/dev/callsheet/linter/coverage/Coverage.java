package dev.callsheet.linter.coverage;

import dev.callsheet.linter.validation.RequestValidator;
import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RuleInterpretation;
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
  private final RequestValidator validator;
  private final SortedMap<String, ModelCoverage> models = new TreeMap<>();
  private long skippedRequests;

  /** Begins with no requests. */
  public Coverage(ModelCatalogue catalogue, RuleInterpretation reading) {
    this.validator = new RequestValidator(catalogue, reading);
  }

  /** Takes a request into account; one that names no known model does not matter. */
  public void add(JsonNode task) {
    Optional<ModelSpec> spec = validator.spec(task);
    if (spec.isEmpty()) {
      return;
    }
    ModelCoverage model =
        models.computeIfAbsent(spec.get().id(), id -> new ModelCoverage(spec.get()));
    boolean wrong =
        validator.violations(task).stream()
            .anyMatch(violation -> violation.severity() == Severity.ERROR);
    if (wrong) {
      skippedRequests++;
    } else {
      model.add(task);
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
}
