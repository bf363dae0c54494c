package dev.callsheet.spec.analysis;

import dev.callsheet.spec.logic.ParameterPath;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.logicng.formulas.FormulaFactory;
import org.logicng.formulas.Variable;

/**
 * Variables for statements that the classes of values cannot express, and what is known of these
 * without expressing them: the same statement about the same place has the same variable; a sum
 * that is at most 7 is at most 9; and each of them holds where what it speaks of is missing.
 */
final class OpenStatements {
  private final FormulaFactory f;
  private final Consumer<org.logicng.formulas.Formula> definitions;
  private final Map<Object, Variable> variables = new HashMap<>();
  private final Map<Object, TreeMap<BigDecimal, Variable>> bounds = new HashMap<>();
  private int uses;

  /**
   * No statements yet.
   *
   * @param definitions takes in what is known of the variables
   */
  OpenStatements(FormulaFactory f, Consumer<org.logicng.formulas.Formula> definitions) {
    this.f = f;
    this.definitions = definitions;
  }

  /** How often a statement had to be left open. */
  int uses() {
    return uses;
  }

  /** The variable of a statement, an atom or a facet, about the values at a place. */
  Variable variable(ParameterPath place, Object statement) {
    uses++;
    return variables.computeIfAbsent(List.of(place, statement), first -> nextVariable());
  }

  /**
   * The variable of a statement that holds where its operands are missing.
   *
   * @param operands holds where none of them is missing
   */
  Variable variable(ParameterPath place, Object statement, org.logicng.formulas.Formula operands) {
    Variable variable = variable(place, statement);
    definitions.accept(f.or(variable, operands));
    return variable;
  }

  /**
   * That a number lies within bounds.
   *
   * @param measured what the number is of, such as the paths of its factors
   * @param operands holds where none of what it is made of is missing; elsewhere the statement does
   */
  org.logicng.formulas.Formula within(
      ParameterPath place,
      Object measured,
      @Nullable BigDecimal minimum,
      @Nullable BigDecimal maximum,
      org.logicng.formulas.Formula operands) {
    uses++;
    List<org.logicng.formulas.Formula> parts =
        Stream.of(
                minimum == null ? null : bound(List.of(place, measured, "least"), minimum.negate()),
                maximum == null ? null : bound(List.of(place, measured, "most"), maximum))
            .filter(Objects::nonNull)
            .<org.logicng.formulas.Formula>map(variable -> variable)
            .toList();
    parts.forEach(part -> definitions.accept(f.or(part, operands)));
    return f.and(parts);
  }

  /** The variable of "at most", which holds for all larger bounds where it holds for a smaller. */
  private Variable bound(Object measured, BigDecimal bound) {
    TreeMap<BigDecimal, Variable> known =
        bounds.computeIfAbsent(measured, first -> new TreeMap<>());
    Variable present = known.get(bound);
    if (present != null) {
      return present;
    }
    Variable added = nextVariable();
    Map.Entry<BigDecimal, Variable> smaller = known.lowerEntry(bound);
    Map.Entry<BigDecimal, Variable> larger = known.higherEntry(bound);
    if (smaller != null) {
      definitions.accept(f.implication(smaller.getValue(), added));
    }
    if (larger != null) {
      definitions.accept(f.implication(added, larger.getValue()));
    }
    known.put(bound, added);
    return added;
  }

  private Variable nextVariable() {
    int number = variables.size() + bounds.values().stream().mapToInt(Map::size).sum();
    return f.variable("@open" + number);
  }
}
