package dev.callsheet.spec.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.spec.model.ModelSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelSelectionTest {
  private static final String KLING = "klingai:kling-video@o3-pro";

  @TempDir private Path directory;
  private ModelCatalogue catalogue = ModelCatalogue.bundled();

  @BeforeEach
  void addTwoModelsOfOnesOwn() throws Exception {
    write("dot");
    write("dash");
    catalogue = ModelCatalogue.of(List.of(directory));
  }

  @Test
  void isOnesOwnModelsWhenNoneIsNamed() {
    assertThat(selected()).containsExactly("acme:dash@1", "acme:dot@1");
  }

  @Test
  void isNothingWhenThereAreNoModelsOfOnesOwnEither() {
    assertThat(new ModelSelection(List.of()).from(ModelCatalogue.bundled())).isEmpty();
  }

  @Test
  void isOnesOwnModelsAndThoseNamed() {
    assertThat(selected(KLING)).containsExactly("acme:dash@1", "acme:dot@1", KLING);
  }

  @Test
  void takesModelsByAPattern() {
    assertThat(selected("klingai:*")).contains(KLING).hasSizeGreaterThan(3);
    assertThat(selected("*")).isEqualTo(catalogue.ids());
  }

  @Test
  void takesAModelOnceHoweverOftenItIsNamed() {
    assertThat(selected(KLING, "klingai:kling-video@*", "acme:*")).doesNotHaveDuplicates();
  }

  @Test
  void leavesOutWhatHasASignInFront() {
    assertThat(selected("!acme:dot@1")).containsExactly("acme:dash@1");
    assertThat(selected("!acme:*", KLING)).containsExactly(KLING);
  }

  @Test
  void knowsTheNamesThatFitNoModel() {
    assertThat(new ModelSelection(List.of("acme:*", "acme:line@1", "!bcme:*")).unknown(catalogue))
        .containsExactly("acme:line@1", "!bcme:*");
  }

  private List<String> selected(String... patterns) {
    return new ModelSelection(List.of(patterns))
        .from(catalogue).stream().map(ModelSpec::id).toList();
  }

  private void write(String name) throws IOException {
    Files.writeString(
        directory.resolve(name + ".yaml"),
        """
        callsheet: 1
        model: {id: "acme:%1$s@1", name: %1$s, status: live}
        include: [platforms/runware/task]
        parameters:
          model: {const: "acme:%1$s@1"}
        """
            .formatted(name));
  }
}
