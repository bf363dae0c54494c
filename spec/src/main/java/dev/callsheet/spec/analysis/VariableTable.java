package dev.callsheet.spec.analysis;

import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.logic.SchemaFragment;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.model.ShapeVisitor;
import dev.callsheet.spec.source.SourceLocation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import org.logicng.formulas.Variable;

/**
 * The variables that stand for a request: for every parameter, and for a representative item of
 * every list, one that says it is there, and one for each cell of its values. What the shapes
 * demand of them is kept beside.
 */
final class VariableTable {
  /**
   * A parameter or a representative item.
   *
   * @param path where it is; ends in {@code []} for an item
   * @param parameter null for the task itself and for an item
   * @param presence holds when it is there
   * @param valueClasses its values, each with the variable that holds when it has one of them
   * @param parent what it is inside; null for the task itself
   */
  record Entry(
      ParameterPath path,
      @Nullable Parameter parameter,
      Variable presence,
      Map<ValueClass, Formula> valueClasses,
      @Nullable Entry parent) {

    /** Whether it is what the other is directly inside. */
    boolean isParentOf(Entry other) {
      return other.parent != null && other.parent.path.equals(path);
    }

    /** Where it stands in the spec: an item where its list does. */
    SourceLocation location(ModelSpec spec) {
      if (parameter != null) {
        return parameter.location();
      }
      return parent == null ? spec.location() : parent.location(spec);
    }

    /** Holds when the value is an object (a list with items, likewise). */
    Formula kindFormula(FormulaFactory f, ValueClass.Kind kind) {
      List<Formula> fitting = new ArrayList<>();
      valueClasses.forEach(
          (cell, variable) -> {
            if (cell.kind() == kind && (kind != ValueClass.Kind.LIST || cell.itemCount() > 0)) {
              fitting.add(variable);
            }
          });
      return f.or(fitting);
    }
  }

  private final FormulaFactory f;
  private final Map<ParameterPath, Set<SchemaFragment>> fragments;
  private final Map<ParameterPath, Entry> entries = new LinkedHashMap<>();
  private final List<Formula> shapeConstraints = new ArrayList<>();

  VariableTable(
      FormulaFactory f, ModelSpec spec, Map<ParameterPath, Set<SchemaFragment>> fragments) {
    this.f = f;
    this.fragments = fragments;
    Entry task = declare(ParameterPath.ROOT, null, spec.request(), null);
    shapeConstraints.add(task.presence());
  }

  /** Every term, outer ones before what is inside them, in the order of the spec. */
  Collection<Entry> entries() {
    return entries.values();
  }

  /** The term of that path; null when the spec has none. */
  @Nullable Entry entry(ParameterPath path) {
    return entries.get(path);
  }

  /** What the shapes alone demand. */
  List<Formula> shapeConstraints() {
    return shapeConstraints;
  }

  private Entry declare(
      ParameterPath path, @Nullable Parameter parameter, Shape shape, @Nullable Entry parent) {
    String name = path.isRoot() ? "@task" : path.toString();
    Variable present = f.variable(name);
    Map<ValueClass, Formula> cells = new LinkedHashMap<>();
    List<ValueClass> domain =
        ValuePartition.classesOf(
            shape,
            parameter == null ? null : parameter.defaultValue(),
            fragments.getOrDefault(path, Set.of()));
    List<Variable> variables = new ArrayList<>();
    for (ValueClass cell : domain) {
      Variable variable = domain.size() == 1 ? present : f.variable(name + "#" + variables.size());
      variables.add(variable);
      cells.put(cell, variable);
    }
    Entry term = new Entry(path, parameter, present, cells, parent);
    entries.put(path, term);
    if (domain.isEmpty()) {
      shapeConstraints.add(present.negate());
    } else if (domain.size() > 1) {
      shapeConstraints.add(f.equivalence(present, f.or(variables)));
      shapeConstraints.add(f.amo(variables));
    }
    shape.accept(new Children(term));
    return term;
  }

  /** Declares what is inside an entry's value. */
  private final class Children implements ShapeVisitor<@Nullable Void> {
    private final Entry parent;

    Children(Entry parent) {
      this.parent = parent;
    }

    @Override
    public @Nullable Void visitScalar(Shape.Scalar scalar) {
      return null;
    }

    @Override
    public @Nullable Void visitChoice(Shape.Choice choice) {
      return null;
    }

    @Override
    public @Nullable Void visitStructure(Shape.Structure structure) {
      Formula isObject = parent.kindFormula(f, ValueClass.Kind.OBJECT);
      for (Parameter member : structure.members()) {
        if (entries.containsKey(member.path())) {
          continue; // two alternatives of a union share the name
        }
        Entry child = declare(member.path(), member, member.shape(), parent);
        shapeConstraints.add(f.implication(child.presence(), isObject));
        if (member.required()) {
          shapeConstraints.add(f.implication(isObject, child.presence()));
        }
      }
      return null;
    }

    @Override
    public @Nullable Void visitSequence(Shape.Sequence sequence) {
      Entry item = declare(parent.path().eachItem(), null, sequence.items(), parent);
      shapeConstraints.add(
          f.equivalence(item.presence(), parent.kindFormula(f, ValueClass.Kind.LIST)));
      return null;
    }

    @Override
    public @Nullable Void visitUnion(Shape.Union union) {
      union.alternatives().forEach(alternative -> alternative.shape().accept(this));
      return null;
    }
  }
}
