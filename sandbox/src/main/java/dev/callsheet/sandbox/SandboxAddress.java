package dev.callsheet.sandbox;

import dev.callsheet.runtime.client.CallsheetClientBuilder;
import dev.callsheet.runtime.client.RawRequest;
import dev.callsheet.runtime.protocol.PlatformProtocol;
import java.net.URI;
import java.util.Map;

/**
 * Where a sandbox is, and what a client needs to come there.
 *
 * @param root the address of its page, with a slash at its end
 * @param options how it was set up
 */
record SandboxAddress(URI root, SandboxOptions options) {
  /** The path that Runware is played at. */
  static final String RUNWARE = "/v1";

  static SandboxAddress at(int port, SandboxOptions options) {
    return new SandboxAddress(
        URI.create("http://" + options.reachableHost() + ":" + port + "/"), options);
  }

  URI endpoint() {
    return options
        .protocol()
        .map(protocol -> protocol.base().getRawPath().replaceAll("/+$", ""))
        .map(path -> URI.create(root.toString().replaceAll("/$", "") + path))
        .orElseGet(() -> root.resolve(RUNWARE));
  }

  URI socketEndpoint() {
    return URI.create("ws" + endpoint().toString().substring("http".length()));
  }

  String platformTitle() {
    return options.protocol().map(PlatformProtocol::title).orElse("Runware");
  }

  Map<String, String> environment() {
    return Map.of(
        CallsheetClientBuilder.endpointVariable(options.platformName()),
        endpoint().toString(),
        options
            .protocol()
            .map(protocol -> protocol.key().variable())
            .orElse(CallsheetClientBuilder.KEY_VARIABLE),
        key());
  }

  /** A key that will do. */
  String key() {
    return options.apiKeys().stream().sorted().findFirst().orElse("any-key-will-do");
  }

  /** One line for people, which ends in the address that a client is to be given. */
  String startLine() {
    long models =
        options.catalogue().summaries().stream()
            .map(model -> model.platform() == null ? RawRequest.PLATFORM : model.platform())
            .filter(options.platformName()::equals)
            .count();
    return "Callsheet sandbox of "
        + platformTitle()
        + " ("
        + models
        + (models == 1 ? " model" : " models")
        + "; page at "
        + root
        + ") at "
        + endpoint();
  }
}
