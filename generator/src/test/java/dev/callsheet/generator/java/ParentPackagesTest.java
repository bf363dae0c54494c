package dev.callsheet.generator.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.spec.catalogue.ModelFile;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.parser.SpecParser;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models of one name that are generated together. */
class ParentPackagesTest {
  private static final ModelSpec STILL = model("acme:still@1", "Still", "Acme Corp.");

  @Test
  void aModelThatIsTheOnlyOneOfItsNameHasNoOtherPackage() {
    assertThat(packages(STILL, model("acme:stills@1", "Stills", "Acme Corp.")))
        .containsExactly("com.acme.still", "com.acme.stills");
  }

  @Test
  void modelsOfTwoMakersAreBelowThem() {
    assertThat(packages(STILL, model("inkwell:still@1", "Still!", "Inkwell")))
        .containsExactly("com.acme.acmecorp.still", "com.acme.inkwell.still");
  }

  @Test
  void modelsOfOneMakerOrOfNoneAreBelowTheirIds() {
    assertThat(packages(STILL, model("acme:still@2", "Still", "Acme Corp.")))
        .containsExactly("com.acme.acmestill1.still", "com.acme.acmestill2.still");
    assertThat(packages(STILL, model("x:still@1", "Still", null), model("y", "Still", null)))
        .containsExactly("com.acme.acmestill1.still", "com.acme.xstill1.still", "com.acme.y.still");
  }

  @Test
  void idsThatDifferInSignsOnlyAreNumbered() {
    assertThat(packages(model("a/b", "Still", null), model("a-b", "Still", null)))
        .containsExactly("com.acme.ab_2.still", "com.acme.ab.still");
  }

  @Test
  void theOrderOfTheModelsDoesNotMatter() {
    ModelSpec other = model("inkwell:still@1", "Still", "Inkwell");
    assertThat(packages(other, STILL)).containsExactlyInAnyOrderElementsOf(packages(STILL, other));
  }

  @Test
  void theyCompileBesideEachOther(@TempDir Path directory) throws Exception {
    ModelSpec other = model("inkwell:still@1", "Still", "Inkwell");
    CompiledSources.of(directory, new JavaGenerator("com.acme").generate(List.of(STILL, other)));
  }

  private static List<String> packages(ModelSpec... models) {
    return new JavaGenerator("com.acme")
        .generate(List.of(models)).stream()
            .map(GeneratedFile::path)
            .filter(path -> path.endsWith("/package-info.java"))
            .map(path -> path.replace("/package-info.java", "").replace('/', '.'))
            .toList();
  }

  private static ModelSpec model(String id, String name, @Nullable String creator) {
    try {
      return new SpecParser(ModelFile.bundledFragments())
          .parse(
              "still.yaml",
              """
              callsheet: 1
              model: {id: "%s", name: %s, status: live%s}
              include: [platforms/runware/task]
              parameters:
                model: {const: "%s"}
              """
                  .formatted(id, name, creator == null ? "" : ", creator: " + creator, id));
    } catch (Exception wrong) {
      throw new AssertionError(wrong);
    }
  }
}
