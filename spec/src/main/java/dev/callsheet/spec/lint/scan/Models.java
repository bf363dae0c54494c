package dev.callsheet.spec.lint.scan;

import dev.callsheet.spec.model.ModelSpec;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.function.Predicate;

/** The automata of all known models, each made when it is first asked for. */
final class Models {
  private final List<String> ids;
  private final Function<String, ModelSpec> specs;
  private final Predicate<String> tellTale;
  private final NameTable table;
  private final AtomicReferenceArray<Automaton> automata;

  /** The model that a task was last for: the next one's too, more often than not. */
  int last = -1;

  Models(List<String> ids, Function<String, ModelSpec> specs, Predicate<String> tellTale) {
    this.ids = List.copyOf(ids);
    this.specs = specs;
    this.tellTale = tellTale;
    this.table = new NameTable(ids);
    this.automata = new AtomicReferenceArray<>(ids.size());
  }

  int size() {
    return ids.size();
  }

  /** Which model has this id; -1 when none is known to. */
  int find(Text id) {
    return table.find(id);
  }

  Automaton automaton(int model) {
    Automaton made = automata.get(model);
    if (made == null) {
      made = AutomatonMaker.of(specs.apply(ids.get(model)), tellTale);
      automata.set(model, made);
    }
    return made;
  }
}
