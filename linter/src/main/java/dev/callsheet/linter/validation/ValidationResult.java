package dev.callsheet.linter.validation;

import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.model.ModelSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of validating one task.
 *
 * @param model its model; null when that is not known
 * @param violations with pointers from what was validated; empty when nothing is wrong
 */
public record ValidationResult(@Nullable ModelSpec model, List<Violation> violations) {
  /** Copies the list, so that a result never changes. */
  public ValidationResult {
    violations = List.copyOf(violations);
  }
}
