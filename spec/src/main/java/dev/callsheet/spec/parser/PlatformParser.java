package dev.callsheet.spec.parser;

import dev.callsheet.runtime.protocol.DryRun;
import dev.callsheet.runtime.protocol.PlatformProtocol;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.DeferredProtocol;
import dev.callsheet.spec.model.LegacyNames;
import dev.callsheet.spec.model.Platform;
import dev.callsheet.spec.model.RequestIdentity;
import dev.callsheet.spec.model.TaskKinds;
import dev.callsheet.spec.source.SourceLocation;
import dev.callsheet.spec.source.SourceText;
import dev.callsheet.spec.source.YamlNode;
import dev.callsheet.spec.source.YamlParser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the file of a platform, {@code platforms/NAME.yaml}. */
public final class PlatformParser {
  /** Where the files of platforms are, from the root of the specs. */
  public static final String FOLDER = "platforms/";

  private final ProblemCollector problems;

  PlatformParser(ProblemCollector problems) {
    this.problems = problems;
  }

  /**
   * The platform of a file.
   *
   * @param name the name by which the file is found
   * @return empty when it is a file of another kind, such as a fragment
   * @throws SpecException when something is wrong; it names all that is
   */
  public static Optional<Platform> parse(String name, SourceText source) throws SpecException {
    return parse(name, source, true);
  }

  /** The same for a bundled file, without the meta-schema: the build validates it. */
  public static Optional<Platform> parseBundled(String name, SourceText source)
      throws SpecException {
    return parse(name, source, false);
  }

  private static Optional<Platform> parse(
      String name, SourceText source, boolean validatesMetaSchema) throws SpecException {
    ProblemCollector problems = new ProblemCollector();
    problems.addSource(source);
    Optional<YamlNode> root = YamlParser.parse(source, problems::report);
    Optional<YamlNode.Mapping> file =
        root.flatMap(YamlNode::asMapping).filter(PlatformParser::isPlatform);
    if (validatesMetaSchema) {
      file.ifPresent(platform -> MetaSchema.bundled().validate(platform, problems));
    }
    problems.throwIfAny();
    Optional<Platform> platform =
        file.map(found -> new PlatformParser(problems).parse(name, found, !validatesMetaSchema));
    problems.throwIfAny();
    return platform;
  }

  /** Whether a file is a platform's; not where it cannot be read at all. */
  public static boolean isPlatform(SourceText source) {
    return YamlParser.parse(source, (place, problem) -> {})
        .flatMap(YamlNode::asMapping)
        .filter(PlatformParser::isPlatform)
        .isPresent();
  }

  /** Whether a file is a platform's. */
  static boolean isPlatform(YamlNode.Mapping file) {
    return file.mapping("platform").isPresent() && !file.has("model");
  }

  /** Reads a file that is a platform's. */
  Platform parse(String name, YamlNode.Mapping file) {
    return parse(name, file, false);
  }

  /** What is right already has its protocol read when that is asked for. */
  private Platform parse(String name, YamlNode.Mapping file, boolean isKnownToBeRight) {
    YamlNode.Mapping platform = file.mappingOrEmpty("platform");
    platform
        .text("name")
        .filter(own -> !own.equals(name))
        .ifPresent(
            own ->
                problems.report(
                    platform.get("name").orElse(platform).location(),
                    "this file is found by the name `" + name + "`, not `" + own + "`"));
    YamlNode.Mapping identity = platform.mappingOrEmpty("identify");
    String title = platform.text("title").orElse(name);
    Supplier<@Nullable PlatformProtocol> reader =
        () ->
            file.mapping("protocol")
                .flatMap(protocol -> new ProtocolParser(problems).parse(name, title, protocol))
                .orElse(null);
    return new Platform(
        name,
        title,
        new RequestIdentity(
            identity.text("task").orElse(null),
            identity.text("id").orElse(null),
            identity.text("model").orElse(null)),
        tasks(platform, identity),
        legacy(platform.mappingOrEmpty("legacy")),
        isKnownToBeRight ? DeferredProtocol.readBy(reader) : DeferredProtocol.of(reader.get()),
        file.mapping("dryRun").flatMap(this::dryRun).orElse(null),
        new SandboxDescriptionParser(problems).parse(file));
  }

  private LegacyNames legacy(YamlNode.Mapping legacy) {
    Map<String, String> tasks = new LinkedHashMap<>();
    YamlNode.Mapping names = legacy.mappingOrEmpty("tasks");
    names.entries().keySet().forEach(old -> names.text(old).ifPresent(now -> tasks.put(old, now)));
    List<LegacyNames.Renaming> parameters = new ArrayList<>();
    YamlNode.Mapping paths = legacy.mappingOrEmpty("parameters");
    paths
        .entries()
        .forEach(
            (from, entry) ->
                renaming(from, entry.value(), paths.keyLocation(from)).ifPresent(parameters::add));
    return new LegacyNames(tasks, parameters);
  }

  private Optional<LegacyNames.Renaming> renaming(
      String from, YamlNode to, SourceLocation location) {
    try {
      LegacyNames.Renaming renaming =
          new LegacyNames.Renaming(
              ParameterPath.parse(from), ParameterPath.parse(to.asText().orElse("")));
      if (list(renaming.from()).equals(list(renaming.to()))) {
        return Optional.of(renaming);
      }
      problems.report(
          to.location(), "`" + from + "` cannot leave its list: name a place in the same item");
    } catch (IllegalArgumentException e) {
      problems.report(location, String.valueOf(e.getMessage()));
    }
    return Optional.empty();
  }

  private static ParameterPath list(ParameterPath path) {
    return path.leadsThroughLists() ? path.beforeLastList() : ParameterPath.ROOT;
  }

  private Optional<DryRun> dryRun(YamlNode.Mapping dryRun) {
    try {
      return Optional.of(DryRun.of(dryRun.json()));
    } catch (IllegalArgumentException unreadable) {
      problems.report(dryRun.location(), "`dryRun` cannot be read: " + unreadable.getMessage());
      return Optional.empty();
    }
  }

  private TaskKinds tasks(YamlNode.Mapping platform, YamlNode.Mapping identity) {
    YamlNode.Mapping tasks = platform.mappingOrEmpty("tasks");
    if (platform.has("tasks") && !identity.has("task")) {
      problems.report(
          platform.keyLocation("tasks"),
          "there are tasks only where `identify` has a `task`, the member that names one");
    }
    Set<String> named = new HashSet<>();
    for (String group : List.of("withModel", "withOptionalModel", "withoutModel")) {
      for (YamlNode kind : tasks.items(group)) {
        String task = kind.asText().orElse("");
        if (!task.isEmpty() && !named.add(task)) {
          problems.report(kind.location(), "the task `" + task + "` is named twice");
        }
      }
    }
    return new TaskKinds(
        tasks.texts("withModel"), tasks.texts("withOptionalModel"), tasks.texts("withoutModel"));
  }
}
