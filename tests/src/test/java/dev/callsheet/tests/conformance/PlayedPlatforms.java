package dev.callsheet.tests.conformance;

import dev.callsheet.generator.page.HttpRequestExample;
import dev.callsheet.runtime.Violation;
import dev.callsheet.runtime.protocol.PlatformProtocol;
import dev.callsheet.sandbox.Sandbox;
import dev.callsheet.sandbox.SandboxOptions;
import dev.callsheet.sandbox.behavior.RenderTime;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Platform;
import dev.callsheet.tests.differential.Opinions;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A sandbox for each platform of some models, which requests are sent to as to the platform. */
final class PlayedPlatforms implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Set<String> UNDELIVERABLE =
      Set.of("invalidWebhookURL", "invalidUploadEndpoint");

  private final Map<String, Sandbox> sandboxes = new LinkedHashMap<>();
  private final HttpClient client = HttpClient.newHttpClient();

  /** Starts the sandboxes. */
  static PlayedPlatforms of(List<ModelSpec> models) throws IOException {
    PlayedPlatforms played = new PlayedPlatforms();
    for (ModelSpec model : models) {
      Platform platform = model.metadata().platform();
      if (platform != null && !played.sandboxes.containsKey(platform.name())) {
        played.sandboxes.put(
            platform.name(),
            Sandbox.start(
                SandboxOptions.builder()
                    .platform(platform)
                    .catalogue(ModelCatalogue.bundled())
                    .renderTime(RenderTime.fixed(Duration.ZERO))
                    .build()));
      }
    }
    return played;
  }

  /** Whether requests of a model can be sent somewhere. */
  boolean play(ModelSpec model) {
    return model.metadata().platformName().filter(sandboxes::containsKey).isPresent();
  }

  /** Where the sandbox says something else of a request than the linter, in words. */
  Optional<String> disagreement(ModelSpec model, Opinions opinions) {
    Optional<HttpRequestExample> known = HttpRequestExample.of(model, opinions.request());
    if (known.isEmpty()) {
      return Optional.of("nothing says how it is sent: " + opinions.request());
    }
    Platform platform = Objects.requireNonNull(model.metadata().platform());
    Sandbox sandbox = Objects.requireNonNull(sandboxes.get(platform.name()));
    HttpRequestExample example = known.get().sentTo(sandbox.endpoint());
    HttpRequest.Builder post =
        HttpRequest.newBuilder(example.address())
            .header("Content-Type", "application/json")
            .header("X-Runware-Dry-Run", "1")
            .POST(BodyPublishers.ofString(example.body().toString()));
    example.headers().forEach((name, value) -> post.header(name, value.replace("{key}", "a-key")));
    HttpResponse<String> response = send(post.build());
    PlatformProtocol protocol = platform.protocol();
    boolean isRight =
        protocol == null
            ? rules(response).equals(rules(opinions))
            : isAccepted(protocol, response.statusCode()) == opinions.isValid()
                && (opinions.isValid() || says(response, opinions.errors()));
    return isRight
        ? Optional.empty()
        : Optional.of(
            "sandbox %d %s, linter %s: %s"
                .formatted(
                    response.statusCode(), response.body(), opinions.errors(), opinions.request()));
  }

  private static boolean isAccepted(PlatformProtocol protocol, int status) {
    return protocol.submit().accepted().stream()
        .anyMatch(accepted -> String.valueOf(status).matches(accepted.replace("x", "\\d")));
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException("the sandbox does not answer", e);
    }
  }

  /**
   * The rules that the errors of Runware's sandbox name. What it cannot bring results to, though
   * the spec takes any address, it refuses as well.
   */
  private static Set<String> rules(HttpResponse<String> response) {
    Set<String> rules = new TreeSet<>();
    for (JsonNode error : JSON.readTree(response.body()).path("errors")) {
      if (error.has("rule") || !UNDELIVERABLE.contains(error.path("code").asString(""))) {
        rules.add(error.path("rule").asString("no rule: " + error));
      }
    }
    return rules;
  }

  private static Set<String> rules(Opinions opinions) {
    return opinions.errors().stream()
        .map(Violation::rule)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Errors of other platforms have one of the messages at least, whatever form they are in. */
  private static boolean says(HttpResponse<String> response, List<Violation> errors) {
    Set<String> messages = errors.stream().map(Violation::message).collect(Collectors.toSet());
    return texts(JSON.readTree(response.body())).stream().anyMatch(messages::contains);
  }

  private static Set<String> texts(JsonNode value) {
    Set<String> texts = new TreeSet<>();
    if (value.isString()) {
      texts.add(value.stringValue());
    }
    value.values().forEach(inner -> texts.addAll(texts(inner)));
    return texts;
  }

  @Override
  public void close() {
    sandboxes.values().forEach(Sandbox::close);
  }
}
