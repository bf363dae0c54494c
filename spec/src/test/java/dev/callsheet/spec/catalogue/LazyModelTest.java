package dev.callsheet.spec.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is saved when a bundled model is read is done here once. */
class LazyModelTest {
  static List<ModelFile> files() {
    return ModelFile.bundled();
  }

  @ParameterizedTest
  @MethodSource("files")
  void equalsTheFullyValidatedModel(ModelFile file) throws Exception {
    String id = LazyModel.idOf(file.source()).orElseThrow();

    assertThat(ModelCatalogue.bundled().find(id)).contains(file.parse());
    assertThat(ModelCatalogue.bundled().ids()).contains(id).hasSize(files().size());
  }
}
