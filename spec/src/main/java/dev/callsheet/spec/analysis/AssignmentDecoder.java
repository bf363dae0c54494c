package dev.callsheet.spec.analysis;

import dev.callsheet.spec.logic.ParameterPath;
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
final class AssignmentDecoder {
  private final Map<ParameterPath, List<VariableTable.Entry>> children = new HashMap<>();
  private final Set<Variable> trueVariables;

  private AssignmentDecoder(VariableTable vocabulary, Assignment assignment) {
    this.trueVariables = new HashSet<>(new TreeSet<>(assignment.positiveVariables()));
    for (VariableTable.Entry term : vocabulary.entries()) {
      VariableTable.Entry parent = term.parent();
      if (parent != null) {
        children.computeIfAbsent(parent.path(), path -> new ArrayList<>()).add(term);
      }
    }
  }

  /** The task that the assignment describes. */
  static JsonNode decode(VariableTable vocabulary, Assignment assignment) {
    VariableTable.Entry task = vocabulary.entries().iterator().next();
    return new AssignmentDecoder(vocabulary, assignment).decodeValue(task);
  }

  private JsonNode decodeValue(VariableTable.Entry term) {
    ValueClass cell = selectedClass(term);
    return switch (cell.kind()) {
      case VALUE, UNKNOWN -> cell.representative();
      case OBJECT -> decodeObject(term);
      case LIST -> decodeList(term, cell.itemCount());
    };
  }

  private JsonNode decodeObject(VariableTable.Entry term) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (VariableTable.Entry member : children.getOrDefault(term.path(), List.of())) {
      boolean isMember = member.path().equals(term.path().member(member.path().lastName()));
      if (isMember && trueVariables.contains(member.presence())) {
        object.set(member.path().lastName(), decodeValue(member));
      }
    }
    return object;
  }

  private JsonNode decodeList(VariableTable.Entry term, int items) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (VariableTable.Entry item : children.getOrDefault(term.path(), List.of())) {
      if (item.path().equals(term.path().eachItem())) {
        for (int i = 0; i < items; i++) {
          list.add(decodeValue(item));
        }
      }
    }
    return list;
  }

  private ValueClass selectedClass(VariableTable.Entry term) {
    for (Map.Entry<ValueClass, Formula> entry : term.valueClasses().entrySet()) {
      if (entry.getValue() instanceof Variable variable && trueVariables.contains(variable)) {
        return entry.getKey();
      }
    }
    throw new IllegalStateException("no value was chosen for " + term.path());
  }
}
