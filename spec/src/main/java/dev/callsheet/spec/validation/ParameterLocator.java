package dev.callsheet.spec.validation;

import dev.callsheet.spec.logic.ParameterPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Knows where in a model a parameter belongs that stands in the wrong object. */
final class ParameterLocator {
  private final Map<String, ParameterPath> byName = new HashMap<>();

  /** Adds a parameter; the first of a name is the one suggested. */
  void add(ParameterPath path) {
    // Which item of a list was meant, nobody can tell.
    if (!path.steps().contains(ParameterPath.Step.EachItem.INSTANCE)) {
      byName.putIfAbsent(key(path.lastName()), path);
    }
  }

  /** The path of the parameter that is called so somewhere in the model. */
  Optional<String> pathOf(String name) {
    return Optional.ofNullable(byName.get(key(name))).map(ParameterPath::toString);
  }

  /** The JSON pointers to it and to each object around it; empty when there is none. */
  List<String> pointersAlongPathTo(String name) {
    List<String> pointers = new ArrayList<>();
    ParameterPath path = byName.get(key(name));
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
