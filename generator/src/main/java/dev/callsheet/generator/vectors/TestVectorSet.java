package dev.callsheet.generator.vectors;

import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.StructuralRule;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.analysis.RequestSearch;
import dev.callsheet.spec.logic.JsonLocation;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.model.ShapeVisitor;
import dev.callsheet.spec.validation.ModelValidator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The test requests of a model: for every rule and every constraint of a parameter a smallest valid
 * request that has to do with it, and one that violates it and nothing else.
 *
 * <p>Rules are left to the solver. {@link RequestSearch} has the whole spec as a formula of
 * propositional logic; a request that <em>exercises</em> a rule is a model of that formula in which
 * the rule applies, and one that violates the rule alone is a model of all other rules together
 * with its negation. Of both a smallest is taken, so that a reader sees the rule and little else.
 * Where the second has no model, no request violates the rule alone, and it is listed as
 * impossible.
 *
 * <p>Constraints are violated by mutation: the smallest request that provides the parameter gets
 * one invalid value ({@link ShapeMutations}). As a changed value may concern rules as well, the
 * result counts only when the validator reports exactly one error, of the constraint that was
 * meant; what fails is listed as not found.
 *
 * <p>The cost is two searches for each rule and one for each parameter, and a validation for each
 * mutation; the searches take nearly all of the time. The same spec always gives the same requests.
 * The method is that of mutation-based testing from specifications: P. E. Black, V. Okun and Y.
 * Yesha, <em>Mutation Operators for Specifications</em>, ASE 2000.
 *
 * @param vectors rules first, then parameters, in the order of the spec
 * @param impossible names of the requests for rules that no request violates alone
 * @param notFound names of the requests that were not found, though there may be some
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
    Generator generator = new Generator(spec);
    spec.rules().forEach(generator::addRule);
    generator.addConstraints("", ParameterPath.ROOT, spec.request());
    return generator.set();
  }

  /** Those for the rules alone. */
  public static TestVectorSet ofRules(ModelSpec spec) {
    Generator generator = new Generator(spec);
    spec.rules().forEach(generator::addRule);
    return generator.set();
  }

  private static final class Generator {
    private static final ShapeMutations MUTATIONS = new ShapeMutations();

    private final ModelSpec spec;
    private final RequestSearch search;
    private final ModelValidator validator;
    private final List<TestVector> vectors = new ArrayList<>();
    private final List<String> impossible = new ArrayList<>();
    private final List<String> notFound = new ArrayList<>();

    Generator(ModelSpec spec) {
      this.spec = spec;
      this.search = new RequestSearch(spec, RuleInterpretation.ENFORCED);
      this.validator = new ModelValidator(spec, RuleInterpretation.ENFORCED);
    }

    TestVectorSet set() {
      return new TestVectorSet(vectors, impossible, notFound);
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
              shape.accept(MUTATIONS).stream()
                  .filter(mutation -> keepsModel(path, mutation))
                  .forEach(mutation -> addViolating(prefix, path, request, mutation)));
      shape
          .accept(new PartVisitor(path))
          .forEach(part -> addConstraints(part.path().toString(), part.path(), part.shape()));
    }

    /** Something inside a shape that has constraints of its own. */
    private record Part(ParameterPath path, Shape shape) {
      static List<Part> ofMembers(Shape.Structure structure) {
        return structure.members().stream()
            .map(member -> new Part(member.path(), member.shape()))
            .toList();
      }
    }

    /** The parts of the shape at a path. */
    private record PartVisitor(ParameterPath path) implements ShapeVisitor<List<Part>> {
      @Override
      public List<Part> visitScalar(Shape.Scalar shape) {
        return List.of();
      }

      @Override
      public List<Part> visitChoice(Shape.Choice shape) {
        return List.of();
      }

      @Override
      public List<Part> visitStructure(Shape.Structure shape) {
        return Part.ofMembers(shape);
      }

      @Override
      public List<Part> visitDictionary(Shape.Dictionary shape) {
        return List.of();
      }

      @Override
      public List<Part> visitSequence(Shape.Sequence shape) {
        return List.of(new Part(path.eachItem(), shape.items()));
      }

      /** A smallest request has any of the alternatives, so only members name theirs. */
      @Override
      public List<Part> visitUnion(Shape.Union shape) {
        return shape.variants().stream()
            .filter(Shape.Structure.class::isInstance)
            .flatMap(variant -> Part.ofMembers((Shape.Structure) variant).stream())
            .toList();
      }
    }

    /** A task that is no object, or names another model, is not validated as one of this model. */
    private boolean keepsModel(ParameterPath path, Mutation mutation) {
      String model = spec.metadata().identity().model();
      return path.isRoot()
          ? !mutation.rule().equals(StructuralRule.WRONG_TYPE.id())
          : model == null || !path.equals(ParameterPath.ROOT.member(model));
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
      Optional<JsonNode> violating =
          Optional.of(mutate(request, path, mutation))
              .filter(changed -> violatesOnly(changed, mutation.rule()));
      add(String.join(".", parts), false, mutation.rule(), violating);
    }

    private void add(String name, boolean valid, String rule, Optional<JsonNode> request) {
      request.ifPresentOrElse(
          found -> vectors.add(new TestVector(name, valid, rule, found)),
          () -> notFound.add((valid ? "valid/" : "invalid/") + name));
    }

    private boolean violatesOnly(JsonNode request, String rule) {
      List<Violation> errors =
          validator.validate(request).stream()
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
