package dev.callsheet.linter.validation;

import dev.callsheet.runtime.JsonPointer;
import dev.callsheet.runtime.Problem;
import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.model.LegacyNames;
import dev.callsheet.spec.model.RequestIdentity;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Kinds of tasks under their names of earlier days. */
final class LegacyTasks {
  private LegacyTasks() {}

  /** A warning that a task names its kind so. */
  static Optional<Violation> warning(JsonNode task, RequestIdentity identity, LegacyNames legacy) {
    String member = identity.task();
    JsonNode kind = member == null ? null : task.get(member);
    if (member == null || kind == null) {
      return Optional.empty();
    }
    return legacy
        .task(kind)
        .map(now -> new Problem.LegacyTask(kind.asString(""), now))
        .map(
            problem ->
                new Violation(
                    Severity.WARNING, JsonPointer.ROOT.child(member).toString(), problem));
  }
}
