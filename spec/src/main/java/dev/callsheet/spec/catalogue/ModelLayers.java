package dev.callsheet.spec.catalogue;

import dev.callsheet.spec.catalogue.ModelIndex.Entry;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.parser.SpecException;
import dev.callsheet.spec.parser.SpecProblem;
import dev.callsheet.spec.parser.UncheckedSpecException;
import dev.callsheet.spec.source.SpellingSuggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Models of several sources, of which a later one replaces the same model of an earlier one. Which
 * of those of one id are the same is found out when that id is asked for, since it takes parsing
 * them; ids that one source alone has are never parsed for it.
 */
final class ModelLayers {
  private final List<ModelIndex> layers;
  private final SortedSet<String> ids = new TreeSet<>();
  private final Map<String, List<Entry>> resolved = new ConcurrentHashMap<>();

  /** Layers, the lowest first. */
  ModelLayers(List<ModelIndex> layers) {
    this.layers = List.copyOf(layers);
    layers.forEach(layer -> ids.addAll(layer.ids()));
  }

  /** Every id, in order. */
  Collection<String> ids() {
    return Collections.unmodifiableSortedSet(ids);
  }

  /** The models of that id, those of lower layers first. */
  List<ModelSpec> withId(String id) {
    return ids.contains(id)
        ? entries(id).stream().map(entry -> entry.model().get()).toList()
        : List.of();
  }

  /**
   * Every model, ordered by id.
   *
   * @throws UncheckedSpecException when specs are wrong; it names all problems of all files
   */
  List<ModelSpec> all() {
    return allOf(entry -> entry.model().get());
  }

  /** How many models have that id; ids that one source alone has are not parsed for it. */
  int count(String id) {
    return ids.contains(id) ? entries(id).size() : 0;
  }

  /** The same as {@link #summaries}, without the ids that have a model whose spec is wrong. */
  List<ModelSummary> readableSummaries() {
    return ids.parallelStream()
        .flatMap(id -> outcome(id, entry -> entry.summary().get()).parts().stream())
        .toList();
  }

  /** What a list says of each, ordered by id; models with a summary are not parsed for it. */
  List<ModelSummary> summaries() {
    return allOf(entry -> entry.summary().get());
  }

  /** The models that replace one of a layer, ordered by id. */
  List<ModelSpec> replacing(ModelIndex layer) {
    return layer.ids().stream()
        .flatMap(
            id ->
                entries(id).stream()
                    .filter(entry -> !layer.withId(id).contains(entry))
                    .filter(entry -> layer.withId(id).stream().anyMatch(entry::isSame)))
        .map(entry -> entry.model().get())
        .toList();
  }

  /** The id nearest to one that is not there, among the models that a condition holds for. */
  Optional<String> nearest(String id, Predicate<ModelSpec> condition) {
    Set<String> candidates = new TreeSet<>(ids);
    Optional<String> nearest = SpellingSuggestion.nearest(id, candidates);
    while (nearest.isPresent() && !isMet(nearest.get(), condition)) {
      candidates.remove(nearest.get());
      nearest = SpellingSuggestion.nearest(id, candidates);
    }
    return nearest;
  }

  /** Not by a spec that is wrong: whoever uses that is told so. */
  private boolean isMet(String id, Predicate<ModelSpec> condition) {
    try {
      return withId(id).stream().anyMatch(condition);
    } catch (UncheckedSpecException wrong) {
      return false;
    }
  }

  /** How many specs have been parsed, with or without success. */
  long parsed() {
    return layers.stream()
        .flatMap(ModelIndex::entries)
        .filter(entry -> entry.model().isParsed())
        .count();
  }

  /** On all processors: most of the time is the parser's. */
  private <T> List<T> allOf(Function<Entry, T> part) {
    List<Outcome<T>> outcomes = ids.parallelStream().map(id -> outcome(id, part)).toList();
    List<SpecProblem> problems =
        outcomes.stream().flatMap(outcome -> outcome.problems().stream()).distinct().toList();
    if (!problems.isEmpty()) {
      throw new UncheckedSpecException(new SpecException(problems));
    }
    return outcomes.stream().flatMap(outcome -> outcome.parts().stream()).toList();
  }

  /** What came of the models of one id. */
  private record Outcome<T>(List<T> parts, List<SpecProblem> problems) {}

  private <T> Outcome<T> outcome(String id, Function<Entry, T> part) {
    try {
      return new Outcome<>(entries(id).stream().map(part).toList(), List.of());
    } catch (UncheckedSpecException wrong) {
      return new Outcome<>(List.of(), wrong.problems());
    }
  }

  private List<Entry> entries(String id) {
    return resolved.computeIfAbsent(id, this::resolve);
  }

  private List<Entry> resolve(String id) {
    List<ModelIndex> having = layers.stream().filter(layer -> !layer.withId(id).isEmpty()).toList();
    if (having.size() == 1) {
      return having.get(0).withId(id);
    }
    List<Entry> kept = new ArrayList<>();
    for (int i = having.size() - 1; i >= 0; i--) {
      List<Entry> higher = List.copyOf(kept);
      List<Entry> added =
          having.get(i).withId(id).stream()
              .filter(entry -> higher.stream().noneMatch(entry::isSame))
              .toList();
      kept.addAll(0, added);
    }
    return List.copyOf(kept);
  }
}
