package dev.callsheet.spec.baseline;

import dev.callsheet.spec.source.Location;
import dev.callsheet.spec.source.Node;
import dev.callsheet.spec.source.SourceText;
import dev.callsheet.spec.source.Suggestion;
import dev.callsheet.spec.source.YamlParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a YAML file with a version, and one list. Reads on after a mistake, to find them all. */
final class SettingsFile {
  private final SourceText source;
  private final List<SettingsException.Mistake> mistakes = new ArrayList<>();

  private SettingsFile(SourceText source) {
    this.source = source;
  }

  static SettingsFile open(Path file) throws IOException {
    return new SettingsFile(new SourceText(file.toString(), Files.readString(file)));
  }

  SourceText source() {
    return source;
  }

  /** The mappings in the list, after the version. */
  List<Node.Mapping> entries(String versionKey, String listKey) {
    Optional<Node> root = YamlParser.parse(source, this::mistake);
    if (root.isEmpty()) {
      return List.of();
    }
    Node.Mapping mapping = root.get().asMapping().orElse(null);
    if (mapping == null) {
      mistake(
          root.get().location(),
          "this must be a mapping, with the keys `" + versionKey + "` and `" + listKey + "`");
      return List.of();
    }
    allow(mapping, List.of(versionKey, listKey));
    if (mapping
        .get(versionKey)
        .filter(version -> version.json().asString("").equals("1"))
        .isEmpty()) {
      mistake(
          mapping.keyLocation(versionKey),
          "`" + versionKey + ": 1` must say which version of the form this is");
    }
    Node list = mapping.get(listKey).orElse(null);
    if (list != null && !(list instanceof Node.Sequence)) {
      mistake(list.location(), "`" + listKey + "` must be a list");
    }
    List<Node.Mapping> entries = new ArrayList<>();
    for (Node item : mapping.items(listKey)) {
      item.asMapping()
          .ifPresentOrElse(entries::add, () -> mistake(item.location(), "this must be a mapping"));
    }
    return entries;
  }

  /** A text that must be there and say something. */
  String text(Node.Mapping mapping, String key, String wanted) {
    Optional<String> text = mapping.text(key).filter(found -> !found.isBlank());
    if (text.isEmpty()) {
      mistake(
          mapping.keyLocation(key),
          mapping.has(key)
              ? "`" + key + "` must be " + wanted
              : "`" + key + "` is missing; it must be " + wanted);
    }
    return text.orElse("");
  }

  /** Complains of keys that nobody knows. */
  void allow(Node.Mapping mapping, List<String> keys) {
    for (String key : mapping.entries().keySet()) {
      if (!keys.contains(key)) {
        mistake(
            mapping.keyLocation(key), "`" + key + "` is no key here" + Suggestion.hint(key, keys));
      }
    }
  }

  void mistake(Location location, String message) {
    mistakes.add(new SettingsException.Mistake(location, message));
  }

  void throwIfWrong() throws SettingsException {
    if (!mistakes.isEmpty()) {
      throw new SettingsException(source, mistakes);
    }
  }
}
