package dev.callsheet.spec.protocol;

import dev.callsheet.runtime.client.CallsheetClient;
import dev.callsheet.runtime.client.CallsheetClientBuilder;
import dev.callsheet.runtime.client.RawRequest;
import dev.callsheet.runtime.client.policy.PollPolicy;
import dev.callsheet.runtime.client.policy.RetryPolicy;
import dev.callsheet.runtime.protocol.PlatformProtocol;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import tools.jackson.databind.node.ObjectNode;

/** Clients that are in a hurry. */
final class PlatformClients {
  static final Duration LONG = Duration.ofSeconds(20);
  static final String KEY = "the-key-of-this-test";

  private PlatformClients() {}

  /** The bundled description of a platform. */
  static PlatformProtocol protocol(String name) {
    return Objects.requireNonNull(
        ModelCatalogue.bundled().platform(name).orElseThrow().protocol(), name);
  }

  /** The same, polled without a pause. */
  static PlatformProtocol impatient(PlatformProtocol of) {
    var json = (ObjectNode) PlatformServer.JSON.readTree(of.toJson());
    json.withObject("poll").remove("atLeast");
    return PlatformProtocol.of(json);
  }

  static CallsheetClient client(String platform, URI endpoint, Path journal) {
    return builder(protocol(platform), endpoint, journal).build();
  }

  static CallsheetClientBuilder builder(PlatformProtocol protocol, URI endpoint, Path journal) {
    return hurried(
        CallsheetClient.builder()
            .platform(protocol)
            .apiKey(protocol.name(), KEY)
            .endpoint(protocol.name(), endpoint)
            .journal(journal));
  }

  static CallsheetClientBuilder hurried(CallsheetClientBuilder builder) {
    return builder
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

  static RawRequest request(String platform, String model, String input) {
    return RawRequest.of(platform, model, PlatformServer.JSON.readTree(input.replace('\'', '"')));
  }
}
