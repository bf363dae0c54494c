package dev.callsheet.tests.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.tests.RepresentativeModels;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The test vectors of a model notice when a rule or a constraint of it is another one, or a request
 * does that was kept for it; else the solver proves that it means the same. {@code
 * tests/conformance/run mutants} tries all mutants of all models.
 */
class SpecMutantsTest {
  private static final int MUTANTS = 60;

  @Test
  void everyMutantIsNoticedOrMeansTheSame() throws Exception {
    List<ModelMutation> outcome =
        RepresentativeModels.list().stream().map(model -> MutationRun.of(model, MUTANTS)).toList();
    System.out.print(ModelMutation.table(outcome));
    assertThat(outcome)
        .as("found by tests/conformance/run mutants, which keeps them")
        .flatExtracting(ModelMutation::found)
        .isEmpty();
    assertThat(outcome).flatExtracting(ModelMutation::open).isSubsetOf(ConformanceCommand.proved());
    assertThat(outcome).allSatisfy(model -> assertThat(model.byVectors()).isPositive());
  }
}
