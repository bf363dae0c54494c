package dev.callsheet.generator.vectors;

import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.analysis.RequestSearch;
import dev.callsheet.spec.calculus.Path;
import dev.callsheet.spec.calculus.Place;
import dev.callsheet.spec.lint.Reading;
import dev.callsheet.spec.lint.TaskChecker;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.Shape;
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
public record VectorSet(List<Vector> vectors, List<String> impossible, List<String> notFound) {
  /** Copies the lists, so that a set never changes. */
  public VectorSet {
    vectors = List.copyOf(vectors);
    impossible = List.copyOf(impossible);
    notFound = List.copyOf(notFound);
  }

  /** The test requests for a model, by the rules as they are enforced. */
  public static VectorSet of(ModelSpec spec) {
    Maker maker = new Maker(spec);
    spec.rules().forEach(maker::addRule);
    maker.addConstraints("", Path.ROOT, spec.request());
    return new VectorSet(maker.vectors, maker.impossible, maker.notFound);
  }

  private static final class Maker {
    private static final Path MODEL = Path.parse("model");

    private final RequestSearch search;
    private final TaskChecker checker;
    private final List<Vector> vectors = new ArrayList<>();
    private final List<String> impossible = new ArrayList<>();
    private final List<String> notFound = new ArrayList<>();

    Maker(ModelSpec spec) {
      this.search = new RequestSearch(spec, Reading.ENFORCED);
      this.checker = new TaskChecker(spec, Reading.ENFORCED);
    }

    void addRule(Rule rule) {
      add(rule.id(), true, rule.id(), search.exercising(rule));
      if (search.isBreakable(rule)) {
        add(rule.id(), false, rule.id(), search.breakingOnly(rule));
      } else {
        impossible.add("invalid/" + rule.id());
      }
    }

    void addConstraints(String prefix, Path path, Shape shape) {
      Optional<JsonNode> base = path.isRoot() ? search.any() : search.providing(path);
      if (!path.isRoot()) {
        add("parameter." + prefix, true, prefix, base);
      }
      base.ifPresent(
          request ->
              Mutations.of(shape).stream()
                  .filter(mutation -> leavesItThisModel(path, mutation))
                  .forEach(mutation -> addBroken(prefix, path, request, mutation)));
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
    private static boolean leavesItThisModel(Path path, Mutation mutation) {
      return path.isRoot() ? !mutation.rule().equals("wrong-type") : !path.equals(MODEL);
    }

    private void addBroken(String prefix, Path path, JsonNode request, Mutation mutation) {
      List<String> parts = new ArrayList<>(List.of(mutation.rule()));
      if (!prefix.isEmpty()) {
        parts.add(prefix);
      }
      if (!mutation.label().isEmpty()) {
        parts.add(mutation.label());
      }
      Optional<JsonNode> broken =
          Optional.of(changed(request, path, mutation))
              .filter(changed -> breaksOnly(changed, mutation.rule()));
      add(String.join(".", parts), false, mutation.rule(), broken);
    }

    private void add(String name, boolean valid, String rule, Optional<JsonNode> request) {
      request.ifPresentOrElse(
          found -> vectors.add(new Vector(name, valid, rule, found)),
          () -> notFound.add((valid ? "valid/" : "invalid/") + name));
    }

    private boolean breaksOnly(JsonNode request, String rule) {
      List<Violation> errors =
          checker.check(request).stream()
              .filter(violation -> violation.severity() == Severity.ERROR)
              .toList();
      return errors.size() == 1 && errors.get(0).rule().equals(rule);
    }

    private static JsonNode changed(JsonNode request, Path path, Mutation mutation) {
      if (path.isRoot()) {
        return mutation.change().apply(request);
      }
      JsonNode copy = request.deepCopy();
      Place place = Place.root(copy).find(path).get(0);
      place.replace(mutation.change().apply(place.value()));
      return copy;
    }
  }
}
