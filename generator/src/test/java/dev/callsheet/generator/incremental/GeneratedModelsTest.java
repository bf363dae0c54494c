package dev.callsheet.generator.incremental;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.generator.RepresentativeModels;
import dev.callsheet.generator.java.GeneratedFile;
import dev.callsheet.generator.java.JavaGenerator;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.parser.IncludeResolver;
import dev.callsheet.spec.parser.SpecException;
import dev.callsheet.spec.parser.SpecParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedModelsTest {
  private static final JavaGenerator GENERATOR = new JavaGenerator("com.acme");

  @TempDir Path directory;

  @Test
  void everyBundledModelHasAFingerprintOfItsOwn() {
    List<ModelSpec> models = ModelCatalogue.bundled().models();
    assertThat(models.stream().map(ValueFingerprint::of).flatMap(Optional::stream))
        .hasSameSizeAs(models)
        .doesNotHaveDuplicates();
  }

  @Test
  void aSpecThatIsReadAgainHasTheSameFingerprint() throws SpecException {
    assertThat(ValueFingerprint.of(model("8"))).isEqualTo(ValueFingerprint.of(model("8")));
  }

  @Test
  void anythingElseInASpecIsAnotherFingerprint() throws SpecException {
    assertThat(ValueFingerprint.of(model("8"))).isNotEqualTo(ValueFingerprint.of(model("9")));
  }

  @Test
  void aValueOfUnknownKindHasNone() {
    assertThat(ValueFingerprint.of(List.of(new StringBuilder("text")))).isEmpty();
  }

  @Test
  void oneEditedSpecOfManyIsTheOnlyNewOne() throws Exception {
    List<ModelSpec> models = RepresentativeModels.list().subList(0, 2);
    List<GeneratedFile> before = generator(models, "1").generate();
    assertThat(before).isEqualTo(GENERATOR.generate(models));
    ModelSpec edited = model("9");
    List<ModelSpec> after = List.of(models.get(0), edited);
    IncrementalGenerator again = generator(after, "1");
    assertThat(again.newModels()).containsExactly(edited);
    assertThat(again.generate()).isEqualTo(GENERATOR.generate(after));
    assertThat(kept()).hasSize(2);
  }

  @Test
  void anotherGeneratorOrPackageFindsNothing() throws Exception {
    List<ModelSpec> models = List.of(model("8"));
    generator(models, "1").generate();
    assertThat(generator(models, "1").newModels()).isEmpty();
    assertThat(generator(models, "2").newModels()).isEqualTo(models);
    assertThat(
            new IncrementalGenerator(
                    new JavaGenerator("com.other"), models, new GeneratedModels(directory, "1"))
                .newModels())
        .isEqualTo(models);
  }

  @Test
  void aFileThatSomethingElseWasWrittenToIsAsGoodAsNone() throws Exception {
    List<ModelSpec> models = List.of(model("8"));
    List<GeneratedFile> sources = generator(models, "1").generate();
    for (String broken : List.of("", "\n", "no line", "0\n", whole().replace("record", "class"))) {
      Files.writeString(kept().get(0), broken);
      IncrementalGenerator again = generator(models, "1");
      assertThat(again.newModels()).as(broken).isEqualTo(models);
      assertThat(again.generate()).isEqualTo(sources);
    }
  }

  private String whole() throws IOException {
    return Files.readString(kept().get(0));
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    }
  }

  private IncrementalGenerator generator(List<ModelSpec> models, String version) {
    return new IncrementalGenerator(GENERATOR, models, new GeneratedModels(directory, version));
  }

  private static ModelSpec model(String maximum) throws SpecException {
    return new SpecParser(IncludeResolver.NONE)
        .parse(
            "still.yaml",
            """
            callsheet: 1
            model: {id: "acme:still@1", name: Still, status: live}
            parameters:
              count: {type: integer, minimum: 1, maximum: %s}
            response: {properties: {}}
            """
                .formatted(maximum));
  }
}
