package dev.callsheet.spec.parser;

import dev.callsheet.spec.model.Platform;
import dev.callsheet.spec.source.SourceText;
import dev.callsheet.spec.source.YamlNode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What models extend, include and name as their platform, parsed once for all the models of a
 * parser: a thousand models of one platform share a few files. Only what has no problems is kept,
 * so that those of a file are reported with each model that it spoils. Any number of threads may
 * use it.
 */
final class SharedFiles {
  /** A file that was parsed as what it was named as, and had no problems. */
  record ParsedFile(SourceText source, YamlNode.Mapping content) {}

  private final Map<String, ParsedFile> files = new ConcurrentHashMap<>();
  private final Map<String, Platform> platforms = new ConcurrentHashMap<>();

  /** The file of that kind and name. */
  Optional<ParsedFile> file(String kind, String name) {
    return Optional.ofNullable(files.get(kind + " " + name));
  }

  void keepFile(String kind, String name, ParsedFile file) {
    files.put(kind + " " + name, file);
  }

  /** The platform of that name. */
  Optional<Platform> platform(String name) {
    return Optional.ofNullable(platforms.get(name));
  }

  void keepPlatform(Platform platform) {
    platforms.put(platform.name(), platform);
  }
}
