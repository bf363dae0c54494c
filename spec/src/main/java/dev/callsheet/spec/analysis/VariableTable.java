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
 * The propositional variables that describe a request, and what the shapes demand of them.
 *
 * <p>Every parameter, and one representative item of every list, has an entry: a variable that
 * holds when it is there, and one for each {@linkplain ValuePartition class of values}, of which
 * exactly one holds when it is there. A member implies that its parent is an object, a required
 * member is implied by that, an item is there exactly when its list is not empty. An entry with one
 * class needs no second variable; one without values can never be there.
 *
 * <p>Cost: linear in parameters and classes; "at most one class" is encoded by the solver's library
 * with few more clauses than classes.
 */
final class VariableTable {
  /**
   * The variables of a parameter or of a representative item.
   *
   * @param path of the parameter; ends in {@code []} for an item
   * @param parameter null for the task itself and for an item
   * @param presence holds when it is there
   * @param valueClasses the classes of its values, each with the variable that holds when its value
   *     is of that class
   * @param parent the entry of the object or list that holds it; null for the task itself
   */
  record Entry(
      ParameterPath path,
      @Nullable Parameter parameter,
      Variable presence,
      Map<ValueClass, Formula> valueClasses,
      @Nullable Entry parent) {

    /** Whether the other is directly inside this one. */
    boolean isParentOf(Entry other) {
      return other.parent != null && other.parent.path.equals(path);
    }

    /** Where it stands in the spec; for an item, where its list does. */
    SourceLocation location(ModelSpec spec) {
      if (parameter != null) {
        return parameter.location();
      }
      return parent == null ? spec.location() : parent.location(spec);
    }

    /** Holds when the value is of this kind; for a list, when it has items. */
    Formula kindFormula(FormulaFactory f, ValueClass.Kind kind) {
      List<Formula> fitting = new ArrayList<>();
      valueClasses.forEach(
          (valueClass, variable) -> {
            if (valueClass.kind() == kind
                && (kind != ValueClass.Kind.LIST || valueClass.itemCount() > 0)) {
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

  /** Every entry, parents before children, in the order of the spec. */
  Collection<Entry> entries() {
    return entries.values();
  }

  /** The entry of a path; null when the spec has none. */
  @Nullable Entry entry(ParameterPath path) {
    return entries.get(path);
  }

  /** What the shapes alone demand, to be kept by every request. */
  List<Formula> shapeConstraints() {
    return shapeConstraints;
  }

  private Entry declare(
      ParameterPath path, @Nullable Parameter parameter, Shape shape, @Nullable Entry parent) {
    String name = path.isRoot() ? "@task" : path.toString();
    Variable present = f.variable(name);
    Map<ValueClass, Formula> classes = new LinkedHashMap<>();
    List<ValueClass> domain =
        ValuePartition.classesOf(
            shape,
            parameter == null ? null : parameter.defaultValue(),
            fragments.getOrDefault(path, Set.of()));
    List<Variable> variables = new ArrayList<>();
    for (ValueClass valueClass : domain) {
      Variable variable = domain.size() == 1 ? present : f.variable(name + "#" + variables.size());
      variables.add(variable);
      classes.put(valueClass, variable);
    }
    Entry entry = new Entry(path, parameter, present, classes, parent);
    entries.put(path, entry);
    if (domain.isEmpty()) {
      shapeConstraints.add(present.negate());
    } else if (domain.size() > 1) {
      shapeConstraints.add(f.equivalence(present, f.or(variables)));
      shapeConstraints.add(f.amo(variables));
    }
    shape.accept(new Children(entry));
    return entry;
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

    /** Rules name none of its members. */
    @Override
    public @Nullable Void visitDictionary(Shape.Dictionary dictionary) {
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
