package dev.callsheet.spec.parser;

import dev.callsheet.spec.model.LeftOut;
import dev.callsheet.spec.model.Platform;
import dev.callsheet.spec.source.SourceLocation;
import dev.callsheet.spec.source.SourceText;
import dev.callsheet.spec.source.SpellingSuggestion;
import dev.callsheet.spec.source.YamlNode;
import dev.callsheet.spec.source.YamlParser;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Loads the file of a model with the model that it extends and the fragments that it and these
 * include, and merges all of them: first what it extends, then what it includes, in its order, then
 * itself. Each file is merged once, where it is named first.
 *
 * <p>The identity of a model, its examples and its tests are its own; everything else is shared
 * with those that extend it.
 */
final class SpecFileLoader {
  /** More files than any model needs; a bound for what one model costs to read. */
  private static final int MAX_FILES = 100;

  private static final Set<String> NOT_SHARED =
      Set.of("model", "fragment", "extends", "include", "without", "examples", "tests");

  /** What a file may be. */
  private enum Kind {
    MODEL("model", "extend"),
    FRAGMENT("fragment", "include"),
    PLATFORM("platform", "name as a platform");

    private final String key;
    private final String use;

    Kind(String key, String use) {
      this.key = key;
      this.use = use;
    }
  }

  private final IncludeResolver files;
  private final SharedFiles shared;
  private final boolean validatesMetaSchema;
  private final ProblemCollector problems;
  private final Set<String> merged = new HashSet<>();
  private final Deque<String> open = new ArrayDeque<>();
  private final List<LeftOut> leftOut = new ArrayList<>();
  private boolean complete = true;

  /**
   * A loader for one model.
   *
   * @param files finds what it shares
   * @param shared what other models have shared already
   * @param validatesMetaSchema whether files are validated by the meta-schema
   */
  SpecFileLoader(
      IncludeResolver files,
      SharedFiles shared,
      boolean validatesMetaSchema,
      ProblemCollector problems) {
    this.files = files;
    this.shared = shared;
    this.validatesMetaSchema = validatesMetaSchema;
    this.problems = problems;
  }

  /** The merged model; empty when the file is none. */
  Optional<YamlNode.Mapping> load(SourceText source) {
    return parse(source, Kind.MODEL, source.start()).map(this::composed);
  }

  /** Whether all that was named has been found; when not, more may be missing for that reason. */
  boolean isComplete() {
    return complete;
  }

  /** What the files leave out of those that they share, in the order of their merging. */
  List<LeftOut> leftOut() {
    return leftOut;
  }

  /** The platform that a merged model names; empty when it names none that there is. */
  Optional<Platform> platformOf(YamlNode.Mapping model) {
    YamlNode node = model.get("platform").orElse(null);
    String name = node == null ? "" : node.asText().orElse("");
    if (node == null || name.isEmpty() || problems.hasProblemAt(node.location())) {
      return Optional.empty();
    }
    Optional<YamlNode.Mapping> file =
        find(PlatformParser.FOLDER + name, node.location(), Kind.PLATFORM);
    Optional<Platform> known = shared.platform(name);
    if (file.isEmpty() || known.isPresent()) {
      return known;
    }
    Platform platform = new PlatformParser(problems).parse(name, file.get());
    if (!problems.isAnyReported()) { // after any, a platform is parsed in part only
      shared.keepPlatform(platform);
    }
    return Optional.of(platform);
  }

  private YamlNode.Mapping composed(YamlNode.Mapping file) {
    YamlNode.Mapping base = YamlNode.Mapping.empty(file.location());
    Optional<YamlNode> extended = file.get("extends");
    if (extended.isPresent()) {
      base = merge(base, extended.get(), Kind.MODEL);
    }
    for (YamlNode name : file.items("include")) {
      base = merge(base, name, Kind.FRAGMENT);
    }
    Optional<YamlNode.Mapping> without = file.mapping("without");
    if (without.isPresent()) {
      Omission omission = new Omission(base, problems);
      base = omission.of(without.get(), complete);
      leftOut.addAll(omission.leftOut());
    }
    return SpecMerger.merge(base, file);
  }

  private YamlNode.Mapping merge(YamlNode.Mapping base, YamlNode reference, Kind kind) {
    String name = reference.asText().orElse("");
    if (name.isEmpty() || problems.hasProblemAt(reference.location())) {
      complete = false; // not a name; reported by the meta-schema
      return base;
    }
    if (open.contains(name)) {
      problems.report(
          reference.location(),
          "`" + name + "` is shared in a circle: " + String.join(" -> ", open) + " -> " + name);
      return base;
    }
    if (!merged.add(name)) {
      return base;
    }
    if (merged.size() > MAX_FILES) {
      problems.report(
          reference.location(),
          "a model is made of at most " + MAX_FILES + " files; this is one more");
      return base;
    }
    Optional<YamlNode.Mapping> file = find(name, reference.location(), kind);
    complete &= file.isPresent();
    open.addLast(name);
    YamlNode.Mapping result =
        file.map(found -> SpecMerger.merge(base, composed(found).without(NOT_SHARED))).orElse(base);
    open.removeLast();
    return result;
  }

  private Optional<YamlNode.Mapping> find(String name, SourceLocation referrer, Kind kind) {
    Optional<SharedFiles.ParsedFile> known = shared.file(kind.key, name);
    if (known.isPresent()) {
      problems.addSource(known.get().source());
      return known.map(SharedFiles.ParsedFile::content);
    }
    try {
      Optional<SourceText> found = files.find(name);
      if (found.isEmpty()) {
        problems.report(
            referrer,
            "there is nothing to "
                + kind.use
                + " called `"
                + name
                + "`"
                + SpellingSuggestion.hint(name, files.names()));
      }
      return found.flatMap(source -> parseShared(name, source, kind, referrer));
    } catch (IOException unreadable) {
      problems.report(referrer, "`" + name + "` cannot be read: " + unreadable.getMessage());
      return Optional.empty();
    }
  }

  private Optional<YamlNode.Mapping> parseShared(
      String name, SourceText source, Kind kind, SourceLocation referrer) {
    int before = problems.count();
    Optional<YamlNode.Mapping> parsed = parse(source, kind, referrer);
    if (parsed.isPresent() && problems.count() == before) {
      shared.keepFile(kind.key, name, new SharedFiles.ParsedFile(source, parsed.get()));
    }
    return parsed;
  }

  /**
   * Parses a file and validates it; empty when it is a file of another kind.
   *
   * @param referrer where the file is named, for problems with its kind
   */
  private Optional<YamlNode.Mapping> parse(SourceText source, Kind kind, SourceLocation referrer) {
    problems.addSource(source);
    Optional<YamlNode> root = YamlParser.parse(source, problems::report);
    if (root.isEmpty()) {
      return Optional.empty();
    }
    Optional<YamlNode.Mapping> file = root.get().asMapping();
    Optional<String> otherKind = file.flatMap(mapping -> otherKind(mapping, kind));
    if (otherKind.isPresent()) {
      problems.report(referrer, otherKind.get());
      return Optional.empty();
    }
    if (validatesMetaSchema) {
      MetaSchema.bundled().validate(root.get(), problems);
    }
    return file;
  }

  private static Optional<String> otherKind(YamlNode.Mapping file, Kind kind) {
    if (kind == Kind.PLATFORM ? PlatformParser.isPlatform(file) : file.has(kind.key)) {
      return Optional.empty();
    }
    if (PlatformParser.isPlatform(file)) {
      return Optional.of("this is a platform, which models name by `platform: NAME`");
    }
    if (kind == Kind.PLATFORM) {
      return Optional.of("the file of that name is no platform; one has the key `platform`");
    }
    if (file.has("measured")) {
      return Optional.of(
          "this is a file of measured prices, which is read with the model beside it");
    }
    if (file.has("tests") && !file.has("fragment") && !file.has("model")) {
      return Optional.of("this is a file of tests, which is read with the model beside it");
    }
    if (kind == Kind.MODEL && file.has("fragment")) {
      return Optional.of(
          "this is a fragment, to be included by models; a model file has the key `model`");
    }
    if (kind == Kind.FRAGMENT && file.has("model")) {
      return Optional.of(
          "this is a model, to be extended; a file to include has the key `fragment`");
    }
    return Optional.empty();
  }
}
