package dev.callsheet.spec.read;

import dev.callsheet.spec.calculus.Path;
import dev.callsheet.spec.model.Example;
import dev.callsheet.spec.model.Identity;
import dev.callsheet.spec.model.Mode;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Pricing;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.source.Node;
import java.util.ArrayList;
import java.util.List;

/** Reads a model from its file with the included ones merged in: names are resolved here. */
final class ModelReader {
  private final Problems problems;

  ModelReader(Problems problems) {
    this.problems = problems;
  }

  /**
   * Reads a model.
   *
   * @param complete whether every include was found; when not, no path is called unknown
   */
  ModelSpec read(Node.Mapping file, boolean complete) {
    if (complete) {
      checkPresent(file, "parameters");
      checkPresent(file, "response");
    }
    ParameterReader parameters = new ParameterReader(problems);
    Shape.Structure request = parameters.structure(file, "parameters", Path.ROOT);
    Scope task =
        new Scope(new ParameterIndex(request, parameters.unreadable(), complete), Path.ROOT);
    Identity identity = new IdentityReader(problems).read(file.mappingOrEmpty("model"), request);
    List<Mode> modes = modes(file.mappingOrEmpty("modes"), task);
    List<Rule> rules = new RuleReader(problems).read(file.items("rules"), task);
    Pricing pricing =
        file.mapping("pricing").map(p -> new PricingReader(problems).read(p, task)).orElse(null);
    Shape.Structure response =
        new ParameterReader(problems)
            .structure(file.mappingOrEmpty("response"), "properties", Path.ROOT);
    List<Example> examples =
        new ExampleReader(problems).read(file.items("examples"), identity, modes);
    checkPairs(request, task);
    return new ModelSpec(
        identity, request, modes, rules, pricing, response, examples, file.location());
  }

  private List<Mode> modes(Node.Mapping modes, Scope task) {
    PathReader paths = new PathReader(problems);
    List<Mode> read = new ArrayList<>();
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
                                new Mode(
                                    name,
                                    paths.each(mode.items("provides"), task),
                                    mode.text("description").orElse(""),
                                    entry.keyLocation()))));
    return read;
  }

  private void checkPairs(Shape shape, Scope task) {
    if (shape instanceof Shape.Structure structure) {
      for (Parameter member : structure.members()) {
        String other = member.notes().pairedWith();
        if (other != null) {
          new PathReader(problems).one(other, member.location(), task);
        }
        checkPairs(member.shape(), task);
      }
    }
  }

  private void checkPresent(Node.Mapping file, String key) {
    if (!file.has(key)) {
      problems.report(
          file.location(), "neither this file nor one it includes has the key `" + key + "`");
    }
  }
}
