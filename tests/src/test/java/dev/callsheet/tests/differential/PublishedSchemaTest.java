package dev.callsheet.tests.differential;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.OutputFormat;
import com.networknt.schema.Schema;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.validation.ModelValidator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a model's spec allows is what its published schema allows, save for listed differences. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishedSchemaTest {
  private final List<KnownDifference> differences = KnownDifference.all();
  private final Map<KnownDifference, Integer> occurrences = new LinkedHashMap<>();

  @ParameterizedTest
  @MethodSource("dev.callsheet.tests.differential.PublishedModel#all")
  void theLinterAgreesOnMutatedRequests(PublishedModel published) {
    Schema schema = JsonSchemas.of(published.schema());
    MutatedRequests population =
        new MutatedRequests(published.model(), RuleInterpretation.ENFORCED);
    List<String> disagreements = new ArrayList<>();
    population
        .requests()
        .forEach(
            linted -> {
              boolean allowed = schema.validate(linted.request(), OutputFormat.BOOLEAN);
              boolean known = allowed && linted.errors().stream().allMatch(e -> isKnown(e, linted));
              if (allowed != linted.isValid() && !known) {
                disagreements.add(linted.toString());
              }
            });

    System.out.printf("%s: %.1f %% valid%n", published, 100 * population.validShare());
    assertThat(disagreements).isEmpty();
    assertThat(population.validShare()).isBetween(0.2, 0.6);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theLinterAgreesOnPublishedCases(PublishedModel published, PublishedModel.Case known) {
    assertThat(
            new ModelValidator(published.model(), RuleInterpretation.ENFORCED)
                .validate(known.request())
                .isEmpty())
        .isEqualTo(known.valid());
  }

  @AfterAll
  void everyKnownDifferenceOccurs() {
    System.out.println("differences met: " + occurrences);
    assertThat(occurrences).containsOnlyKeys(differences);
  }

  static List<Arguments> cases() {
    return PublishedModel.all()
        .flatMap(published -> published.cases().stream().map(c -> Arguments.of(published, c)))
        .toList();
  }

  private boolean isKnown(Violation violation, MutatedRequests.LintedRequest linted) {
    Optional<KnownDifference> difference =
        differences.stream().filter(each -> each.explains(violation, linted.request())).findFirst();
    difference.ifPresent(each -> occurrences.merge(each, 1, Integer::sum));
    return difference.isPresent();
  }
}
