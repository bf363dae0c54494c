package dev.callsheet.generator.page;

import dev.callsheet.runtime.internal.platform.PlatformReply;
import dev.callsheet.runtime.internal.platform.RequestFactory;
import dev.callsheet.runtime.internal.runware.RunwarePlatform;
import dev.callsheet.runtime.protocol.PlatformProtocol;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Platform;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request as HTTP has it: a {@code POST} of JSON.
 *
 * @param address where it is sent
 * @param headers besides the type of the body; {@code {key}} stands for the key
 * @param variable of the environment, in which the client finds the key as well
 * @param body what is sent
 */
public record HttpRequestExample(
    URI address, Map<String, String> headers, String variable, JsonNode body) {
  /** Copies the headers, order kept. */
  public HttpRequestExample {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  /** How a request of a model is sent; empty where nothing says it, or not all of it. */
  public static Optional<HttpRequestExample> of(ModelSpec model, JsonNode request) {
    Platform platform = model.metadata().platform();
    if (platform == null) {
      return Optional.empty();
    }
    PlatformProtocol protocol = platform.protocol();
    if (protocol != null) {
      return of(protocol, model.id(), request);
    }
    return platform.name().equals(RunwarePlatform.NAME)
        ? Optional.of(runware(JsonNodeFactory.instance.arrayNode().add(request)))
        : Optional.empty();
  }

  private static HttpRequestExample runware(JsonNode tasks) {
    return new HttpRequestExample(
        RunwarePlatform.ADDRESS,
        Map.of("Authorization", "Bearer {key}"),
        RunwarePlatform.KEY_VARIABLE,
        tasks);
  }

  private static Optional<HttpRequestExample> of(
      PlatformProtocol protocol, String id, JsonNode request) {
    PlatformProtocol.Submit submit = protocol.submit();
    JsonNode body = body(submit, id, request);
    Map<String, String> names = RequestFactory.modelNames(protocol, id);
    PlatformReply routed = PlatformReply.ofBody(body);
    submit.routes().stream()
        .filter(route -> route.condition() == null || routed.matches(route.condition()))
        .findFirst()
        .ifPresent(route -> names.put("route", route.path()));
    String[] parts = submit.request().split(" ", 2);
    String target = RequestFactory.withNames(parts[1], names);
    if (!parts[0].equals("POST")) {
      return Optional.empty();
    }
    PlatformProtocol.Key key = protocol.key();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(key.header(), key.value());
    headers.putAll(protocol.headers());
    headers.putAll(submit.headers());
    return Optional.of(
        new HttpRequestExample(
            URI.create(target.startsWith("/") ? protocol.base() + target : target),
            headers,
            key.variable(),
            body));
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

  /** The same sent to a server elsewhere that has the same paths. */
  public HttpRequestExample sentTo(URI server) {
    return new HttpRequestExample(server.resolve(address.getRawPath()), headers, variable, body);
  }

  /**
   * The command line that sends it, with the key from the environment. In single quotes nothing is
   * special to a shell but these.
   */
  public String curl() {
    StringBuilder line = new StringBuilder("curl ").append(address);
    headers.forEach(
        (name, value) ->
            line.append(" \\\n  -H \"")
                .append(name)
                .append(": ")
                .append(value.replace("{key}", "$" + variable))
                .append('"'));
    return line.append(" \\\n  -H 'Content-Type: application/json' \\\n  -d '")
        .append(JsonText.pretty(body).replace("'", "'\\''"))
        .append("'")
        .toString();
  }
}
