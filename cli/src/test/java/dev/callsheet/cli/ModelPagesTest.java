package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.spec.catalogue.ModelCatalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelPagesTest {
  @TempDir private Path directory;

  @Test
  void aSandboxShowsThePagesOfBundledModelsAndOnesOwn() throws Exception {
    Files.writeString(
        directory.resolve("still.yaml"),
        """
        callsheet: 1
        model: {id: "acme:still@1", name: Still & Quiet, status: live}
        parameters:
          model: {const: "acme:still@1"}
          strength: {type: number, maximum: 1, description: How much of it.}
        response: {properties: {}}
        """);
    ModelPages pages = new ModelPages(ModelCatalogue.of(List.of(directory)));
    assertThat(pages.text("index.html").orElseThrow())
        .contains("Still &amp; Quiet", "Kling VIDEO 3.0 Omni Pro");
    assertThat(pages.text("models/acme-still-1.html").orElseThrow()).contains("How much of it.");
    assertThat(pages.text("style.css")).isPresent();
    assertThat(pages.text("models/none.html")).isEmpty();
  }
}
