package dev.callsheet.sandbox.internal.service;

import dev.callsheet.runtime.JsonPointer;
import dev.callsheet.runtime.Problem;
import dev.callsheet.runtime.StructuralRule;
import dev.callsheet.runtime.Violation;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Maps a task's violations to errors of the API. */
final class ViolationErrorMapper {
  private ViolationErrorMapper() {}

  /** One error for each violation. */
  static List<ErrorEntry> errors(
      List<Violation> violations, String taskType, String taskUUID, @Nullable URI documentation) {
    return violations.stream()
        .map(
            violation ->
                new ErrorEntry(
                    code(violation.rule()),
                    violation.message() + " [" + violation.rule() + "]",
                    parameters(violation),
                    taskType,
                    taskUUID,
                    violation.rule(),
                    documentation))
        .toList();
  }

  /** A code in the API's style; a model's own rules relate parameters to each other. */
  private static String code(String rule) {
    return StructuralRule.withId(rule)
        .map(ViolationErrorMapper::code)
        .orElse("incompatibleParameters");
  }

  private static String code(StructuralRule rule) {
    return switch (rule) {
      case UNKNOWN_PARAMETER -> "unknownParameter";
      case MISSING_PARAMETER -> "missingParameter";
      case WRONG_TYPE -> "invalidType";
      case OUT_OF_RANGE -> "valueOutOfRange";
      case WRONG_LENGTH -> "invalidLength";
      case NOT_ALLOWED_VALUE -> "unsupportedValue";
      case WRONG_FORMAT -> "invalidFormat";
      case TOO_MANY_ITEMS -> "arrayTooLong";
      case TOO_FEW_ITEMS -> "arrayTooShort";
      case DUPLICATE_KEY -> "duplicateParameter";
      case DUPLICATE_TASK_UUID -> "conflictTaskUUID";
      case MALFORMED_JSON -> "invalidJSON";
      case UNKNOWN_MODEL, MISSING_ENVELOPE -> "unknownModel";
      case SECRET_IN_REQUEST, TOO_LARGE, INTERNAL_ERROR -> "invalidParameter";
    };
  }

  private static List<String> parameters(Violation violation) {
    List<String> parameters = new ArrayList<>();
    JsonPointer place = JsonPointer.parse(violation.pointer());
    JsonPointer parameter =
        violation.problem() instanceof Problem.MissingParameter missing
            ? place.child(missing.name())
            : place;
    if (!parameter.steps().isEmpty()) {
      parameters.add(dotted(parameter));
    }
    violation.related().stream()
        .map(JsonPointer::parse)
        .map(ViolationErrorMapper::dotted)
        .forEach(parameters::add);
    return parameters;
  }

  /** {@code /inputs/elements/0/id} as {@code inputs.elements.0.id}. */
  private static String dotted(JsonPointer pointer) {
    return String.join(".", pointer.steps());
  }
}
