package dev.callsheet.spec.analysis;

import dev.callsheet.spec.calculus.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.logicng.datastructures.Assignment;
import org.logicng.formulas.Formula;
import org.logicng.formulas.Variable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A request written out from what a solver says is true of it. */
final class Witness {
  private final Map<Path, List<Vocabulary.Term>> inside = new HashMap<>();
  private final Set<Variable> holding;

  private Witness(Vocabulary vocabulary, Assignment assignment) {
    this.holding = new HashSet<>(new TreeSet<>(assignment.positiveVariables()));
    for (Vocabulary.Term term : vocabulary.terms()) {
      Vocabulary.Term parent = term.parent();
      if (parent != null) {
        inside.computeIfAbsent(parent.path(), path -> new ArrayList<>()).add(term);
      }
    }
  }

  /** The task that the assignment describes. */
  static JsonNode of(Vocabulary vocabulary, Assignment assignment) {
    Vocabulary.Term task = vocabulary.terms().iterator().next();
    return new Witness(vocabulary, assignment).value(task);
  }

  private JsonNode value(Vocabulary.Term term) {
    Cell cell = chosen(term);
    return switch (cell.kind()) {
      case VALUE, UNKNOWN -> cell.witness();
      case OBJECT -> object(term);
      case LIST -> list(term, cell.items());
    };
  }

  private JsonNode object(Vocabulary.Term term) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (Vocabulary.Term member : inside.getOrDefault(term.path(), List.of())) {
      boolean isMember = member.path().equals(term.path().member(member.path().lastName()));
      if (isMember && holding.contains(member.present())) {
        object.set(member.path().lastName(), value(member));
      }
    }
    return object;
  }

  private JsonNode list(Vocabulary.Term term, int items) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (Vocabulary.Term item : inside.getOrDefault(term.path(), List.of())) {
      if (item.path().equals(term.path().eachItem())) {
        for (int i = 0; i < items; i++) {
          list.add(value(item));
        }
      }
    }
    return list;
  }

  private Cell chosen(Vocabulary.Term term) {
    for (Map.Entry<Cell, Formula> entry : term.cells().entrySet()) {
      if (entry.getValue() instanceof Variable variable && holding.contains(variable)) {
        return entry.getKey();
      }
    }
    throw new IllegalStateException("no value was chosen for " + term.path());
  }
}
