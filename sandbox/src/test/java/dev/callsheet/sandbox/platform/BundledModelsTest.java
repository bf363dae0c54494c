package dev.callsheet.sandbox.platform;

import static dev.callsheet.sandbox.platform.DescribedPlatforms.KEY;
import static dev.callsheet.sandbox.platform.DescribedPlatforms.LONG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.runtime.client.RawRequest;
import dev.callsheet.runtime.client.job.Job;
import dev.callsheet.sandbox.behavior.SandboxBehavior;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.catalogue.ModelFile;
import dev.callsheet.spec.model.ModelMetadata;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every bundled model of the described platforms makes what its spec says, on their sandboxes. */
class BundledModelsTest {
  private static final Path SPECS = Path.of("../spec");

  private static ModelCatalogue catalogue = ModelCatalogue.bundled();

  @TempDir Path folder;

  @BeforeAll
  static void readSpecs() throws Exception {
    catalogue = ModelCatalogue.of(List.of(SPECS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fal", "replicate", "openai", "runway"})
  void theValidRequestsInItsSpecAreAllDelivered(String platform) throws Exception {
    try (var sandbox = DescribedPlatforms.sandbox(catalogue, platform, SandboxBehavior.defaults());
        var client =
            DescribedPlatforms.client(catalogue, platform, sandbox, KEY, folder.resolve("journal"))
                .build()) {
      Map<String, Job<?>> jobs = new LinkedHashMap<>();
      for (ModelFile file : ModelFile.find(SPECS.resolve("models").resolve(platform))) {
        ModelMetadata model = file.parse().metadata();
        if (!model.platformName().equals(Optional.of(platform))) {
          continue; // the same maker's, sold by another
        }
        file.tests().stream()
            .filter(test -> test.brokenRules().isEmpty())
            .forEach(
                test ->
                    jobs.put(
                        model.id() + ": " + test.title(),
                        client.submit(RawRequest.of(platform, model.id(), test.request().json()))));
      }

      assertThat(jobs).hasSizeGreaterThanOrEqualTo(3);
      for (var job : jobs.entrySet()) {
        var delivery = job.getValue().await(LONG).get(0);
        assertThat(delivery.downloadAll(folder.resolve("out"))).as(job.getKey()).isNotEmpty();
      }
      assertThat(sandbox.ledger().accounts().values())
          .hasSize(jobs.size())
          .allMatch(account -> account.chargeCount() == 1);
    }
  }
}
