package dev.callsheet.spec.analysis;

import dev.callsheet.spec.calculus.Fragment;
import dev.callsheet.spec.calculus.Path;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.source.Location;
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
final class Vocabulary {
  /**
   * A parameter or a representative item.
   *
   * @param path where it is; ends in {@code []} for an item
   * @param parameter null for the task itself and for an item
   * @param present holds when it is there
   * @param cells its values, each with the variable that holds when it has one of them
   * @param parent what it is inside; null for the task itself
   */
  record Term(
      Path path,
      @Nullable Parameter parameter,
      Variable present,
      Map<Cell, Formula> cells,
      @Nullable Term parent) {

    /** Whether it is what the other is directly inside. */
    boolean isParentOf(Term other) {
      return other.parent != null && other.parent.path.equals(path);
    }

    /** Where it stands in the spec: an item where its list does. */
    Location location(ModelSpec spec) {
      if (parameter != null) {
        return parameter.location();
      }
      return parent == null ? spec.location() : parent.location(spec);
    }

    /** Holds when the value is an object (a list with items, likewise). */
    Formula where(FormulaFactory f, Cell.Kind kind) {
      List<Formula> fitting = new ArrayList<>();
      cells.forEach(
          (cell, variable) -> {
            if (cell.kind() == kind && (kind != Cell.Kind.LIST || cell.items() > 0)) {
              fitting.add(variable);
            }
          });
      return f.or(fitting);
    }
  }

  private final FormulaFactory f;
  private final Map<Path, Set<Fragment>> fragments;
  private final Map<Path, Term> terms = new LinkedHashMap<>();
  private final List<Formula> shapeDemands = new ArrayList<>();

  Vocabulary(FormulaFactory f, ModelSpec spec, Map<Path, Set<Fragment>> fragments) {
    this.f = f;
    this.fragments = fragments;
    Term task = declare(Path.ROOT, null, spec.request(), null);
    shapeDemands.add(task.present());
  }

  /** Every term, outer ones before what is inside them, in the order of the spec. */
  Collection<Term> terms() {
    return terms.values();
  }

  /** The term of that path; null when the spec has none. */
  @Nullable Term term(Path path) {
    return terms.get(path);
  }

  /** What the shapes alone demand. */
  List<Formula> shapeDemands() {
    return shapeDemands;
  }

  private Term declare(
      Path path, @Nullable Parameter parameter, Shape shape, @Nullable Term parent) {
    String name = path.isRoot() ? "@task" : path.toString();
    Variable present = f.variable(name);
    Map<Cell, Formula> cells = new LinkedHashMap<>();
    List<Cell> domain =
        Domain.cells(
            shape,
            parameter == null ? null : parameter.defaultValue(),
            fragments.getOrDefault(path, Set.of()));
    List<Variable> variables = new ArrayList<>();
    for (Cell cell : domain) {
      Variable variable = domain.size() == 1 ? present : f.variable(name + "#" + variables.size());
      variables.add(variable);
      cells.put(cell, variable);
    }
    Term term = new Term(path, parameter, present, cells, parent);
    terms.put(path, term);
    if (domain.isEmpty()) {
      shapeDemands.add(present.negate());
    } else if (domain.size() > 1) {
      shapeDemands.add(f.equivalence(present, f.or(variables)));
      shapeDemands.add(f.amo(variables));
    }
    declareInside(term, shape);
    return term;
  }

  private void declareInside(Term term, Shape shape) {
    if (shape instanceof Shape.Structure structure) {
      Formula isObject = term.where(f, Cell.Kind.OBJECT);
      for (Parameter member : structure.members()) {
        if (terms.containsKey(member.path())) {
          continue; // two alternatives of a union share the name
        }
        Term inner = declare(member.path(), member, member.shape(), term);
        shapeDemands.add(f.implication(inner.present(), isObject));
        if (member.required()) {
          shapeDemands.add(f.implication(isObject, inner.present()));
        }
      }
    } else if (shape instanceof Shape.Sequence sequence) {
      Term item = declare(term.path().eachItem(), null, sequence.items(), term);
      shapeDemands.add(f.equivalence(item.present(), term.where(f, Cell.Kind.LIST)));
    } else if (shape instanceof Shape.Union union) {
      union.alternatives().forEach(alternative -> declareInside(term, alternative.shape()));
    }
  }
}
