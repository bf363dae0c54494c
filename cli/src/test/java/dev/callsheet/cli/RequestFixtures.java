package dev.callsheet.cli;

import java.nio.file.Path;

/** The requests that all implementations are tested with. */
final class RequestFixtures {
  /** For the first model. */
  static final Path KLING = Path.of("../tests/requests/klingai/kling-video-3-0-omni-pro");

  private RequestFixtures() {}

  static String valid(String name) {
    return KLING.resolve("valid").resolve(name + ".json").toString();
  }

  static String invalid(String name) {
    return KLING.resolve("invalid").resolve(name + ".json").toString();
  }
}
