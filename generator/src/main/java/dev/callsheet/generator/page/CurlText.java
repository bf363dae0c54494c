package dev.callsheet.generator.page;

import dev.callsheet.runtime.internal.runware.RunwarePlatform;
import dev.callsheet.runtime.protocol.PlatformProtocol;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Platform;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The command line that sends a request, with the key from where the client takes it as well. */
final class CurlText {
  private CurlText() {}

  /** With {@code curl}; empty where nothing says how the model's platform is spoken to. */
  static Optional<String> of(ModelSpec model, JsonNode request) {
    Platform platform = model.metadata().platform();
    if (platform == null) {
      return Optional.empty();
    }
    PlatformProtocol protocol = platform.protocol();
    if (protocol != null) {
      return of(protocol, model.id(), request);
    }
    return platform.name().equals(RunwarePlatform.NAME)
        ? Optional.of(
            command(
                RunwarePlatform.ADDRESS.toString(),
                "Authorization: Bearer $" + RunwarePlatform.KEY_VARIABLE,
                JsonNodeFactory.instance.arrayNode().add(request)))
        : Optional.empty();
  }

  private static Optional<String> of(PlatformProtocol protocol, String id, JsonNode request) {
    String[] parts = protocol.submit().request().replace("{model}", id).split(" ", 2);
    String address = parts[1].startsWith("/") ? protocol.base() + parts[1] : parts[1];
    if (!parts[0].equals("POST") || address.contains("{")) {
      return Optional.empty(); // more has to be known than the request
    }
    PlatformProtocol.Key key = protocol.key();
    String header = key.header() + ": " + key.value().replace("{key}", "$" + key.variable());
    return Optional.of(command(address, header, body(protocol.submit(), id, request)));
  }

  private static JsonNode body(PlatformProtocol.Submit submit, String id, JsonNode request) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    submit.with().forEach((name, value) -> body.put(name, value.replace("{model}", id)));
    String wrap = submit.wrap();
    if (wrap != null) {
      body.set(wrap, request);
    } else {
      request.properties().forEach(member -> body.set(member.getKey(), member.getValue()));
    }
    return body;
  }

  /** In single quotes nothing is special to a shell but these. */
  private static String command(String address, String header, JsonNode body) {
    return "curl "
        + address
        + " \\\n  -H \""
        + header
        + "\" \\\n  -H 'Content-Type: application/json' \\\n  -d '"
        + JsonText.pretty(body).replace("'", "'\\''")
        + "'";
  }
}
