package dev.callsheet.importer.internal.spec;

import dev.callsheet.importer.finding.ImportFinding.Kind;
import dev.callsheet.importer.internal.finding.FindingCollector;
import dev.callsheet.importer.internal.prose.DescribedRule;
import dev.callsheet.importer.internal.rule.ImportedRule;
import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.check.CheckFinding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Adds rules that descriptions state to a proved draft, as proposals. Each is proved as if it were
 * confirmed, together with those before it: one that contradicts the rest, or leaves a parameter or
 * a value without use, is reported and left out; one that the rest implies is not needed.
 */
final class ProposedRules {
  private static final Set<String> NEEDLESS = Set.of("redundant-rule", "dead-rule");

  private final Function<SpecDraft, List<CheckFinding>> check;
  private final FindingCollector findings;

  /**
   * A proof.
   *
   * @param check what is wrong with a draft
   */
  ProposedRules(Function<SpecDraft, List<CheckFinding>> check, FindingCollector findings) {
    this.check = check;
    this.findings = findings;
  }

  /**
   * The draft with those that stand the proof.
   *
   * @param rules makes rules of what a description demands
   */
  SpecDraft added(
      SpecDraft draft,
      List<DescribedRule> described,
      Function<DescribedRule, List<ImportedRule>> rules) {
    if (described.isEmpty()) {
      return draft;
    }
    Set<String> known = new HashSet<>(check.apply(draft).stream().map(ProposedRules::key).toList());
    List<ImportedRule> confirmed = new ArrayList<>(draft.rules());
    List<ImportedRule> proposed = new ArrayList<>(draft.rules());
    for (DescribedRule each : described) {
      for (ImportedRule rule : rules.apply(each)) {
        List<ImportedRule> tried = new ArrayList<>(confirmed);
        tried.add(0, rule); // of two that say the same, the first one is called redundant
        List<CheckFinding> flaws =
            check.apply(draft.withRules(tried)).stream()
                .filter(Predicate.not(flaw -> known.contains(key(flaw))))
                .toList();
        if (flaws.isEmpty()) {
          confirmed.add(rule);
          proposed.add(rule.proposed(each.sentence()));
          findings.add(
              Kind.PROPOSED,
              each.location(),
              "the rule `" + rule.id() + "` warns until it is confirmed: " + each.sentence());
        } else if (!isNeedless(rule, flaws)) {
          findings.add(
              Kind.NOT_IMPORTED,
              each.location(),
              "no rule is proposed of \"" + each.sentence() + "\": " + reason(flaws));
        }
      }
    }
    return draft.withRules(proposed);
  }

  /** Whether a rule is only implied by the others, or its own condition never holds. */
  private static boolean isNeedless(ImportedRule rule, List<CheckFinding> flaws) {
    return flaws.stream()
        .allMatch(flaw -> NEEDLESS.contains(flaw.kind()) && flaw.subject().equals(rule.id()));
  }

  private static String reason(List<CheckFinding> flaws) {
    return flaws.stream()
        .filter(flaw -> flaw.level() == Severity.ERROR)
        .findFirst()
        .orElse(flaws.get(0))
        .message();
  }

  /** What tells a flaw from others, wherever in the file it is. */
  static String key(CheckFinding flaw) {
    return flaw.kind() + " " + flaw.subject();
  }
}
