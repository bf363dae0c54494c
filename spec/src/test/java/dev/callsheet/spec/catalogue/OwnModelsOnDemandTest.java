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
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However many models a directory has, those alone are parsed that somebody asks for. */
class OwnModelsOnDemandTest {
  private static final int MODELS = 200;

  @TempDir private Path directory;

  @BeforeEach
  void writeModels() throws IOException {
    for (int i = 0; i < MODELS; i++) {
      write(i, model("acme:m@" + i, "fal", "prompt: {type: string}"));
    }
  }

  @Test
  void aCatalogueParsesNoFile() throws SpecException {
    ModelCatalogue catalogue = ModelCatalogue.of(List.of(directory));

    assertThat(catalogue.ids()).contains("acme:m@0", "acme:m@" + (MODELS - 1));
    assertThat(catalogue.find("acme:m@1000")).isEmpty();
    assertThat(catalogue.nearestId("acme:m@1000")).contains("acme:m@100");
    assertThat(catalogue.matching("beta:*")).isEmpty();
    assertThat(catalogue.platforms()).isNotEmpty();
    assertThat(ownParsed(catalogue)).isZero();
  }

  @Test
  void aModelThatIsAskedForIsTheOnlyOneParsed() throws SpecException {
    ModelCatalogue catalogue = ModelCatalogue.of(List.of(directory));

    assertThat(catalogue.find("acme:m@7")).isPresent();
    assertThat(catalogue.find("fal", "acme:m@7")).isEqualTo(catalogue.find("acme:m@7"));
    assertThat(catalogue.namedInRequests("acme:m@7")).isEmpty();
    assertThat(catalogue.matching("acme:m@7")).hasSize(1);
    assertThat(catalogue.nearestId("fal", "acme:n@7")).contains("acme:m@7");
    assertThat(ownParsed(catalogue)).isEqualTo(1);
  }

  @Test
  void allAreParsedOnceWhereAllAreWanted() throws SpecException {
    ModelCatalogue catalogue = ModelCatalogue.of(List.of(directory));

    assertThat(catalogue.own()).hasSize(MODELS).extracting(ModelSpec::id).isSorted();
    assertThat(catalogue.own().get(0)).isSameAs(catalogue.own().get(0));
    assertThat(catalogue.summaries()).hasSize(MODELS + ModelCatalogue.bundled().ids().size());
    assertThat(ownParsed(catalogue)).isEqualTo(MODELS);
  }

  @Test
  void aWrongSpecIsReportedWheneverItsModelIsAskedForAndNotBefore() throws Exception {
    write(3, model("acme:m@3", "fal", "prompt: {type: text}"));
    ModelCatalogue catalogue = ModelCatalogue.of(List.of(directory));

    assertThat(catalogue.find("acme:m@4")).isPresent();
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> catalogue.find("acme:m@3"))
          .isInstanceOf(UncheckedSpecException.class)
          .hasMessageContaining("003.yaml:4:29: ");
    }
    assertThatThrownBy(() -> catalogue.find("fal", "acme:m@3"))
        .isInstanceOf(UncheckedSpecException.class);
    assertThatThrownBy(() -> catalogue.matching("acme:*"))
        .isInstanceOf(UncheckedSpecException.class);
  }

  @Test
  void aWrongSpecHidesNoBundledModel() throws Exception {
    String bundled = ModelCatalogue.bundled().ids().get(0);
    write(3, model(bundled, "runware", "prompt: {type: text}"));
    ModelCatalogue catalogue = ModelCatalogue.of(List.of(directory));

    assertThatThrownBy(() -> catalogue.find(bundled)).isInstanceOf(UncheckedSpecException.class);
  }

  @Test
  void allWrongSpecsAreReportedTogether() throws Exception {
    write(3, model("acme:m@3", "fal", "prompt: {type: text}"));
    write(150, model("acme:m@150", "nobody", "prompt: {type: string}"));
    ModelCatalogue catalogue = ModelCatalogue.of(List.of(directory));

    assertThatThrownBy(catalogue::own)
        .isInstanceOfSatisfying(
            UncheckedSpecException.class, wrong -> assertThat(wrong.problems()).hasSize(2))
        .hasMessageContaining("003.yaml")
        .hasMessageContaining("150.yaml:3:11: there is nothing to name as a platform");
  }

  @Test
  void aFileThatDoesNotSayItsModelIsReportedAtOnce() throws IOException {
    write(3, "callsheet: 1\nparameters: {prompt: {type: string}}\n");
    write(4, "callsheet: 1\nmodel: {name: \"Ink\n");

    assertThatThrownBy(() -> ModelCatalogue.of(List.of(directory)))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("003.yaml")
        .hasMessageContaining("004.yaml");
  }

  @Test
  void anIdBehindAnAliasIsFoundByParsing() throws Exception {
    write(
        3,
        """
        callsheet: 1
        model: {name: &ink Ink, id: *ink, status: live}
        platform: fal
        parameters: {}
        response: {properties: {}}
        """);
    ModelCatalogue catalogue = ModelCatalogue.of(List.of(directory));

    assertThat(catalogue.find("Ink")).isPresent();
    assertThat(ownParsed(catalogue)).isEqualTo(1);
  }

  @Test
  void modelsOfOneIdAreParsedToTellThemApart() throws Exception {
    write(3, model("acme:m@4", "replicate", "prompt: {type: string}"));
    ModelCatalogue catalogue = ModelCatalogue.of(List.of(directory));
    assertThat(ownParsed(catalogue)).isEqualTo(2);
    assertThat(catalogue.withId("acme:m@4")).hasSize(2);

    write(3, model("acme:m@4", "fal", "prompt: {type: string}"));
    assertThatThrownBy(() -> ModelCatalogue.of(List.of(directory)))
        .hasMessageContaining("the model `acme:m@4` is there already, in ")
        .hasMessageContaining("003.yaml");
  }

  private static long ownParsed(ModelCatalogue catalogue) {
    return catalogue.parsed() - ModelCatalogue.bundled().parsed();
  }

  private static String model(String id, String platform, String parameters) {
    return "callsheet: 1\nmodel: {id: \""
        + id
        + "\", name: Ink, status: live}\nplatform: "
        + platform
        + "\nparameters: {"
        + parameters
        + "}\nresponse: {properties: {}}\n";
  }

  private void write(int number, String text) throws IOException {
    Files.writeString(directory.resolve(String.format(Locale.ROOT, "%03d.yaml", number)), text);
  }
}
