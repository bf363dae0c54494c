package dev.callsheet.linter.internal.document;

import dev.callsheet.linter.validation.RequestValidator.ValidatedPart;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Receives the tasks of a document, in their order. */
@FunctionalInterface
public interface TaskListener {
  /**
   * A task was validated by its model's rules.
   *
   * @param pointer to it from the document's outermost value
   * @param task itself, or the envelope that it stands in
   * @param parts what was found: of the task, or of the envelope and of the task in it
   */
  void onTask(String pointer, JsonNode task, List<ValidatedPart> parts);
}
