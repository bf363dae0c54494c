package dev.callsheet.spec.parser;

import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.LeftOut;
import dev.callsheet.spec.model.ModelMetadata;
import dev.callsheet.spec.model.ModelMode;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Platform;
import dev.callsheet.spec.model.Pricing;
import dev.callsheet.spec.model.PublishedExample;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.model.SpecTest;
import dev.callsheet.spec.source.YamlNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a model from its file with the included ones merged in: names are resolved here. */
final class ModelParser {
  private final ProblemCollector problems;

  ModelParser(ProblemCollector problems) {
    this.problems = problems;
  }

  /**
   * Reads a model.
   *
   * @param platform who sells it; null when the file does not say
   * @param leftOut what was left out of the included ones
   * @param complete whether every include was found; when not, no path is called unknown
   */
  ModelSpec parse(
      YamlNode.Mapping file, @Nullable Platform platform, List<LeftOut> leftOut, boolean complete) {
    if (complete) {
      checkRequiredKey(file, "parameters");
      checkRequiredKey(file, "response");
    }
    ParameterParser parameters = new ParameterParser(problems);
    Shape.Structure request = parameters.parseStructure(file, "parameters", ParameterPath.ROOT);
    PathScope task =
        new PathScope(
            new ParameterIndex(request, parameters.unreadablePaths(), complete),
            ParameterPath.ROOT,
            RowLabels.of(file.items("rules")));
    ModelMetadata identity =
        new ModelMetadataParser(problems).parse(file.mappingOrEmpty("model"), platform, request);
    List<ModelMode> modes = parseModes(file.mappingOrEmpty("modes"), task);
    List<Rule> rules = new RuleParser(problems).parse(file.items("rules"), task);
    List<Rule> advice = new AdviceParser(problems, rules).parse(file, identity, task);
    Pricing pricing =
        file.mapping("pricing").map(p -> new PricingParser(problems).parse(p, task)).orElse(null);
    Shape.Structure response =
        new ParameterParser(problems)
            .parseStructure(file.mappingOrEmpty("response"), "properties", ParameterPath.ROOT);
    ExampleParser exampleParser = new ExampleParser(problems);
    List<PublishedExample> examples = exampleParser.parse(file.items("examples"), identity, modes);
    List<SpecTest> tests = new ArrayList<>(new SpecTestParser(problems).parse(file.items("tests")));
    tests.addAll(exampleParser.tests(file.items("examples"), modes));
    checkPairedParameters(request.parameters(), task);
    return new ModelSpec(
        identity,
        request,
        modes,
        rules,
        advice,
        pricing,
        response,
        examples,
        tests,
        leftOut,
        file.location());
  }

  private List<ModelMode> parseModes(YamlNode.Mapping modes, PathScope task) {
    ConditionParser conditions = new ConditionParser(problems);
    List<ModelMode> read = new ArrayList<>();
    modes
        .entries()
        .forEach(
            (name, entry) ->
                entry
                    .value()
                    .asMapping()
                    .ifPresent(
                        mode ->
                            read.add(
                                new ModelMode(
                                    name,
                                    conditions.parseAll(mode.items("provides"), task),
                                    mode.text("description").orElse(""),
                                    entry.keyLocation()))));
    return read;
  }

  private void checkPairedParameters(List<Parameter> parameters, PathScope task) {
    ParameterPathParser paths = new ParameterPathParser(problems);
    for (Parameter parameter : parameters) {
      String other = parameter.metadata().pairedWith();
      if (other != null && parameter.path().leadsThroughLists()) {
        paths.parse(other, parameter.location(), task);
      } else if (other != null) {
        paths.parseSingle(other, parameter.location(), task);
      }
      checkPairedParameters(parameter.shape().parameters(), task);
    }
  }

  private void checkRequiredKey(YamlNode.Mapping file, String key) {
    if (!file.has(key)) {
      problems.report(
          file.location(), "neither this file nor one it includes has the key `" + key + "`");
    }
  }
}
