package dev.callsheet.spec.validation;

import dev.callsheet.runtime.JsonPointer;
import dev.callsheet.spec.logic.ParameterPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds where in a model a parameter belongs that is in the wrong object. */
final class ParameterLocator {
  private final Map<String, ParameterPath> byName = new HashMap<>();

  /** Adds a parameter; the first of a name is the one suggested. */
  void add(ParameterPath path) {
    // Which item of a list was meant, nobody can tell.
    if (!path.steps().contains(ParameterPath.Step.EachItem.INSTANCE)) {
      byName.putIfAbsent(key(path.lastName()), path);
    }
  }

  /** The path of the parameter of that name, anywhere in the model. */
  Optional<String> pathOf(String name) {
    return Optional.ofNullable(byName.get(key(name))).map(ParameterPath::toString);
  }

  /** The JSON pointers to it and to each object around it; empty when there is none. */
  List<String> pointersAlongPathTo(String name) {
    List<String> pointers = new ArrayList<>();
    ParameterPath path = byName.get(key(name));
    for (JsonPointer at = pointerTo(path); !at.isRoot(); at = at.parent()) {
      pointers.add(at.toString());
    }
    return pointers;
  }

  private static JsonPointer pointerTo(@Nullable ParameterPath path) {
    JsonPointer pointer = JsonPointer.ROOT;
    for (ParameterPath.Step step : path == null ? List.<ParameterPath.Step>of() : path.steps()) {
      pointer = pointer.child(((ParameterPath.Step.Member) step).name());
    }
    return pointer;
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
