package dev.callsheet.runtime.internal.platform;

import dev.callsheet.runtime.internal.wire.WireJson;
import dev.callsheet.runtime.protocol.PlatformProtocol;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The descriptions that come with the client, so that requests to these platforms need none. They
 * are those of the platforms' files, written down by a test.
 */
public final class BundledPlatforms {
  private static final JsonNode DESCRIPTIONS = descriptions();

  private BundledPlatforms() {}

  /** Their names, in the order of the alphabet. */
  public static List<String> names() {
    return List.copyOf(DESCRIPTIONS.propertyNames());
  }

  /** The variable of the key to one of them; found without reading the description. */
  public static String keyVariable(String platform) {
    return DESCRIPTIONS.path(platform).path("key").path("variable").asString();
  }

  /** The description of a platform; empty where none is bundled. */
  public static Optional<PlatformProtocol> find(String platform) {
    return DESCRIPTIONS.optional(platform).map(PlatformProtocol::of);
  }

  private static JsonNode descriptions() {
    try (var file = BundledPlatforms.class.getResourceAsStream("platforms.json")) {
      return WireJson.MAPPER.readTree(Objects.requireNonNull(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
