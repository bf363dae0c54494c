package dev.callsheet.sandbox.platform;

import dev.callsheet.runtime.client.CallsheetClient;
import dev.callsheet.runtime.client.CallsheetClientBuilder;
import dev.callsheet.runtime.client.RawRequest;
import dev.callsheet.runtime.client.policy.PollPolicy;
import dev.callsheet.runtime.client.policy.RetryPolicy;
import dev.callsheet.runtime.protocol.PlatformProtocol;
import dev.callsheet.sandbox.Sandbox;
import dev.callsheet.sandbox.SandboxOptions;
import dev.callsheet.sandbox.behavior.RenderTime;
import dev.callsheet.sandbox.behavior.SandboxBehavior;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Small models of the bundled platforms, their sandboxes, and clients of these in a hurry. */
final class DescribedPlatforms {
  static final String KEY = "the-key-of-this-test";
  static final Duration LONG = Duration.ofSeconds(20);

  /** A picture of one text, on each platform as its results are. */
  private static final List<String> MODELS =
      List.of(
          model(
              "fal",
              "acme/sketch/pro",
              "",
              """
                images:
                  type: array
                  items:
                    type: object
                    properties: {url: {type: string, format: uri, media: image}}
              """),
          model(
              "replicate",
              "acme/sketch",
              "",
              """
                output: {type: array, items: {type: string, format: uri, media: image}}
              """),
          model(
              "openai",
              "sketch-1",
              "model: {const: sketch-1}",
              """
                data:
                  type: array
                  items:
                    type: object
                    properties: {b64_json: {type: string, accepts: [base64], media: image}}
              """),
          model(
              "runway",
              "sketch4_turbo",
              "model: {const: sketch4_turbo}",
              """
                output: {type: array, items: {type: string, format: uri, media: image}}
              """));

  private DescribedPlatforms() {}

  private static String model(String platform, String id, String more, String response) {
    return """
        callsheet: 1
        model: {id: "%s", name: Sketch, status: live}
        platform: %s
        required: [%sprompt]
        parameters:
          %s
          prompt: {type: string, minLength: 2}
          n: {type: integer, minimum: 1, maximum: 4, default: 1}
          images:
            type: array
            items: {type: object, properties: {image_url: {type: string, accepts: [url, dataUri]}}}
          promptImage: {type: string, minLength: 8}
        pricing:
          currency: USD
          charges:
            - {id: picture, times: n, rates: [{label: one, price: 0.04}]}
        response:
          properties:
        %s
        """
        .formatted(id, platform, more.isEmpty() ? "" : "model, ", more, response.indent(2));
  }

  /** The specs of the small models, beside the bundled ones. */
  static ModelCatalogue catalogue(Path folder) throws Exception {
    Path models = Files.createDirectories(folder.resolve("specs/models"));
    for (int i = 0; i < MODELS.size(); i++) {
      Files.writeString(models.resolve("model-" + i + ".yaml"), MODELS.get(i));
    }
    return ModelCatalogue.of(List.of(folder.resolve("specs")));
  }

  /** The model that the catalogue has of a platform. */
  static String modelOf(String platform) {
    return switch (platform) {
      case "fal" -> "acme/sketch/pro";
      case "replicate" -> "acme/sketch";
      case "openai" -> "sketch-1";
      default -> "sketch4_turbo";
    };
  }

  static Sandbox sandbox(ModelCatalogue catalogue, String platform, SandboxBehavior behavior)
      throws IOException {
    return sandbox(catalogue, platform, behavior, Duration.ofMillis(200));
  }

  static Sandbox sandbox(
      ModelCatalogue catalogue, String platform, SandboxBehavior behavior, Duration renderTime)
      throws IOException {
    return Sandbox.start(
        SandboxOptions.builder()
            .platform(catalogue.platform(platform).orElseThrow())
            .catalogue(catalogue)
            .apiKeys(KEY)
            .renderTime(RenderTime.fixed(renderTime))
            .behavior(behavior)
            .build());
  }

  static RawRequest request(String platform, String input) {
    return RawRequest.of(
        platform,
        modelOf(platform),
        JsonMapper.shared()
            .readTree(
                input
                    .replace('\'', '"')
                    .replace("MODEL", "\"model\": \"" + modelOf(platform) + "\"")));
  }

  static CallsheetClientBuilder client(
      ModelCatalogue catalogue, String platform, Sandbox sandbox, String key, Path journal) {
    PlatformProtocol protocol =
        Objects.requireNonNull(catalogue.platform(platform).orElseThrow().protocol());
    return CallsheetClient.builder()
        .platform(impatient(protocol))
        .apiKey(platform, key)
        .endpoint(platform, sandbox.endpoint())
        .journal(journal)
        .requestsPerSecond(10_000)
        .polling(
            new PollPolicy(
                Duration.ofMillis(5),
                1,
                Duration.ofMillis(5),
                0,
                Duration.ofMillis(1),
                100,
                Duration.ofMillis(100)))
        .retries(new RetryPolicy(4, Duration.ofMillis(5), 1, Duration.ofMillis(5), 0));
  }

  private static PlatformProtocol impatient(PlatformProtocol of) {
    ObjectNode json = (ObjectNode) JsonMapper.shared().readTree(of.toJson());
    if (of.poll() != null) {
      json.withObject("poll").remove("atLeast");
    }
    return PlatformProtocol.of(json);
  }
}
