package dev.callsheet.spec.parser;

import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.source.SourceLocation;
import dev.callsheet.spec.source.SourceText;
import dev.callsheet.spec.source.SpellingSuggestion;
import dev.callsheet.spec.source.YamlNode;
import dev.callsheet.spec.source.YamlParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses the spec of a model with the platform files it includes. */
public final class SpecParser {
  private final IncludeResolver includes;
  private final boolean validatesMetaSchema;

  /** Parses specs; includes are resolved by the resolver. */
  public SpecParser(IncludeResolver includes) {
    this(includes, true);
  }

  private SpecParser(IncludeResolver includes, boolean validatesMetaSchema) {
    this.includes = includes;
    this.validatesMetaSchema = validatesMetaSchema;
  }

  /**
   * Parses bundled specs without the meta-schema: they are validated by the build, and validating
   * them again would take most of the time of a short command.
   */
  public static SpecParser forBundledSpecs(IncludeResolver includes) {
    return new SpecParser(includes, false);
  }

  /**
   * Parses one model.
   *
   * @param file the name of the text in problems
   * @param text YAML
   * @throws SpecException when something is wrong; it names all that is wrong in the file and in
   *     those it includes
   */
  public ModelSpec parse(String file, String text) throws SpecException {
    ProblemCollector problems = new ProblemCollector();
    SourceText source = new SourceText(file, text);
    Optional<YamlNode.Mapping> model = parseFile(source, "model", source.start(), problems);
    if (model.isEmpty()) {
      throw problems.toException();
    }
    List<YamlNode.Mapping> files = new ArrayList<>();
    boolean complete = true;
    for (YamlNode name : model.get().items("include")) {
      Optional<YamlNode.Mapping> included =
          name.asText().flatMap(t -> parseInclude(t, name, problems));
      included.ifPresent(files::add);
      complete &= included.isPresent();
    }
    files.add(model.get());
    YamlNode.Mapping merged = DocumentedOrder.apply(SpecMerger.merge(files));
    ModelSpec spec = new ModelParser(problems).parse(merged, complete);
    problems.throwIfAny();
    return spec;
  }

  private Optional<YamlNode.Mapping> parseInclude(
      String name, YamlNode node, ProblemCollector problems) {
    if (problems.hasProblemAt(node.location())) {
      return Optional.empty(); // not a name; reported by the meta-schema
    }
    try {
      Optional<SourceText> found = includes.find(name);
      if (found.isEmpty()) {
        problems.report(
            node.location(),
            "there is nothing to include called `"
                + name
                + "`"
                + SpellingSuggestion.hint(name, includes.names()));
      }
      return found.flatMap(source -> parseFile(source, "platform", node.location(), problems));
    } catch (IOException unreadable) {
      problems.report(node.location(), "`" + name + "` cannot be read: " + unreadable.getMessage());
      return Optional.empty();
    }
  }

  /**
   * Parses a file and validates it; empty when it is a file of another kind.
   *
   * @param referrer where the file is named, for problems with its kind
   */
  private Optional<YamlNode.Mapping> parseFile(
      SourceText source, String kind, SourceLocation referrer, ProblemCollector problems) {
    problems.addSource(source);
    Optional<YamlNode> root = YamlParser.parse(source, problems::report);
    if (root.isEmpty()) {
      return Optional.empty();
    }
    Optional<YamlNode.Mapping> file = root.get().asMapping();
    if (file.isPresent() && file.get().has("measured")) {
      problems.report(
          referrer, "this is a file of measured prices, which is read with the model beside it");
      return Optional.empty();
    }
    if (file.isPresent() && file.get().has("tests") && !file.get().has("model")) {
      problems.report(referrer, "this is a file of tests, which is read with the model beside it");
      return Optional.empty();
    }
    if (file.isPresent() && isOfOtherKind(file.get(), kind)) {
      problems.report(
          referrer,
          kind.equals("model")
              ? "this is a platform file, to be included by models; a model file has the key"
                  + " `model`"
              : "this is a model; a file to include has the key `platform`");
      return Optional.empty();
    }
    if (validatesMetaSchema) {
      MetaSchema.bundled().validate(root.get(), problems);
    }
    return file;
  }

  private static boolean isOfOtherKind(YamlNode.Mapping file, String kind) {
    String other = kind.equals("model") ? "platform" : "model";
    return file.has(other) && !file.has(kind);
  }
}
