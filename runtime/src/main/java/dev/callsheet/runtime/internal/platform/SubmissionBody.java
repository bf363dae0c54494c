package dev.callsheet.runtime.internal.platform;

import dev.callsheet.runtime.internal.wire.WireJson;
import dev.callsheet.runtime.protocol.PlatformProtocol.Submit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The body of the request that makes a task. */
public final class SubmissionBody {
  private SubmissionBody() {}

  /**
   * A model's input with what the platform wants around or beside it; of a member that both have,
   * the platform's value.
   */
  public static JsonNode of(Submit submit, String model, JsonNode input) {
    var wrap = submit.wrap();
    var body =
        wrap == null ? input.deepCopy() : WireJson.MAPPER.createObjectNode().set(wrap, input);
    if (body instanceof ObjectNode object) {
      submit.with().forEach((name, value) -> object.put(name, value.replace("{model}", model)));
    }
    return body;
  }
}
