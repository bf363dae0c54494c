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

/** Writes the request that a solver's assignment of the variables describes. */
final class AssignmentDecoder {
  private final Map<ParameterPath, List<VariableTable.Entry>> children = new HashMap<>();
  private final Set<Variable> trueVariables;

  private AssignmentDecoder(VariableTable variables, Assignment assignment) {
    this.trueVariables = new HashSet<>(new TreeSet<>(assignment.positiveVariables()));
    for (VariableTable.Entry entry : variables.entries()) {
      VariableTable.Entry parent = entry.parent();
      if (parent != null) {
        children.computeIfAbsent(parent.path(), path -> new ArrayList<>()).add(entry);
      }
    }
  }

  /** The task that the assignment describes. */
  static JsonNode decode(VariableTable variables, Assignment assignment) {
    VariableTable.Entry task = variables.entries().iterator().next();
    return new AssignmentDecoder(variables, assignment).decodeValue(task);
  }

  private JsonNode decodeValue(VariableTable.Entry entry) {
    ValueClass valueClass = selectedClass(entry);
    return switch (valueClass.kind()) {
      case VALUE, UNKNOWN -> valueClass.representative();
      case OBJECT -> decodeObject(entry);
      case LIST -> decodeList(entry, valueClass.itemCount());
    };
  }

  private JsonNode decodeObject(VariableTable.Entry entry) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (VariableTable.Entry member : children.getOrDefault(entry.path(), List.of())) {
      boolean isMember = member.path().equals(entry.path().member(member.path().lastName()));
      if (isMember && trueVariables.contains(member.presence())) {
        object.set(member.path().lastName(), decodeValue(member));
      }
    }
    return object;
  }

  private JsonNode decodeList(VariableTable.Entry entry, int items) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (VariableTable.Entry item : children.getOrDefault(entry.path(), List.of())) {
      if (item.path().equals(entry.path().eachItem())) {
        for (int i = 0; i < items; i++) {
          list.add(decodeValue(item));
        }
      }
    }
    return list;
  }

  private ValueClass selectedClass(VariableTable.Entry entry) {
    for (Map.Entry<ValueClass, Formula> candidate : entry.valueClasses().entrySet()) {
      if (candidate.getValue() instanceof Variable variable && trueVariables.contains(variable)) {
        return candidate.getKey();
      }
    }
    throw new IllegalStateException("no class of values is true for " + entry.path());
  }
}
