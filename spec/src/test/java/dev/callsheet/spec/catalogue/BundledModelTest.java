package dev.callsheet.spec.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is saved when a bundled model is read is done here once. */
class BundledModelTest {
  static List<ModelFile> files() {
    return ModelFile.bundled();
  }

  @ParameterizedTest
  @MethodSource("files")
  void isReadAsItsFileIsWhenEverythingIsChecked(ModelFile file) throws Exception {
    String id = BundledModel.idOf(file.source());

    assertThat(Catalogue.bundled().find(id)).contains(file.read());
    assertThat(Catalogue.bundled().ids()).contains(id).hasSize(files().size());
  }
}
