package dev.callsheet.generator.page;

import dev.callsheet.runtime.internal.platform.RequestFactory;
import dev.callsheet.runtime.internal.platform.SubmissionBody;
import dev.callsheet.runtime.internal.runware.RunwarePlatform;
import dev.callsheet.runtime.protocol.PlatformProtocol;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Platform;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

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
  private static final String KEY = "{key}";
  private static final Pattern PLAIN = Pattern.compile("[\\w ./:@%+,=-]*");

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
    JsonNode body = SubmissionBody.of(submit, id, request);
    Map<String, String> names = RequestFactory.submissionNames(protocol, id, body);
    String[] parts = submit.request().split(" ", 2);
    if (!parts[0].equals("POST") || !RequestFactory.namesAll(parts[1], names)) {
      return Optional.empty();
    }
    String target = RequestFactory.withNames(parts[1], names);
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

  /** The same sent to a server elsewhere that has the same paths. */
  public HttpRequestExample sentTo(URI server) {
    return new HttpRequestExample(server.resolve(target()), headers, variable, body);
  }

  /** Its path and query. */
  public String target() {
    String query = address.getRawQuery();
    return address.getRawPath() + (query == null ? "" : "?" + query);
  }

  /** The command line that sends it, with the key from the environment. */
  public String curl() {
    String address = this.address.toString();
    StringBuilder line =
        new StringBuilder("curl ").append(isPlain(address) ? address : quoted(address));
    headers.forEach((name, value) -> line.append(header(name + ": " + value)));
    return line.append(header("Content-Type: application/json"))
        .append(" \\\n  -d ")
        .append(quoted(JsonText.pretty(body)))
        .toString();
  }

  /** A header; the shell puts the key in, which it does between double quotes. */
  private String header(String text) {
    String option = " \\\n  -H ";
    String key = "$" + variable;
    int at = text.indexOf(KEY);
    if (at < 0) {
      return option + quoted(text);
    }
    String before = text.substring(0, at);
    String after = text.substring(at + KEY.length());
    return option
        + (isPlain(before) && after.isEmpty()
            ? '"' + before + key + '"'
            : quoted(before) + '"' + key + '"' + (after.isEmpty() ? "" : quoted(after)));
  }

  /** Whether nothing in a text is special to a shell, but spaces. */
  private static boolean isPlain(String text) {
    return PLAIN.matcher(text).matches();
  }

  /** In single quotes nothing is special to a shell but these. */
  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
