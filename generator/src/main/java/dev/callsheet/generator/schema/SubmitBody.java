package dev.callsheet.generator.schema;

import dev.callsheet.runtime.protocol.DryRun;
import dev.callsheet.runtime.protocol.PlatformProtocol;
import dev.callsheet.spec.model.Platform;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The body of the request that makes a task, around the request of a model. */
final class SubmitBody {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private SubmitBody() {}

  /** Whether several requests are sent at once, in a list. */
  static boolean isList(@Nullable Platform platform) {
    DryRun dryRun = platform == null ? null : platform.dryRun();
    return dryRun != null && dryRun.inList();
  }

  /**
   * The schema of the request to one of some models.
   *
   * @param requests references to the schemas of requests, by the ids of their models; at least one
   */
  static ObjectNode of(@Nullable Platform platform, Map<String, ObjectNode> requests) {
    PlatformProtocol protocol = platform == null ? null : platform.protocol();
    ArrayNode bodies = JSON.arrayNode();
    ObjectNode mapping = JSON.objectNode();
    requests.forEach(
        (id, request) -> {
          bodies.add(protocol == null ? request : body(protocol, id, request));
          mapping.set(id, request.path("$ref"));
        });
    if (bodies.size() == 1) {
      return (ObjectNode) bodies.get(0);
    }
    ObjectNode union = JSON.objectNode().set("oneOf", bodies);
    String member = platform == null ? null : platform.identity().model();
    if (member != null && bodies.valueStream().allMatch(body -> body.has("$ref"))) {
      union.putObject("discriminator").put("propertyName", member).set("mapping", mapping);
    }
    return union;
  }

  /** A request with what the platform wants around or beside it. */
  private static ObjectNode body(PlatformProtocol protocol, String id, ObjectNode request) {
    PlatformProtocol.Submit submit = protocol.submit();
    if (submit.wrap() == null && submit.with().isEmpty()) {
      return request;
    }
    ObjectNode beside = JSON.objectNode().put("type", "object");
    ArrayNode required = beside.putArray("required");
    ObjectNode properties = beside.putObject("properties");
    submit
        .with()
        .forEach(
            (name, value) -> {
              required.add(name);
              properties
                  .putObject(name)
                  .put("const", SubmitAddress.named(value, id, protocol.model()));
            });
    String wrap = submit.wrap();
    if (wrap == null) {
      ObjectNode both = JSON.objectNode();
      both.putArray("allOf").add(request).add(beside);
      return both;
    }
    required.add(wrap);
    properties.set(wrap, request);
    return beside;
  }
}
