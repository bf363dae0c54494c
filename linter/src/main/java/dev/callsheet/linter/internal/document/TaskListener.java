package dev.callsheet.linter.internal.document;

import dev.callsheet.linter.validation.RequestValidator.ValidatedPart;
import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** Receives the tasks of a document, in their order. */
public interface TaskListener {
  /**
   * A task was validated by its model's rules.
   *
   * @param pointer to it from the document's outermost value
   * @param task itself, or the envelope that it stands in
   * @param parts what was found: of the task, or of the envelope and of the task in it
   */
  void onTask(String pointer, JsonNode task, List<ValidatedPart> parts);

  /**
   * The tasks since the last such call were all of a text, which may be a part of a document.
   *
   * @param coverSecrets covers the secrets that are in it
   */
  void onEndOfText(UnaryOperator<String> coverSecrets);
}
