package dev.callsheet.spec.parser;

import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.model.ShapeVisitor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The parameters of a request by path, with their shapes and defaults. */
final class ParameterIndex {
  private final Map<ParameterPath, List<Shape>> shapes = new LinkedHashMap<>();
  private final Map<ParameterPath, JsonNode> defaults = new LinkedHashMap<>();
  private final Set<ParameterPath> unreadable;
  private final boolean complete;

  /**
   * Indexes a request.
   *
   * @param unreadable the parameters whose shape could not be parsed
   * @param complete whether all parameters could be parsed; if not, no path is called unknown
   */
  ParameterIndex(Shape.Structure request, Set<ParameterPath> unreadable, boolean complete) {
    this.unreadable = unreadable;
    this.complete = complete;
    add(ParameterPath.ROOT, request);
  }

  /** The shapes of a path, unions replaced by their alternatives; empty if there is none. */
  List<Shape> shapes(ParameterPath path) {
    return isUnreadable(path) ? List.of() : shapes.getOrDefault(path, List.of());
  }

  /** Whether there is such a parameter, or may be as far as could be read. */
  boolean mayContain(ParameterPath path) {
    return !complete || shapes.containsKey(path) || isUnreadable(path);
  }

  /** The value of the parameter when it is not provided. */
  Optional<JsonNode> defaultOf(ParameterPath path) {
    return Optional.ofNullable(defaults.get(path));
  }

  /** Every path below one, as written from there, in the order of the documentation. */
  List<ParameterPath> pathsBelow(ParameterPath base) {
    return shapes.keySet().stream()
        .filter(path -> base.isPrefixOf(path) && !path.equals(base))
        .map(path -> path.withoutPrefix(base))
        .toList();
  }

  private boolean isUnreadable(ParameterPath path) {
    return unreadable.stream().anyMatch(bad -> bad.isPrefixOf(path));
  }

  private void add(ParameterPath path, Shape shape) {
    if (!path.isRoot()) {
      shapes.computeIfAbsent(path, key -> new ArrayList<>()).addAll(shape.variants());
    }
    shape.accept(new NestedShapes(path));
  }

  /** Adds what lies inside a value of a shape. */
  private final class NestedShapes implements ShapeVisitor<@Nullable Void> {
    private final ParameterPath path;

    NestedShapes(ParameterPath path) {
      this.path = path;
    }

    @Override
    public @Nullable Void visitScalar(Shape.Scalar scalar) {
      return null;
    }

    @Override
    public @Nullable Void visitChoice(Shape.Choice choice) {
      return null;
    }

    @Override
    public @Nullable Void visitStructure(Shape.Structure structure) {
      structure.members().forEach(ParameterIndex.this::add);
      return null;
    }

    @Override
    public @Nullable Void visitDictionary(Shape.Dictionary dictionary) {
      return null;
    }

    @Override
    public @Nullable Void visitSequence(Shape.Sequence sequence) {
      add(path.eachItem(), sequence.items());
      return null;
    }

    @Override
    public @Nullable Void visitUnion(Shape.Union union) {
      union.alternatives().forEach(alternative -> alternative.shape().accept(this));
      return null;
    }
  }

  private void add(Parameter parameter) {
    JsonNode value = parameter.defaultValue();
    if (value != null) {
      defaults.put(parameter.path(), value);
    }
    add(parameter.path(), parameter.shape());
  }
}
