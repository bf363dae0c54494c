package dev.callsheet.spec.lint;

import dev.callsheet.spec.calculus.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Knows where in a model a parameter belongs that stands in the wrong object. */
final class Misplaced {
  private final Map<String, Path> byName = new HashMap<>();

  /** Adds a parameter; the first of a name is the one suggested. */
  void add(Path path) {
    // Which item of a list was meant, nobody can tell.
    if (!path.steps().contains(Path.Step.EachItem.INSTANCE)) {
      byName.putIfAbsent(key(path.lastName()), path);
    }
  }

  /** The path of the parameter that is called so somewhere in the model. */
  Optional<String> pathOf(String name) {
    return Optional.ofNullable(byName.get(key(name))).map(Path::toString);
  }

  /** The JSON pointers to it and to each object around it; empty when there is none. */
  List<String> pointersOnTheWayTo(String name) {
    List<String> pointers = new ArrayList<>();
    Path path = byName.get(key(name));
    while (path != null && !path.isRoot()) {
      pointers.add("/" + path.toString().replace('.', '/'));
      path = path.parent();
    }
    return pointers;
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
