package dev.callsheet.spec.parser;

import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.source.SourceText;
import dev.callsheet.spec.source.YamlNode;
import java.util.Optional;

/**
 * Parses the specs of models with what they extend and include. What several models share is parsed
 * once, so one parser should parse all the models of a catalogue; any number of threads may use it.
 */
public final class SpecParser {
  private final IncludeResolver includes;
  private final SharedFiles shared = new SharedFiles();
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
    SpecFileLoader loader = loader(problems);
    YamlNode.Mapping merged = merged(new SourceText(file, text), loader, problems);
    ModelSpec spec =
        new ModelParser(problems)
            .parse(
                merged,
                loader.platformOf(merged).orElse(null),
                loader.leftOut(),
                loader.isComplete());
    problems.throwIfAny();
    return spec;
  }

  /**
   * What a model is made of: its file, merged with all that it shares, its references to
   * definitions written out.
   *
   * @throws SpecException when a file cannot be read or merged
   */
  public YamlNode.Mapping merge(String file, String text) throws SpecException {
    ProblemCollector problems = new ProblemCollector();
    SpecFileLoader loader = loader(problems);
    YamlNode.Mapping merged = merged(new SourceText(file, text), loader, problems);
    problems.throwIfAny();
    return merged;
  }

  private SpecFileLoader loader(ProblemCollector problems) {
    return new SpecFileLoader(includes, shared, validatesMetaSchema, problems);
  }

  private static YamlNode.Mapping merged(
      SourceText source, SpecFileLoader loader, ProblemCollector problems) throws SpecException {
    Optional<YamlNode.Mapping> loaded = loader.load(source);
    if (loaded.isEmpty()) {
      throw problems.toException();
    }
    return DocumentedOrder.apply(DefinitionExpander.expand(loaded.get(), problems));
  }
}
