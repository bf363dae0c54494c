package dev.callsheet.spec.read;

import dev.callsheet.spec.calculus.Path;
import dev.callsheet.spec.model.Shape;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Where paths begin: at the task, or at the items of a list.
 *
 * @param index what there is in a request
 * @param base the way from the task
 */
record Scope(ParameterIndex index, Path base) {

  List<Shape> shapes(Path path) {
    return index.shapes(base.then(path));
  }

  /** Whether there is such a parameter, or may be as far as could be read. */
  boolean mayHave(Path path) {
    boolean unknownItems = !base.isRoot() && index.shapes(base).isEmpty();
    return unknownItems || index.mayHave(base.then(path));
  }

  Optional<JsonNode> defaultOf(Path path) {
    return index.defaultOf(base.then(path));
  }

  /** Every path that can be written here. */
  List<Path> known() {
    return index.below(base);
  }

  /** The scope inside every item of a list. */
  Scope eachItem(Path list) {
    return new Scope(index, base.then(list).eachItem());
  }
}
