package dev.callsheet.importer.internal.spec;

import dev.callsheet.importer.finding.ImportFinding.Kind;
import dev.callsheet.importer.internal.condition.ParameterTree;
import dev.callsheet.importer.internal.finding.FindingCollector;
import dev.callsheet.importer.internal.prose.DescribedRule;
import dev.callsheet.importer.internal.prose.Description;
import dev.callsheet.importer.internal.prose.DescriptionReader;
import dev.callsheet.importer.internal.rule.ImportedRule;
import dev.callsheet.spec.check.CheckFinding;
import java.util.List;
import java.util.function.Function;

/**
 * Adds to a proved draft what only descriptions say, as proposals.
 *
 * @param check what is wrong with a draft
 * @param rules makes rules of what a description demands
 */
record DescriptionProposals(
    Function<SpecDraft, List<CheckFinding>> check,
    Function<DescribedRule, List<ImportedRule>> rules,
    FindingCollector findings) {
  /** The draft with what stands the proof; what is left out, or not understood, is reported. */
  SpecDraft added(SpecDraft draft, List<Description> descriptions) {
    DescriptionReader.Statements said =
        DescriptionReader.read(descriptions, new ParameterTree(draft.request()));
    said.notUnderstood()
        .forEach(
            sentence ->
                findings.add(
                    Kind.NOTE,
                    sentence.location(),
                    "something is said to be ignored; whether `ignoredWhen` can say it is left to"
                        + " the author: "
                        + sentence.text()));
    SpecDraft withRules = new ProposedRules(check, findings).added(draft, said.rules(), rules);
    return new ProposedIgnoring(check, findings).added(withRules, said.ignored());
  }
}
