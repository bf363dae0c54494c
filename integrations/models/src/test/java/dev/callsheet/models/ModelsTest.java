package dev.callsheet.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.models.klingvideo30omnipro.KlingVideo30OmniPro;
import dev.callsheet.models.klingvideo30omnipro.Size;
import dev.callsheet.runtime.ModelType;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelsTest {
  private static final Path CLASSES = Path.of("target/classes");

  @Test
  void aRequestIsBuiltAndChecked() {
    var request = KlingVideo30OmniPro.textToVideo(Size.P1080_16X9).positivePrompt("Waves").build();
    assertThat(request.check()).isEmpty();
    var both = KlingVideo30OmniPro.request().positivePrompt("Waves").duration(99).build();
    assertThat(both.check()).extracting(Violation::rule).contains("out-of-range");
  }

  /** Every bundled model has its class here, and nothing else has. */
  @Test
  void everyBundledModelIsHere() throws Exception {
    var here = new ArrayList<String>();
    for (var name : classNames()) {
      var type = Class.forName(name, false, getClass().getClassLoader());
      for (var field : type.getFields()) {
        if (field.getName().equals("MODEL") && Modifier.isStatic(field.getModifiers())) {
          here.add(((ModelType<?, ?>) field.get(null)).id());
        }
      }
    }
    assertThat(here)
        .containsExactlyInAnyOrderElementsOf(
            ModelCatalogue.bundled().summaries().stream().map(model -> model.id()).toList());
  }

  private static List<String> classNames() throws IOException {
    try (var files = Files.walk(CLASSES)) {
      return files
          .map(file -> CLASSES.relativize(file).toString())
          .filter(file -> file.endsWith(".class") && !file.contains("$"))
          .map(file -> file.replaceAll("\\.class$", "").replace('/', '.'))
          .toList();
    }
  }
}
