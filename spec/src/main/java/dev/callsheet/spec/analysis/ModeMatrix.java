package dev.callsheet.spec.analysis;

import dev.callsheet.spec.calculus.Path;
import dev.callsheet.spec.lint.Reading;
import dev.callsheet.spec.model.Mode;
import dev.callsheet.spec.model.ModelSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;

/**
 * Which parameters each mode of a model requires, allows and forbids, as its rules imply.
 *
 * @param byMode for every mode, in the spec's order, every parameter and what the mode makes of it
 */
public record ModeMatrix(Map<String, Map<Path, Presence>> byMode) {

  /** Worked out from a spec's rules, read in that way. */
  public static ModeMatrix of(ModelSpec spec, Reading reading) {
    Theory theory = new Theory(spec, reading);
    Map<String, Map<Path, Presence>> byMode = new LinkedHashMap<>();
    for (Mode mode : spec.modes()) {
      Formula inMode = theory.encode(Path.ROOT, mode.condition(spec.modes())).formula();
      byMode.put(mode.name(), presences(theory, inMode));
    }
    return new ModeMatrix(byMode);
  }

  /** What becomes of every parameter in the requests of one mode. */
  static Map<Path, Presence> presences(Theory theory, Formula inMode) {
    Map<Path, Presence> presences = new LinkedHashMap<>();
    for (Vocabulary.Term term : theory.vocabulary().terms()) {
      Vocabulary.Term parent = term.parent();
      if (parent != null && term.parameter() != null) {
        presences.put(term.path(), presence(theory, inMode, term, parent));
      }
    }
    return presences;
  }

  private static Presence presence(
      Theory theory, Formula inMode, Vocabulary.Term term, Vocabulary.Term parent) {
    FormulaFactory f = theory.factory();
    if (!theory.possible(term.present(), inMode)) {
      return Presence.FORBIDDEN;
    }
    Formula room = parent.where(f, Cell.Kind.OBJECT);
    return theory.possible(term.present().negate(), room, inMode)
        ? Presence.OPTIONAL
        : Presence.REQUIRED;
  }
}
