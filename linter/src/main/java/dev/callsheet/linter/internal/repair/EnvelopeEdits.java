package dev.callsheet.linter.internal.repair;

import dev.callsheet.runtime.JsonPointer;
import dev.callsheet.runtime.Problem;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.model.RequestEnvelope;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Edits of what is validated without a model: an envelope, or a task whose model is not known. They
 * are those that the problem itself suggests.
 */
final class EnvelopeEdits {
  private EnvelopeEdits() {}

  static List<TaskEdit> of(JsonNode task, Violation violation) {
    JsonPointer place = JsonPointer.parse(violation.pointer());
    Problem problem = violation.problem();
    if (problem instanceof Problem.UnknownModel model) {
      return setTo(place, text(model.suggestion()));
    }
    if (problem instanceof Problem.WrongValue value) {
      return setTo(
          place, value.suggestion() instanceof JsonNode json ? json : text(value.suggestion()));
    }
    if (problem instanceof Problem.LegacyTask old) {
      return setTo(place, text(old.replacement()));
    }
    if (problem instanceof Problem.UnknownEnvelopeMember member && member.suggestion() != null) {
      return List.of(new TaskEdit.Move(place, place.parent().child(member.suggestion())));
    }
    return problem instanceof Problem.MissingEnvelope missing
            && missing.platforms().size() == 1
            && task instanceof ObjectNode bare
        ? List.of(new TaskEdit.Enclose(inEnvelope(bare, missing)))
        : List.of();
  }

  private static List<TaskEdit> setTo(JsonPointer place, @Nullable JsonNode value) {
    return value == null ? List.of() : List.of(new TaskEdit.SetValue(place, value));
  }

  private static @Nullable JsonNode text(@Nullable Object suggestion) {
    return suggestion == null ? null : JsonNodeFactory.instance.stringNode(suggestion.toString());
  }

  /** The task without the member that names its model, in an envelope that does. */
  private static JsonNode inEnvelope(ObjectNode task, Problem.MissingEnvelope missing) {
    ObjectNode request = task.deepCopy();
    request.remove(RequestEnvelope.MODEL);
    ObjectNode envelope = JsonNodeFactory.instance.objectNode();
    envelope.put(RequestEnvelope.PLATFORM, missing.platforms().get(0));
    envelope.put(RequestEnvelope.MODEL, missing.id());
    envelope.set(RequestEnvelope.REQUEST, request);
    return envelope;
  }
}
