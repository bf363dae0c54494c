package dev.callsheet.spec.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is known of bundled models without reading them is what reading them tells. */
class BundledIndexTest {
  private final SpecFiles files = BundledSpecFiles.read();
  private final BundledIndex index =
      BundledIndex.parse(BundledIndex.withSummaries(files).toString());

  @Test
  void hasEveryFile() {
    assertThat(index.files())
        .hasSameSizeAs(files.all())
        .contains("models/klingai/kling-video-3-0-omni-pro.tests.yaml", "platforms/runware.yaml");
  }

  @Test
  void hasTheSummariesOfTheModels() {
    assertThat(index.models())
        .hasSize(ModelCatalogue.bundled().models().size())
        .allSatisfy(
            line ->
                assertThat(ModelCatalogue.bundled().find(line.id()).map(ModelSummary::of))
                    .isEqualTo(line.summary()));
  }

  @Test
  void isTheCataloguesListOfModels() {
    assertThat(ModelCatalogue.bundled().summaries())
        .isEqualTo(ModelCatalogue.bundled().models().stream().map(ModelSummary::of).toList());
  }
}
