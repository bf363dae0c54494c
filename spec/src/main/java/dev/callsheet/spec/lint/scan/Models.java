package dev.callsheet.spec.lint.scan;

import dev.callsheet.spec.model.ModelSpec;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;

/** The automata of all known models, each made when it is first asked for. */
final class Models {
  private final List<ModelSpec> specs;
  private final Predicate<String> tellTale;
  private final NameTable ids;
  private final AtomicReferenceArray<Automaton> automata;

  /** The model that a task was last for: the next one's too, more often than not. */
  int last = -1;

  Models(List<ModelSpec> specs, Predicate<String> tellTale) {
    this.specs = List.copyOf(specs);
    this.tellTale = tellTale;
    this.ids = new NameTable(specs.stream().map(ModelSpec::id).toList());
    this.automata = new AtomicReferenceArray<>(specs.size());
  }

  int size() {
    return specs.size();
  }

  /** Which model has this id; -1 when none is known to. */
  int find(Text id) {
    return ids.find(id);
  }

  Automaton automaton(int model) {
    Automaton made = automata.get(model);
    if (made == null) {
      made = AutomatonMaker.of(specs.get(model), tellTale);
      automata.set(model, made);
    }
    return made;
  }
}
