package dev.callsheet.linter.internal.repair;

import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.model.ModelSpec;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Says what is wrong with tasks, of whatever model. */
public interface Validator {
  /** All that is wrong with a task, with pointers from the task. */
  List<Violation> violations(JsonNode task);

  /** The spec of the model that a task names, where it is known. */
  Optional<ModelSpec> spec(JsonNode task);

  /** The known model's id that is most like one that is not known. */
  Optional<String> nearestModel(String id);
}
