package dev.callsheet.spec.check;

import dev.callsheet.runtime.MediaDurations;
import dev.callsheet.runtime.Price;
import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.StructuralRule;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.analysis.CausingRule;
import dev.callsheet.spec.model.MeasuredPrice;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.price.PriceEstimator;
import dev.callsheet.spec.validation.ModelValidator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares a price list with the amounts that the platform charged. Platforms round in ways of
 * their own, so prices agree that differ by less than one unit of the last decimal that is
 * published, or by less than a cent.
 */
final class MeasuredPriceCheck {
  /** Of a published price with fewer decimals, so many count. */
  private static final int LEAST_DECIMALS = 2;

  private static final Set<String> STRUCTURAL =
      Arrays.stream(StructuralRule.values())
          .filter(rule -> rule != StructuralRule.MISSING_PARAMETER)
          .map(StructuralRule::id)
          .collect(Collectors.toSet());

  private final ModelSpec model;
  private final ModelValidator validator;

  MeasuredPriceCheck(ModelSpec model) {
    this.model = model;
    this.validator = new ModelValidator(model, RuleInterpretation.ENFORCED);
  }

  List<CheckFinding> findings(List<MeasuredPrice> measured) {
    List<CheckFinding> findings = new ArrayList<>();
    for (MeasuredPrice each : measured) {
      Optional<String> wrong = violation(each);
      if (wrong.isPresent()) {
        findings.add(finding(Severity.ERROR, each, "The request of " + wrong.get()));
      } else {
        compare(each).ifPresent(findings::add);
      }
    }
    return findings;
  }

  /** What is wrong with the parameters that an example has; those that it lacks do not matter. */
  private Optional<String> violation(MeasuredPrice measured) {
    return validator.validate(measured.request()).stream()
        .filter(violation -> STRUCTURAL.contains(violation.rule()))
        .findFirst()
        .map(Violation::message)
        .map(message -> "`" + measured.configuration() + "` is wrong: " + message);
  }

  private Optional<CheckFinding> compare(MeasuredPrice measured) {
    MediaDurations durations = media -> Optional.ofNullable(measured.lengths().get(media));
    Price listed = PriceEstimator.price(model, measured.request(), durations);
    boolean agrees = listed.known().isEmpty() || isWithin(measured.price(), listed);
    String disagreement = measured.disagreement();
    if (agrees) {
      return disagreement == null
          ? Optional.empty()
          : Optional.of(
              finding(
                  Severity.WARNING,
                  measured,
                  "The price list agrees with what `"
                      + measured.configuration()
                      + "` cost; leave out `disagrees`."));
    }
    String message =
        "`"
            + measured.configuration()
            + "` cost "
            + measured.price().toPlainString()
            + currency()
            + ", and the price list says "
            + listed
            + (disagreement == null ? "" : ": " + disagreement)
            + ".";
    return Optional.of(
        new CheckFinding(
            CheckFinding.MEASURED_PRICE,
            disagreement == null ? Severity.WARNING : Severity.NOTE,
            measured.configuration(),
            message,
            measured.location(),
            null,
            rates(measured),
            null));
  }

  private String currency() {
    return model.pricing() == null ? "" : " " + model.pricing().currency();
  }

  /** Where the price list says so. */
  private List<CausingRule> rates(MeasuredPrice measured) {
    List<CausingRule> rates = new ArrayList<>();
    PriceEstimator.rates(model, measured.request())
        .forEach(
            (rate, charge) ->
                rates.add(
                    new CausingRule(
                        charge.id(),
                        rate.price().toPlainString() + " for " + rate.label(),
                        rate.location())));
    return rates;
  }

  private static boolean isWithin(BigDecimal price, Price listed) {
    BigDecimal tolerance = BigDecimal.ONE.movePointLeft(Math.max(price.scale(), LEAST_DECIMALS));
    return price.add(tolerance).compareTo(listed.lowerBound()) > 0
        && listed
            .upperBound()
            .filter(most -> price.subtract(tolerance).compareTo(most) >= 0)
            .isEmpty();
  }

  private static CheckFinding finding(Severity level, MeasuredPrice measured, String message) {
    return new CheckFinding(
        CheckFinding.MEASURED_PRICE,
        level,
        measured.configuration(),
        message,
        measured.location(),
        null,
        List.of(),
        null);
  }
}
