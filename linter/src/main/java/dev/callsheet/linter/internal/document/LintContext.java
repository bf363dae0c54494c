package dev.callsheet.linter.internal.document;

import dev.callsheet.linter.internal.repair.FixSuggestionFactory;
import dev.callsheet.linter.internal.scan.RequestScanner;
import dev.callsheet.linter.validation.RequestValidator;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.RuleInterpretation;
import java.time.Clock;
import java.util.concurrent.atomic.LongAdder;

/**
 * What one linter uses for every input.
 *
 * @param scanner separates the tasks that are certainly valid from those that must be validated
 * @param validator finds the violations of a task
 * @param suggestions makes the fix suggestions of findings
 * @param tasksNotCompared counts the tasks with which later ones were not compared
 */
public record LintContext(
    RequestScanner scanner,
    RequestValidator validator,
    FixSuggestionFactory suggestions,
    LongAdder tasksNotCompared) {

  /** For the models of a catalogue; the clock has the date on which requests are judged. */
  public static LintContext of(
      ModelCatalogue catalogue,
      RuleInterpretation interpretation,
      Clock clock,
      RequestScanner scanner) {
    return of(scanner, new RequestValidator(catalogue, interpretation, clock));
  }

  /** With nothing spent on suggestions so far. */
  public static LintContext of(RequestScanner scanner, RequestValidator validator) {
    return new LintContext(scanner, validator, new FixSuggestionFactory(), new LongAdder());
  }
}
