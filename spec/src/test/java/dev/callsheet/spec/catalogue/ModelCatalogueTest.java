package dev.callsheet.spec.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.parser.SpecException;
import dev.callsheet.spec.parser.UncheckedSpecException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCatalogueTest {
  private static final String PAINT =
      """
      callsheet: 1
      model: {id: "acme:paint@1", name: Paint, status: live}
      include: [platforms/paint]
      parameters: {width: {type: integer}}
      """;

  private static final String PLATFORM =
      """
      callsheet: 1
      fragment: {name: Paint}
      parameters: {prompt: {type: string}}
      response: {properties: {}}
      """;

  @TempDir private Path directory;

  @BeforeEach
  void writePaint() throws IOException {
    write("models/acme/paint.yaml", PAINT);
    write("platforms/paint.yaml", PLATFORM);
  }

  @Test
  void theNameThatRunwaresFragmentsHadLeadsToThem() throws Exception {
    Path spec =
        Files.writeString(
            directory.resolve("dot.yaml"),
            """
            callsheet: 1
            model: {id: "acme:dot@1", name: Dot, status: live}
            include: [platform/task]
            parameters: {model: {const: "acme:dot@1"}}
            """);
    assertThat(ModelFile.find(spec).get(0).parse().request().member("taskUUID")).isPresent();
  }

  @Test
  void addsTheModelsOfADirectoryToTheBundledOnes() throws SpecException {
    ModelCatalogue catalogue = ModelCatalogue.of(List.of(directory));

    ModelSpec paint = catalogue.find("acme:paint@1").orElseThrow();
    assertThat(paint.request().member("prompt")).isPresent();
    assertThat(catalogue.models()).containsAll(ModelCatalogue.bundled().models());
    assertThat(catalogue.models()).extracting(ModelSpec::id).isSorted();
  }

  @Test
  void readsADirectoryWithoutAFolderForModels(@TempDir Path flat) throws Exception {
    Files.writeString(flat.resolve("paint.yaml"), PAINT);
    Files.createDirectory(flat.resolve("platforms"));
    Files.writeString(flat.resolve("platforms/paint.yaml"), PLATFORM);

    assertThat(ModelCatalogue.of(List.of(flat)).find("acme:paint@1")).isPresent();
  }

  @Test
  void takesFilesOfEitherEndingForSpecs(@TempDir Path other) throws Exception {
    Files.createDirectories(other.resolve("platforms"));
    Files.writeString(other.resolve("platforms/paint.yml"), PLATFORM);
    Files.writeString(other.resolve("a.yml"), PAINT);
    Files.writeString(other.resolve("a.YAML"), PAINT.replace("paint@1", "paint@2"));
    Files.writeString(other.resolve("a.yaml"), PAINT.replace("paint@1", "paint@3"));
    Files.writeString(other.resolve("a.yml.orig"), "no spec");
    assertThat(ModelCatalogue.of(List.of(other)).ids())
        .contains("acme:paint@1", "acme:paint@2", "acme:paint@3");
    assertThat(ModelFile.find(other)).hasSize(3).allSatisfy(ModelFile::parse);
  }

  @Test
  void findsModelsByPatternsOfTheirIds() {
    ModelCatalogue bundled = ModelCatalogue.bundled();
    assertThat(bundled.matching("klingai:*"))
        .isNotEmpty()
        .allSatisfy(model -> assertThat(model.id()).startsWith("klingai:"));
    assertThat(bundled.matching("*")).isEqualTo(bundled.models());
    assertThat(bundled.matching("fal-ai/*"))
        .extracting(ModelSpec::id)
        .contains("fal-ai/flux/schnell", "fal-ai/kling-video/v3/turbo/pro/text-to-video");
    assertThat(bundled.matching("*/text-to-video")).hasSize(1);
    assertThat(bundled.matching("runway/*")).hasSize(3);
    assertThat(bundled.matching("klingai")).isEmpty();
  }

  @Test
  void letsALaterDirectoryReplaceAModelAndItsPlatform(@TempDir Path later) throws Exception {
    Files.createDirectories(later.resolve("models"));
    Files.createDirectories(later.resolve("platforms"));
    Files.writeString(
        later.resolve("models/other.yaml"), PAINT.replace("name: Paint", "name: Own"));
    Files.writeString(later.resolve("platforms/paint.yaml"), PLATFORM.replace("prompt", "text"));

    ModelSpec paint =
        ModelCatalogue.of(List.of(directory, later)).find("acme:paint@1").orElseThrow();

    assertThat(paint.metadata().name()).isEqualTo("Own");
    assertThat(paint.request().member("text")).isPresent();
    assertThat(paint.request().member("prompt")).isEmpty();
  }

  @Test
  void severalPlatformsMayHaveAModelOfOneId() throws Exception {
    write("models/acme/ink-fal.yaml", ink("fal", "prompt: {type: string}"));
    write("models/acme/ink-replicate.yaml", ink("replicate", "prompt: {type: string}"));

    ModelCatalogue catalogue = ModelCatalogue.of(List.of(directory));

    assertThat(catalogue.ids()).containsOnlyOnce("acme/ink");
    assertThat(catalogue.find("acme/ink")).isEmpty();
    assertThat(catalogue.called("acme/ink"))
        .extracting(ModelSpec::qualifiedId)
        .containsExactly("fal/acme/ink", "replicate/acme/ink");
    assertThat(catalogue.find("fal/acme/ink")).isEqualTo(catalogue.find("fal", "acme/ink"));
    assertThat(catalogue.find("fal", "acme/ink")).isPresent();
    assertThat(catalogue.find("runway", "acme/ink")).isEmpty();
    assertThat(catalogue.namedInRequests("acme/ink")).isEmpty();
    assertThat(catalogue.matching("acme/*")).hasSize(2);
    assertThat(catalogue.matching("fal/acme/*")).hasSize(1);
    assertThat(catalogue.nearestId("fal", "acme/inc")).contains("acme/ink");
    assertThat(catalogue.nearestId("runway", "acme/inc")).isEmpty();
  }

  @Test
  void onePlatformHasAModelOfAnIdOnce() throws IOException {
    write("models/acme/ink-1.yaml", ink("fal", "prompt: {type: string}"));
    write("models/acme/ink-2.yaml", ink("fal", "text: {type: string}"));

    assertThatThrownBy(() -> ModelCatalogue.of(List.of(directory)))
        .hasMessageContaining("the model `acme/ink` is there already, in ")
        .hasMessageContaining("ink-1.yaml");
  }

  @Test
  void aDirectoryAddsPlatforms() throws Exception {
    write("platforms/acme.yaml", "callsheet: 1\nplatform: {name: acme, title: Acme}\n");
    write("models/acme/ink.yaml", ink("acme", "prompt: {type: string}"));

    ModelCatalogue catalogue = ModelCatalogue.of(List.of(directory));

    assertThat(catalogue.platform("acme")).isPresent();
    assertThat(catalogue.platform("paint")).isEmpty();
    assertThat(catalogue.find("acme", "acme/ink")).isPresent();
  }

  private static String ink(String platform, String parameters) {
    return "callsheet: 1\nmodel: {id: acme/ink, name: Ink, status: live}\nplatform: "
        + platform
        + "\nparameters: {"
        + parameters
        + "}\nresponse: {properties: {}}\n";
  }

  @Test
  void suggestsAKnownId() throws SpecException {
    ModelCatalogue catalogue = ModelCatalogue.of(List.of(directory));

    assertThat(catalogue.nearestId("acme:piant@1")).contains("acme:paint@1");
    assertThat(catalogue.nearestId("someone:else@7")).isEmpty();
  }

  @Test
  void namesAllProblemsOfAllFilesEachOnce() throws Exception {
    write("models/acme/second.yaml", PAINT.replace("paint@1", "paint@2"));
    write(
        "models/acme/third.yaml",
        PAINT.replace("paint@1", "paint@3").replace("{type: integer}", "{type: int}"));
    write("platforms/paint.yaml", PLATFORM.replace("type: string", "type: text"));

    ModelCatalogue catalogue = ModelCatalogue.of(List.of(directory));
    assertThatThrownBy(catalogue::own)
        .isInstanceOfSatisfying(
            UncheckedSpecException.class,
            wrong ->
                assertThat(wrong.problems())
                    .extracting(problem -> problem.location().toString())
                    .containsExactlyInAnyOrder(
                        directory + "/platforms/paint.yaml:3:29",
                        directory + "/models/acme/third.yaml:4:28"));
  }

  @Test
  void refusesTwoModelsWithOneIdInADirectory() throws IOException {
    write("models/acme/copy.yaml", PAINT);

    assertThatThrownBy(() -> ModelCatalogue.of(List.of(directory)))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("paint.yaml:1:1: the model `acme:paint@1` is there already, in ")
        .hasMessageContaining("copy.yaml");
  }

  @Test
  void neverLooksOutsideTheRoot() throws Exception {
    write("models/acme/paint.yaml", PAINT.replace("platforms/paint", "../platforms/paint"));

    ModelCatalogue catalogue = ModelCatalogue.of(List.of(directory.resolve("models")));
    assertThatThrownBy(catalogue::models)
        .isInstanceOf(UncheckedSpecException.class)
        .hasMessageContaining("`../platforms/paint` is not allowed");
  }

  @Test
  void reportsAMissingDirectory() {
    assertThatThrownBy(() -> ModelCatalogue.of(List.of(directory.resolve("nowhere"))))
        .isInstanceOf(SpecException.class)
        .hasMessageEndingWith("nowhere:1:1: there is no such directory");
  }

  @Test
  void reportsAFileThatIsNotText() throws IOException {
    Files.write(directory.resolve("models/acme/paint.yaml"), new byte[] {(byte) 0xff, 0x00});

    assertThatThrownBy(() -> ModelCatalogue.of(List.of(directory)))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("paint.yaml is not UTF-8 text");
  }

  private void write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
