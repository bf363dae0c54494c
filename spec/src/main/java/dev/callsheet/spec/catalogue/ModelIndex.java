package dev.callsheet.spec.catalogue;

import dev.callsheet.spec.model.ModelSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Models by id. Several platforms may have a model of one id; they are told apart only where they
 * meet, so that a model is not parsed before somebody asks for its id.
 */
final class ModelIndex {
  private final SortedMap<String, List<Supplier<ModelSpec>>> models = new TreeMap<>();

  /** Adds a model beside all others. */
  void add(String id, Supplier<ModelSpec> model) {
    models.computeIfAbsent(id, any -> new ArrayList<>()).add(model);
  }

  /** Adds the models of another index beside those that are there. */
  void addAll(ModelIndex other) {
    other.models.forEach((id, same) -> same.forEach(model -> add(id, model)));
  }

  /** Adds a model in place of those that are the same. */
  void replace(ModelSpec model) {
    models
        .computeIfAbsent(model.id(), any -> new ArrayList<>())
        .removeIf(other -> isSame(other.get(), model));
    add(model.id(), () -> model);
  }

  /** The model in here that is the same as one from elsewhere. */
  Optional<ModelSpec> same(ModelSpec model) {
    return withId(model.id()).stream().filter(other -> isSame(other, model)).findFirst();
  }

  /** Whether two models are one to those who ask for it: a model of no platform is of any. */
  private static boolean isSame(ModelSpec one, ModelSpec other) {
    Optional<String> platform = one.metadata().platformName();
    Optional<String> otherPlatform = other.metadata().platformName();
    return one.id().equals(other.id())
        && (platform.isEmpty() || otherPlatform.isEmpty() || platform.equals(otherPlatform));
  }

  /** Every id, in order. */
  Collection<String> ids() {
    return models.keySet();
  }

  /** The models of that id, the first added first. */
  List<ModelSpec> withId(String id) {
    return models.getOrDefault(id, List.of()).stream().map(Supplier::get).toList();
  }

  /** Every model, ordered by id. */
  List<ModelSpec> all() {
    return models.values().stream().flatMap(List::stream).map(Supplier::get).toList();
  }
}
