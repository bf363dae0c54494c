package dev.callsheet.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

class ModelSelectionTest {
  private static final String KLING = "klingai:kling-video@o3-pro";

  private final ModelCatalogue catalogue = ModelCatalogue.bundled();

  @Test
  void takesEveryModelWhenNoneIsNamed() throws MojoExecutionException {
    assertThat(selected()).isEqualTo(ids(catalogue.models()));
  }

  @Test
  void takesAModelByItsId() throws MojoExecutionException {
    assertThat(selected(KLING)).containsExactly(KLING);
  }

  @Test
  void takesModelsByAPattern() throws MojoExecutionException {
    assertThat(selected("klingai:*")).contains(KLING).allMatch(id -> id.startsWith("klingai:"));
  }

  @Test
  void takesAModelOnceHoweverOftenItIsNamed() throws MojoExecutionException {
    assertThat(selected(KLING, "klingai:kling-video@*")).containsOnlyOnce(KLING);
  }

  @Test
  void suggestsTheModelThatWasMeant() {
    assertThatThrownBy(() -> selected("klingai:kling-vidoe@o3-pro"))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("<model>" + KLING + "</model>");
  }

  @Test
  void listsAllModelsWhenNoNameIsSimilar() {
    assertThatThrownBy(() -> selected("quite-another-thing"))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("The models known: ")
        .hasMessageContaining(KLING);
  }

  private List<String> selected(String... patterns) throws MojoExecutionException {
    return ids(new ModelSelection(List.of(patterns)).from(catalogue));
  }

  private static List<String> ids(List<ModelSpec> models) {
    return models.stream().map(ModelSpec::id).toList();
  }
}
