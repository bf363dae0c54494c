package dev.callsheet.linter.baseline;

import dev.callsheet.spec.source.SourceLocation;
import dev.callsheet.spec.source.SourceText;
import dev.callsheet.spec.source.SpellingSuggestion;
import dev.callsheet.spec.source.YamlNode;
import dev.callsheet.spec.source.YamlParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a YAML file with a version and one list. Reads on after a problem, to report all. */
final class FilterFileReader {
  private final SourceText source;
  private final List<FilterFileException.FileProblem> problems = new ArrayList<>();

  private FilterFileReader(SourceText source) {
    this.source = source;
  }

  static FilterFileReader open(Path file) throws IOException {
    return new FilterFileReader(new SourceText(file.toString(), Files.readString(file)));
  }

  SourceText source() {
    return source;
  }

  /** The mappings in the list. */
  List<YamlNode.Mapping> entries(String versionKey, String listKey) {
    Optional<YamlNode> root = YamlParser.parse(source, this::addProblem);
    if (root.isEmpty()) {
      return List.of();
    }
    YamlNode.Mapping mapping = root.get().asMapping().orElse(null);
    if (mapping == null) {
      addProblem(
          root.get().location(),
          "this must be a mapping, with the keys `" + versionKey + "` and `" + listKey + "`");
      return List.of();
    }
    checkKeys(mapping, List.of(versionKey, listKey));
    if (mapping
        .get(versionKey)
        .filter(version -> version.json().asString("").equals("1"))
        .isEmpty()) {
      addProblem(
          mapping.keyLocation(versionKey),
          "`" + versionKey + ": 1` must say which version of the form this is");
    }
    YamlNode list = mapping.get(listKey).orElse(null);
    if (list != null && !(list instanceof YamlNode.Sequence)) {
      addProblem(list.location(), "`" + listKey + "` must be a list");
    }
    List<YamlNode.Mapping> entries = new ArrayList<>();
    for (YamlNode item : mapping.items(listKey)) {
      item.asMapping()
          .ifPresentOrElse(
              entries::add, () -> addProblem(item.location(), "this must be a mapping"));
    }
    return entries;
  }

  /** A text that must be there and not be blank. */
  String requiredText(YamlNode.Mapping mapping, String key, String description) {
    Optional<String> text = mapping.text(key).filter(found -> !found.isBlank());
    if (text.isEmpty()) {
      addProblem(
          mapping.keyLocation(key),
          mapping.has(key)
              ? "`" + key + "` must be " + description
              : "`" + key + "` is missing; it must be " + description);
    }
    return text.orElse("");
  }

  /** Adds a problem for each key that is not one of these. */
  void checkKeys(YamlNode.Mapping mapping, List<String> keys) {
    for (String key : mapping.entries().keySet()) {
      if (!keys.contains(key)) {
        addProblem(
            mapping.keyLocation(key),
            "`" + key + "` is no key here" + SpellingSuggestion.hint(key, keys));
      }
    }
  }

  void addProblem(SourceLocation location, String message) {
    problems.add(new FilterFileException.FileProblem(location, message));
  }

  void throwIfProblems() throws FilterFileException {
    if (!problems.isEmpty()) {
      throw new FilterFileException(source, problems);
    }
  }
}
