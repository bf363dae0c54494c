package dev.callsheet.linter.record;

import dev.callsheet.spec.catalogue.SpecSnapshot;
import dev.callsheet.spec.model.RuleInterpretation;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * By what records are linted. All processes that lint parts of one whole have the same options, so
 * that they lint as of one day and by one text of each spec.
 *
 * @param interpretation which form of a rule is validated where the published one differs
 * @param day decides whether what is deprecated is still accepted
 * @param specs directories of specs besides the bundled ones, each with its files
 * @param pricesAll whether to price every request, which means to read every one in full; those
 *     with findings are priced in any case
 */
public record RecordLintOptions(
    RuleInterpretation interpretation, LocalDate day, List<SpecSnapshot> specs, boolean pricesAll)
    implements Serializable {
  /** Copies the list. */
  public RecordLintOptions {
    specs = List.copyOf(specs);
  }

  /** Rules as enforced, as of today in UTC, the bundled specs, prices where there are findings. */
  public static RecordLintOptions defaults() {
    return new RecordLintOptions(
        RuleInterpretation.ENFORCED, LocalDate.now(ZoneOffset.UTC), List.of(), false);
  }

  /** The same with another form of the rules. */
  public RecordLintOptions withInterpretation(RuleInterpretation chosen) {
    return new RecordLintOptions(chosen, day, specs, pricesAll);
  }

  /** The same as of another day. */
  public RecordLintOptions withDay(LocalDate chosen) {
    return new RecordLintOptions(interpretation, chosen, specs, pricesAll);
  }

  /** The same with other specs besides the bundled ones; a later one of a model counts. */
  public RecordLintOptions withSpecs(List<SpecSnapshot> chosen) {
    return new RecordLintOptions(interpretation, day, chosen, pricesAll);
  }

  /** The same with every request priced. */
  public RecordLintOptions pricingAll() {
    return new RecordLintOptions(interpretation, day, specs, true);
  }
}
