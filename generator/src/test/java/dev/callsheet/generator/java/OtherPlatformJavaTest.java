package dev.callsheet.generator.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.runtime.ModelRequest;
import dev.callsheet.runtime.ModelType;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The classes of a model whose requests name neither themselves nor their model. */
class OtherPlatformJavaTest {
  private static final Path SPECS = Path.of("../linter/src/test/resources/platforms");

  @TempDir private static Path directory;
  private static CompiledSources sources;

  @BeforeAll
  static void compile() throws Exception {
    List<ModelSpec> models = ModelCatalogue.of(List.of(SPECS)).matching("fal-ai/inkwell/*");
    sources = CompiledSources.of(directory, new JavaGenerator("com.acme").generate(models));
  }

  @Test
  void aRequestIsTheBodyAndNothingElse() throws Exception {
    ModelRequest<?> request = request("{\"prompt\":\"A lighthouse\",\"num_images\":3}");

    assertThat(JsonMapper.shared().writeValueAsString(request))
        .isEqualTo("{\"prompt\":\"A lighthouse\",\"num_images\":3}");
    assertThat(request.jobId()).isNull();
    assertThat(request.check()).isEmpty();
    assertThat(request.price()).hasToString("0.009 USD");
  }

  @Test
  void theModelSaysWhoSellsIt() throws Exception {
    ModelType<?, ?> type = request("{\"prompt\":\"A lighthouse\"}").modelType();

    assertThat(type.platform()).isEqualTo("fal");
    assertThat(type.id()).isEqualTo("fal-ai/inkwell/dev");
  }

  @Test
  void theModelBringsHowItsPlatformIsSpokenTo() throws Exception {
    ModelType<?, ?> type = request("{\"prompt\":\"A lighthouse\"}").modelType();

    assertThat(Objects.requireNonNull(type.protocol()).get())
        .isEqualTo(ModelCatalogue.bundled().platform("fal").orElseThrow().protocol());
  }

  private static ModelRequest<?> request(String json) throws Exception {
    return (ModelRequest<?>)
        JsonMapper.shared().readValue(json, sources.type("com.acme.inkwelldev.InkwellDevRequest"));
  }
}
