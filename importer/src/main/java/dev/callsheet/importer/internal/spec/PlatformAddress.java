package dev.callsheet.importer.internal.spec;

import dev.callsheet.spec.model.Platform;
import dev.callsheet.spec.parser.IncludeResolver;
import dev.callsheet.spec.parser.PlatformParser;
import dev.callsheet.spec.parser.SpecException;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** Tells a platform by the address that its requests go to. */
final class PlatformAddress {
  private PlatformAddress() {}

  /** The name of the platform whose file has that address; empty where none has. */
  static String platformAt(IncludeResolver files, String server) {
    Optional<String> host = host(server);
    return host.isEmpty()
        ? ""
        : files.names().stream()
            .filter(name -> name.startsWith(PlatformParser.FOLDER))
            .filter(name -> name.indexOf('/', PlatformParser.FOLDER.length()) < 0)
            .flatMap(name -> platform(files, name).stream())
            .filter(platform -> hosts(platform, host.get()))
            .map(Platform::name)
            .findFirst()
            .orElse("");
  }

  private static boolean hosts(Platform platform, String host) {
    return platform.protocol() != null && platform.protocol().hosts().contains(host);
  }

  private static Optional<Platform> platform(IncludeResolver files, String name) {
    try {
      return PlatformParser.parse(
          name.substring(PlatformParser.FOLDER.length()), files.find(name).orElseThrow());
    } catch (IOException | SpecException unreadable) {
      return Optional.empty(); // one that is not read is not told
    }
  }

  private static Optional<String> host(String address) {
    try {
      return Optional.ofNullable(URI.create(address).getHost());
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
