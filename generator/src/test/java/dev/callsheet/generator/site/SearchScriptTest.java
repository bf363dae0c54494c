package dev.callsheet.generator.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.callsheet.generator.java.GeneratedFile;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The search of a site, run where a browser is not needed for it. */
class SearchScriptTest {
  @TempDir private Path directory;

  @Test
  void findsWhatIsCalledSoBeforeWhatSpeaksOfIt() throws Exception {
    assertThat(search("sound"))
        .startsWith("providerSettings.klingai.sound")
        .contains("providerSettings.klingai.keepOriginalSound");
    assertThat(search("original-sound").get(0)).isEqualTo("original-sound-needs-video");
    assertThat(search("Omni Pro").get(0)).isEqualTo("Kling VIDEO 3.0 Omni Pro");
    assertThat(search("size-pair").get(0)).isEqualTo("size-pair");
    assertThat(search("nothing-is-called-so")).isEmpty();
    assertThat(search("  ")).isEmpty();
    assertThat(search("e")).hasSize(20);
  }

  private List<String> search(String query) throws IOException, InterruptedException {
    assumeTrue(isThereNode(), "needs node");
    for (GeneratedFile file : DocumentationSite.of(models()).files()) {
      if (file.path().endsWith(".js")) {
        Files.writeString(directory.resolve(file.path()), file.content());
      }
    }
    Path script = directory.resolve("run.js");
    Files.writeString(
        script,
        """
        global.window = {};
        require("./search-index.js");
        const found = require("./search.js").find(window.callsheetIndex, process.argv[2]);
        console.log(found.map((entry) => entry.title).join("\\n"));
        """);
    Process node =
        new ProcessBuilder("node", script.toString(), query).redirectErrorStream(true).start();
    String output = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(node.waitFor()).as(output).isZero();
    return output.lines().filter(line -> !line.isEmpty()).toList();
  }

  private static List<ModelSpec> models() {
    return List.of(ModelCatalogue.bundled().find("klingai:kling-video@o3-pro").orElseThrow());
  }

  private static boolean isThereNode() throws InterruptedException {
    try {
      return new ProcessBuilder("node", "--version").start().waitFor() == 0;
    } catch (IOException none) {
      return false;
    }
  }
}
