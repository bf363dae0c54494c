package dev.callsheet.spec.analysis;

import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.calculus.Path;
import dev.callsheet.spec.lint.Reading;
import dev.callsheet.spec.model.Mode;
import dev.callsheet.spec.model.ModelSpec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;

/**
 * A mode as somebody meets it who puts a request together.
 *
 * @param presences every parameter, and what the mode makes of it
 * @param choices what it leaves to decide, in the order of the rules
 * @param openRules the ids of the rules that a request of the mode can still break when it has
 *     nothing that the mode forbids
 */
public record ModeProfile(
    Mode mode, Map<Path, Presence> presences, List<Choice> choices, Set<String> openRules) {

  /** Every mode of a spec, as its enforced rules imply. */
  public static List<ModeProfile> of(ModelSpec spec) {
    if (spec.modes().isEmpty()) {
      return List.of();
    }
    Theory theory = new Theory(spec, Reading.ENFORCED);
    List<ModeProfile> profiles = new ArrayList<>();
    for (Mode mode : spec.modes()) {
      Formula inMode = theory.encode(Path.ROOT, mode.condition(spec.modes())).formula();
      Map<Path, Presence> presences = ModeMatrix.presences(theory, inMode);
      Choices choices = new Choices(theory, inMode);
      profiles.add(
          new ModeProfile(
              mode,
              presences,
              theory.laws().stream()
                  .map(Law::rule)
                  .filter(rule -> rule.severity() == Severity.ERROR)
                  .flatMap(rule -> choices.of(rule).stream())
                  .toList(),
              openRules(theory, inMode, presences)));
    }
    return List.copyOf(profiles);
  }

  private static Set<String> openRules(
      Theory theory, Formula inMode, Map<Path, Presence> presences) {
    FormulaFactory f = theory.factory();
    List<Formula> known = new ArrayList<>(List.of(inMode));
    for (Vocabulary.Term term : theory.vocabulary().terms()) {
      if (presences.get(term.path()) == Presence.FORBIDDEN) {
        known.add(term.present().negate());
      }
    }
    Set<String> open = new LinkedHashSet<>();
    for (Law law : theory.laws()) {
      known.add(law.broken());
      if (theory.possible(f.and(known), List.of())) {
        open.add(law.rule().id());
      }
      known.remove(known.size() - 1);
    }
    return open;
  }
}
