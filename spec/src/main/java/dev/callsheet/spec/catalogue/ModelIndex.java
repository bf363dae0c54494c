package dev.callsheet.spec.catalogue;

import dev.callsheet.spec.model.ModelSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The models of one source by id, each parsed when somebody asks for it. Several platforms may have
 * a model of one id.
 */
final class ModelIndex {
  private final SortedMap<String, List<Entry>> models = new TreeMap<>();

  /** A model and what a list says of it, both made when they are asked for. */
  record Entry(LazyModel model, Supplier<ModelSummary> summary) {
    /** A model whose summary is made from its spec. */
    Entry(LazyModel model) {
      this(model, () -> ModelSummary.of(model.get()));
    }

    /** Whether two models are one to those who ask for it: a model of no platform is of any. */
    boolean isSame(Entry other) {
      ModelSpec one = model.get();
      ModelSpec two = other.model.get();
      Optional<String> platform = one.metadata().platformName();
      Optional<String> otherPlatform = two.metadata().platformName();
      return one.id().equals(two.id())
          && (platform.isEmpty() || otherPlatform.isEmpty() || platform.equals(otherPlatform));
    }
  }

  /** Adds a model. */
  void add(String id, Entry model) {
    models.computeIfAbsent(id, any -> new ArrayList<>()).add(model);
  }

  /** Every id, in order. */
  Collection<String> ids() {
    return models.keySet();
  }

  /** The models of that id, the first added first. */
  List<Entry> withId(String id) {
    return models.getOrDefault(id, List.of());
  }

  /** Every model, ordered by id. */
  Stream<Entry> entries() {
    return models.values().stream().flatMap(List::stream);
  }
}
