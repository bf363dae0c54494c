package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.workbench.RequestWorkbench;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import java.io.IOException;
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

  @Test
  void whereAPageIsIsKnownWithoutThePages() throws Exception {
    Files.createDirectories(directory.resolve("platforms"));
    for (String platform : List.of("easel", "brush")) {
      Files.writeString(
          directory.resolve("platforms/" + platform + ".yaml"),
          "callsheet: 1\nplatform: {name: %s, title: A}\n".formatted(platform));
      write(platform, "acme still@1", platform);
    }
    write("other", "acme/still@1", "easel");
    ModelCatalogue catalogue = ModelCatalogue.of(List.of(directory));
    ModelPages pages = new ModelPages(catalogue);
    for (ModelSpec model : catalogue.models()) {
      assertThat(pages.text(pages.address(model).orElseThrow()).orElseThrow())
          .as(model.qualifiedId())
          .contains("<code>" + model.id() + "</code>");
    }
    assertThat(catalogue.models().stream().map(model -> pages.address(model).orElseThrow()))
        .doesNotHaveDuplicates()
        .contains("models/acme-still-1.html", "models/acme-still-1-2.html");
  }

  @Test
  void aSpecThatIsWrongKeepsNoOtherModelFromItsForm() throws Exception {
    Files.writeString(
        directory.resolve("still.yaml"),
        """
        callsheet: 1
        model: {id: "acme:still@1", name: Still, status: live}
        include: [platforms/runware/task]
        parameters: {model: {const: "acme:still@1"}, taskType: {const: imageInference}}
        """);
    Files.writeString(
        directory.resolve("wrong.yaml"),
        "callsheet: 1\nmodel: {id: 'acme:wrong@1', name: A, status: nonsense}\n");
    ModelCatalogue catalogue = ModelCatalogue.of(List.of(directory));
    ModelPages pages = new ModelPages(catalogue);
    RequestWorkbench workbench = new RequestWorkbench(catalogue, "runware", pages::address);
    assertThat(workbench.models().valueStream().map(model -> model.path("id").asString()))
        .contains("acme:still@1", "klingai:kling-video@o3-pro")
        .doesNotContain("acme:wrong@1");
    assertThat(workbench.model("acme:still@1").orElseThrow().path("docs").asString())
        .isEqualTo("models/acme-still-1.html");
  }

  private void write(String file, String id, String platform) throws IOException {
    Files.writeString(
        directory.resolve(file + ".yaml"),
        """
        callsheet: 1
        model: {id: "%s", name: Still, status: live}
        platform: %s
        parameters: {strength: {type: number, maximum: 1, description: How much of it.}}
        response: {properties: {}}
        """
            .formatted(id, platform));
  }
}
