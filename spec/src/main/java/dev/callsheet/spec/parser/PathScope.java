package dev.callsheet.spec.parser;

import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.Shape;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What paths are relative to: the task, or the items of a list.
 *
 * @param index what there is in a request
 * @param base the path from the task
 * @param rows the labelled rows of the spec's rules
 */
record PathScope(ParameterIndex index, ParameterPath base, RowLabels rows) {

  List<Shape> shapes(ParameterPath path) {
    return index.shapes(base.resolve(path));
  }

  /** Whether there is such a parameter, or may be as far as could be read. */
  boolean mayContain(ParameterPath path) {
    boolean unknownItems = !base.isRoot() && index.shapes(base).isEmpty();
    return unknownItems || index.mayContain(base.resolve(path));
  }

  Optional<JsonNode> defaultOf(ParameterPath path) {
    return index.defaultOf(base.resolve(path));
  }

  /** Every path in this scope. */
  List<ParameterPath> paths() {
    return index.pathsBelow(base);
  }

  /** The scope inside every item of a list. */
  PathScope eachItem(ParameterPath list) {
    return new PathScope(index, base.resolve(list).eachItem(), rows);
  }
}
