package dev.callsheet.spec.parser;

import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.source.SourceText;
import dev.callsheet.spec.source.YamlNode;
import java.util.Optional;

/** Parses the spec of a model with what it extends and includes. */
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
    SpecFileLoader loader = new SpecFileLoader(includes, validatesMetaSchema, problems);
    Optional<YamlNode.Mapping> loaded = loader.load(source);
    if (loaded.isEmpty()) {
      throw problems.toException();
    }
    YamlNode.Mapping merged =
        DocumentedOrder.apply(DefinitionExpander.expand(loaded.get(), problems));
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
}
