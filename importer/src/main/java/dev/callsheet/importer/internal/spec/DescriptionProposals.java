package dev.callsheet.importer.internal.spec;

import dev.callsheet.importer.finding.ImportFinding.Kind;
import dev.callsheet.importer.internal.condition.ParameterTree;
import dev.callsheet.importer.internal.finding.FindingCollector;
import dev.callsheet.importer.internal.prose.DescribedRule;
import dev.callsheet.importer.internal.prose.Description;
import dev.callsheet.importer.internal.prose.DescriptionReader;
import dev.callsheet.importer.internal.prose.DescriptionReader.Sentence;
import dev.callsheet.importer.internal.prose.IgnoredParameters;
import dev.callsheet.importer.internal.rule.ImportedRule;
import dev.callsheet.spec.check.CheckFinding;
import dev.callsheet.spec.source.SourceLocation;
import java.util.List;
import java.util.Optional;
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
    said.notUnderstood().forEach(this::report);
    if (said.rules().isEmpty() && said.ignored().isEmpty()) {
      return draft;
    }
    Optional<CheckFinding> error =
        check.apply(draft).stream()
            .filter(flaw -> flaw.kind().equals(CheckFinding.SPEC_ERROR))
            .findFirst();
    if (error.isPresent()) {
      reportUnproved(said, error.get());
      return draft;
    }
    SpecDraft withRules = new ProposedRules(check, findings).added(draft, said.rules(), rules);
    return new ProposedIgnoring(check, findings).added(withRules, said.ignored());
  }

  private void report(Sentence sentence) {
    String what =
        switch (sentence.topic()) {
          case IGNORING ->
              "something is said to be ignored; whether `ignoredWhen` can say it is left to the"
                  + " author: ";
          case DEMAND ->
              "something seems to be demanded that the spec may not say; whether a rule can is left"
                  + " to the author: ";
          case REST -> "the description is too long to be looked through from here on: ";
        };
    findings.add(Kind.NOTE, sentence.location(), what + sentence.text());
  }

  /** Where the draft is no spec, nothing can be proved against it, and so nothing is proposed. */
  private void reportUnproved(DescriptionReader.Statements said, CheckFinding error) {
    for (DescribedRule each : said.rules()) {
      reportUnproved(each.sentence(), each.location(), error);
    }
    for (IgnoredParameters each : said.ignored()) {
      reportUnproved(each.sentence(), each.location(), error);
    }
  }

  private void reportUnproved(String sentence, SourceLocation location, CheckFinding error) {
    findings.add(
        Kind.NOT_IMPORTED,
        location,
        "nothing is proposed of \""
            + sentence
            + "\", since the spec has an error, with which nothing can be proved: "
            + error.message());
  }
}
