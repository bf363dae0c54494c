package dev.callsheet.generator.vectors;

import dev.callsheet.runtime.StructuralRule;
import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.analysis.RequestSearch;
import dev.callsheet.spec.logic.JsonLocation;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.validation.ModelValidator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The test requests of a model: the same for the same spec, whenever they are made.
 *
 * @param vectors rules first, then parameters, in the order of the spec
 * @param impossible rules that no request breaks alone, by the names of the requests that would
 * @param notFound what no request was found for, though there may be one
 */
public record TestVectorSet(
    List<TestVector> vectors, List<String> impossible, List<String> notFound) {
  /** Copies the lists, so that a set never changes. */
  public TestVectorSet {
    vectors = List.copyOf(vectors);
    impossible = List.copyOf(impossible);
    notFound = List.copyOf(notFound);
  }

  /** The test requests for a model, by the rules as they are enforced. */
  public static TestVectorSet of(ModelSpec spec) {
    Generator maker = new Generator(spec);
    spec.rules().forEach(maker::addRule);
    maker.addConstraints("", ParameterPath.ROOT, spec.request());
    return new TestVectorSet(maker.vectors, maker.impossible, maker.notFound);
  }

  private static final class Generator {
    private static final ParameterPath MODEL = ParameterPath.parse("model");

    private final RequestSearch search;
    private final ModelValidator checker;
    private final List<TestVector> vectors = new ArrayList<>();
    private final List<String> impossible = new ArrayList<>();
    private final List<String> notFound = new ArrayList<>();

    Generator(ModelSpec spec) {
      this.search = new RequestSearch(spec, RuleInterpretation.ENFORCED);
      this.checker = new ModelValidator(spec, RuleInterpretation.ENFORCED);
    }

    void addRule(Rule rule) {
      add(rule.id(), true, rule.id(), search.smallestRequestExercising(rule));
      if (search.isViolableAlone(rule)) {
        add(rule.id(), false, rule.id(), search.smallestRequestViolatingOnly(rule));
      } else {
        impossible.add("invalid/" + rule.id());
      }
    }

    void addConstraints(String prefix, ParameterPath path, Shape shape) {
      Optional<JsonNode> base =
          path.isRoot() ? search.smallestRequest() : search.smallestRequestProviding(path);
      if (!path.isRoot()) {
        add("parameter." + prefix, true, prefix, base);
      }
      base.ifPresent(
          request ->
              ShapeMutations.of(shape).stream()
                  .filter(mutation -> keepsModel(path, mutation))
                  .forEach(mutation -> addViolating(prefix, path, request, mutation)));
      if (shape instanceof Shape.Structure structure) {
        for (Parameter member : structure.members()) {
          addConstraints(member.path().toString(), member.path(), member.shape());
        }
      } else if (shape instanceof Shape.Sequence sequence) {
        addConstraints(path.eachItem().toString(), path.eachItem(), sequence.items());
      } else if (shape instanceof Shape.Union union) {
        for (Shape.Alternative alternative : union.alternatives()) {
          if (alternative.shape() instanceof Shape.Structure structure) {
            structure
                .members()
                .forEach(m -> addConstraints(m.path().toString(), m.path(), m.shape()));
          }
        }
      }
    }

    /** A task that is no object, or names another model, is not judged as one of this model. */
    private static boolean keepsModel(ParameterPath path, Mutation mutation) {
      return path.isRoot() ? !mutation.rule().equals(StructuralRule.WRONG_TYPE.id()) : !path.equals(MODEL);
    }

    private void addViolating(
        String prefix, ParameterPath path, JsonNode request, Mutation mutation) {
      List<String> parts = new ArrayList<>(List.of(mutation.rule()));
      if (!prefix.isEmpty()) {
        parts.add(prefix);
      }
      if (!mutation.label().isEmpty()) {
        parts.add(mutation.label());
      }
      Optional<JsonNode> broken =
          Optional.of(mutate(request, path, mutation))
              .filter(changed -> violatesOnly(changed, mutation.rule()));
      add(String.join(".", parts), false, mutation.rule(), broken);
    }

    private void add(String name, boolean valid, String rule, Optional<JsonNode> request) {
      request.ifPresentOrElse(
          found -> vectors.add(new TestVector(name, valid, rule, found)),
          () -> notFound.add((valid ? "valid/" : "invalid/") + name));
    }

    private boolean violatesOnly(JsonNode request, String rule) {
      List<Violation> errors =
          checker.validate(request).stream()
              .filter(violation -> violation.severity() == Severity.ERROR)
              .toList();
      return errors.size() == 1 && errors.get(0).rule().equals(rule);
    }

    private static JsonNode mutate(JsonNode request, ParameterPath path, Mutation mutation) {
      if (path.isRoot()) {
        return mutation.change().apply(request);
      }
      JsonNode copy = request.deepCopy();
      JsonLocation place = JsonLocation.root(copy).resolve(path).get(0);
      place.replace(mutation.change().apply(place.value()));
      return copy;
    }
  }
}
