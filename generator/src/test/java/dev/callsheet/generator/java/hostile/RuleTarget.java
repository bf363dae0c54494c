package dev.callsheet.generator.java.hostile;

import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Shape;
import java.util.ArrayList;
import java.util.List;

/** A place in a request that a rule can mention. */
record RuleTarget(ParameterPath path, Shape shape, boolean hasDefault) {
  /** All members of an object and what is inside them. */
  static List<RuleTarget> of(Shape.Structure structure) {
    List<RuleTarget> spots = new ArrayList<>();
    for (Parameter member : structure.members()) {
      spots.add(new RuleTarget(member.path(), member.shape(), member.defaultValue() != null));
      collect(member.shape(), spots);
    }
    return spots;
  }

  private static void collect(Shape shape, List<RuleTarget> spots) {
    if (shape instanceof Shape.Structure structure) {
      spots.addAll(of(structure));
    } else if (shape instanceof Shape.Sequence list) {
      collect(list.items(), spots);
    } else if (shape instanceof Shape.Union union) {
      union.alternatives().forEach(each -> collect(each.shape(), spots));
    }
  }

  /** Whether it is in an item of a list. */
  boolean isInList() {
    return path.leadsThroughLists();
  }

  boolean isNumber() {
    return shape instanceof Shape.Scalar scalar
        && (scalar.type() == JsonType.INTEGER || scalar.type() == JsonType.NUMBER);
  }

  boolean isSingleNumber() {
    return isNumber() && !isInList();
  }

  boolean isString() {
    return shape instanceof Shape.Scalar scalar && scalar.type() == JsonType.STRING;
  }

  boolean isListOfObjects() {
    return !isInList()
        && shape instanceof Shape.Sequence list
        && list.items() instanceof Shape.Structure;
  }
}
