package dev.callsheet.sandbox.internal.service;

import dev.callsheet.sandbox.behavior.ErrorParameterForm;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An error in the API's form.
 *
 * @param code such as {@code conflictTaskUUID}
 * @param message one sentence for people
 * @param parameters those it is about, the first one first; may be empty
 * @param taskType of the task it is about; empty when there is none
 * @param taskUUID of the task it is about; empty when there is none
 * @param rule the id of the broken rule, as the linter names it; null when no rule is broken
 * @param documentation where to read on; null for the platform's page on errors
 */
public record ErrorEntry(
    String code,
    String message,
    List<String> parameters,
    String taskType,
    String taskUUID,
    @Nullable String rule,
    @Nullable URI documentation) {

  private static final String ERRORS_PAGE = "https://runware.ai/docs/platform/errors";

  /** Copies the list, so that an error never changes. */
  public ErrorEntry {
    parameters = List.copyOf(parameters);
  }

  /** An error that concerns no task. */
  public static ErrorEntry of(String code, String message) {
    return new ErrorEntry(code, message, List.of(), "", "", null, null);
  }

  /** The same, about that parameter. */
  public ErrorEntry withParameter(String parameter) {
    return new ErrorEntry(
        code, message, List.of(parameter), taskType, taskUUID, rule, documentation);
  }

  /** The same, in that task; either may be empty. */
  public ErrorEntry withTask(String ofType, String ofUUID) {
    return new ErrorEntry(code, message, parameters, ofType, ofUUID, rule, documentation);
  }

  /** The error as the API sends it. */
  public ObjectNode toJson(ErrorParameterForm form) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("code", code).put("message", message);
    if (!parameters.isEmpty()) {
      if (form == ErrorParameterForm.ALL) {
        ArrayNode all = json.putArray("parameter");
        parameters.forEach(all::add);
      } else {
        json.put("parameter", parameters.get(0));
      }
    }
    putUnlessEmpty(json, "taskType", taskType);
    putUnlessEmpty(json, "taskUUID", taskUUID);
    json.put("documentation", documentation == null ? ERRORS_PAGE : documentation.toString());
    if (rule != null) {
      json.put("rule", rule);
    }
    return json;
  }

  private static void putUnlessEmpty(ObjectNode json, String name, String value) {
    if (!value.isEmpty()) {
      json.put(name, value);
    }
  }
}
