package dev.callsheet.spec.validation;

import dev.callsheet.runtime.JsonPointer;
import dev.callsheet.spec.logic.ParameterPath;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds where in a model a parameter belongs that is in the wrong object. */
final class ParameterLocator {
  private final Map<String, ParameterPath> byName = new HashMap<>();

  /** Adds a parameter; the first of a name is the one suggested. */
  void add(ParameterPath path) {
    // A name inside a list does not say which item it belongs to.
    if (!path.leadsThroughLists()) {
      byName.putIfAbsent(key(path.lastName()), path);
    }
  }

  /** The path of the parameter of that name, anywhere in the model. */
  Optional<String> pathOf(String name) {
    return Optional.ofNullable(byName.get(key(name))).map(ParameterPath::toString);
  }

  /** The JSON pointers to it and to each object around it; empty when there is none. */
  List<String> pointersAlongPathTo(String name) {
    ParameterPath path = byName.getOrDefault(key(name), ParameterPath.ROOT);
    return Stream.iterate(
            new JsonPointer(path.memberNames()), at -> !at.isRoot(), JsonPointer::parent)
        .map(JsonPointer::toString)
        .toList();
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
