package dev.callsheet.generator.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.spec.catalogue.ModelCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What is generated for the first model, file by file as a reader would meet it. After a change
 * that is meant, {@code mvn test -Dcallsheet.golden=write} writes the files anew, to be read.
 */
class GoldenSourcesTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  @Test
  void generatesTheFirstModelAsItWasReviewed() throws IOException {
    List<GeneratedFile> files =
        new JavaGenerator("com.acme.models")
            .generate(ModelCatalogue.bundled().find("klingai:kling-video@o3-pro").orElseThrow());
    if ("write".equals(System.getProperty("callsheet.golden"))) {
      new SourceTree(GOLDEN).write(files);
    }
    Map<String, String> generated = new TreeMap<>();
    files.forEach(file -> generated.put(file.path(), file.content()));
    assertThat(golden().keySet()).isEqualTo(generated.keySet());
    golden().forEach((path, text) -> assertThat(generated.get(path)).as(path).isEqualTo(text));
  }

  private static Map<String, String> golden() throws IOException {
    Map<String, String> golden = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(GOLDEN)) {
      for (Path path : paths.filter(GoldenSourcesTest::isGenerated).toList()) {
        golden.put(GOLDEN.relativize(path).toString().replace('\\', '/'), Files.readString(path));
      }
    }
    return golden;
  }

  /** The list of files is not one of them. */
  private static boolean isGenerated(Path path) {
    return Files.isRegularFile(path) && !path.endsWith(".callsheet-generated");
  }
}
