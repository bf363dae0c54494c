package dev.callsheet.spec.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.parser.SpecException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpecLibraryTest {
  private static final String PAINT =
      """
      callsheet: 1
      model: {id: "acme:paint@1", name: Paint, status: live}
      include: [platforms/acme]
      parameters: {width: {type: integer}}
      """;

  private static final String PLATFORM =
      """
      callsheet: 1
      fragment: {name: Acme}
      parameters: {prompt: {type: string}}
      response: {properties: {}}
      """;

  private static final Map<String, String> ACME =
      Map.of(
          "META-INF/callsheet/paint.yaml", PAINT,
          "META-INF/callsheet/platforms/acme.yaml", PLATFORM,
          "org/acme/Paint.class", "");

  @TempDir private Path directory;

  @Test
  void readsTheModelsOfAJar() throws Exception {
    Path jar = jar("acme.jar", ACME);

    ModelSpec paint = catalogue(List.of(jar), List.of()).find("acme:paint@1").orElseThrow();

    assertThat(paint.request().member("prompt")).isPresent();
    assertThat(paint.location().file()).isEqualTo(jar + "!/META-INF/callsheet/paint.yaml");
  }

  @Test
  void readsTheModelsOfADirectoryOfClasses() throws Exception {
    Path classes = directory.resolve("classes");
    write("classes/META-INF/callsheet/models/paint.yaml", PAINT);
    write("classes/META-INF/callsheet/platforms/acme.yaml", PLATFORM);

    assertThat(catalogue(List.of(classes), List.of()).find("acme:paint@1")).isPresent();
  }

  @Test
  void isEmptyForPathsWithoutSpecs() throws IOException {
    assertThat(SpecLibrary.load(jar("plain.jar", Map.of("org/acme/Paint.class", "")))).isEmpty();
    assertThat(SpecLibrary.load(directory)).isEmpty();
    assertThat(SpecLibrary.load(directory.resolve("nowhere.jar"))).isEmpty();
  }

  @Test
  void takesNoFileThatUnpacksToMoreThanAnySpec() throws IOException {
    String name = "META-INF/callsheet/vast.yaml";
    Path jar = jar("vast.jar", Map.of(name, " ".repeat(SpecFiles.MAX_FILE_SIZE + 1)));

    assertThat(Files.size(jar)).isLessThan(100_000);
    assertThatThrownBy(() -> SpecLibrary.load(jar))
        .isInstanceOf(IOException.class)
        .hasMessage("/" + name + " is no spec: it has more than 16777216 bytes");
  }

  @Test
  void reportsAFileThatIsNotAJar() throws IOException {
    write("torn.jar", "PK, and then nothing");

    assertThatThrownBy(() -> SpecLibrary.load(directory.resolve("torn.jar")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("torn.jar cannot be read as a jar");
  }

  @Test
  void letsADirectoryReplaceAModelOfAJarAndIncludeWhatTheJarHas() throws Exception {
    write("own/paint.yaml", PAINT.replace("name: Paint", "name: Own"));
    Path own = directory.resolve("own");

    ModelSpec paint =
        catalogue(List.of(jar("acme.jar", ACME)), List.of(own)).find("acme:paint@1").orElseThrow();

    assertThat(paint.metadata().name()).isEqualTo("Own");
    assertThat(paint.request().member("prompt")).isPresent();
  }

  @Test
  void letsAJarReplaceABundledModel() throws Exception {
    String id = ModelCatalogue.bundled().models().get(0).id();
    Map<String, String> files = new HashMap<>(ACME);
    files.put("META-INF/callsheet/paint.yaml", PAINT.replace("acme:paint@1", id));

    ModelCatalogue catalogue = catalogue(List.of(jar("own.jar", files)), List.of());

    assertThat(catalogue.find(id).orElseThrow().metadata().name()).isEqualTo("Paint");
  }

  @Test
  void refusesTheSameModelFromTwoJarsUnlessADirectoryHasIt() throws Exception {
    List<Path> jars = List.of(jar("one.jar", ACME), jar("two.jar", ACME));

    assertThatThrownBy(() -> catalogue(jars, List.of()))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining(
            "two.jar!/META-INF/callsheet/paint.yaml:1:1: the model `acme:paint@1`")
        .hasMessageContaining("one.jar!/META-INF/callsheet/paint.yaml, too");

    write("own/paint.yaml", PAINT);
    assertThat(catalogue(jars, List.of(directory.resolve("own"))).find("acme:paint@1")).isPresent();
  }

  private static ModelCatalogue catalogue(List<Path> entries, List<Path> directories)
      throws IOException, SpecException {
    List<SpecLibrary> libraries = new ArrayList<>();
    for (Path entry : entries) {
      SpecLibrary.load(entry).ifPresent(libraries::add);
    }
    return ModelCatalogue.of(libraries, directories);
  }

  private Path jar(String name, Map<String, String> files) throws IOException {
    Path jar = directory.resolve(name);
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return jar;
  }

  private void write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
