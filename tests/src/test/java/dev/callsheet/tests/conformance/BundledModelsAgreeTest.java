package dev.callsheet.tests.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.tests.RepresentativeModels;
import dev.callsheet.tests.differential.ConvertedRequests;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Generated checker, linter, reference validator, a validator of other makers and the sandbox say
 * the same of requests for the bundled models of every platform: of their vectors, of requests made
 * from these at random, and of what mappers make something else of. {@code tests/conformance/run}
 * judges millions for all models.
 */
class BundledModelsAgreeTest {
  private static final int REQUESTS = 200;
  private static final long SEED = 42;
  private static final int SANDBOXED = 40;

  @TempDir static Path directory;

  private static List<ModelSpec> specs = RepresentativeModels.list();
  private static List<ConformanceModel> models = List.of();

  @BeforeAll
  static void generate() throws Exception {
    models = ConformanceModel.of(specs, directory);
  }

  @Test
  void everyJudgeSaysTheSameOfRequestsForBundledModels() throws Exception {
    try (PlayedPlatforms sandboxes = PlayedPlatforms.of(specs)) {
      List<ModelAgreement> outcome =
          new AgreementRun(REQUESTS, SEED, SANDBOXED, sandboxes)
              .judge(models, model -> System.out.println(model.row()));
      assertThat(outcome).flatExtracting(ModelAgreement::examples).isEmpty();
      assertThat(outcome)
          .allSatisfy(
              model -> {
                assertThat(model.disagreements()).isZero();
                assertThat(model.valid()).isPositive().isLessThan(model.requests());
                assertThat(model.unreadable()).isPositive();
                assertThat(model.sandboxed()).isPositive();
              });
    }
  }

  @Test
  void nameThatStandsTwiceIsRefusedByAll() {
    for (ConformanceModel model : models) {
      assertThat(ConvertedRequests.withNamesTwice(model.largest().orElseThrow()))
          .isNotEmpty()
          .allSatisfy(model.judged()::assertThatNoNameStandsTwice);
    }
  }
}
