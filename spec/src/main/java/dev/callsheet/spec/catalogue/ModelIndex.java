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
  private final SortedMap<String, List<Entry>> models = new TreeMap<>();

  /** A model and what a list says of it, both made when they are asked for. */
  private record Entry(Supplier<ModelSpec> model, Supplier<ModelSummary> summary) {}

  /** Adds a model beside all others. */
  void add(String id, Supplier<ModelSpec> model, Supplier<ModelSummary> summary) {
    add(id, new Entry(model, summary));
  }

  private void add(String id, Entry entry) {
    models.computeIfAbsent(id, any -> new ArrayList<>()).add(entry);
  }

  /** Adds the models of another index beside those that are there. */
  void addAll(ModelIndex other) {
    other.models.forEach((id, same) -> same.forEach(entry -> add(id, entry)));
  }

  /** Adds a model in place of those that are the same. */
  void replace(ModelSpec model) {
    models
        .computeIfAbsent(model.id(), any -> new ArrayList<>())
        .removeIf(other -> isSame(other.model().get(), model));
    add(model.id(), () -> model, () -> ModelSummary.of(model));
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
    return models.getOrDefault(id, List.of()).stream().map(entry -> entry.model().get()).toList();
  }

  /** Every model, ordered by id. */
  List<ModelSpec> all() {
    return models.values().stream()
        .flatMap(List::stream)
        .map(entry -> entry.model().get())
        .toList();
  }

  /** What a list says of each, ordered by id. */
  List<ModelSummary> summaries() {
    return models.values().stream()
        .flatMap(List::stream)
        .map(entry -> entry.summary().get())
        .toList();
  }

  /** How many there are. */
  int size() {
    return models.values().stream().mapToInt(List::size).sum();
  }
}
