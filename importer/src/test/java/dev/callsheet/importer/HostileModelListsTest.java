package dev.callsheet.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.callsheet.importer.finding.ImportException;
import dev.callsheet.importer.finding.ImportFinding;
import dev.callsheet.spec.catalogue.ModelFile;
import dev.callsheet.spec.source.SourceText;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Damaged and hostile files of several models make specs with names of their own, or an error. */
@Timeout(60)
class HostileModelListsTest {
  @Test
  void referencesThatLeadNowhereOrInACircleCostTheirFormsAlone() throws Exception {
    List<ImportedSpec> specs =
        imported(
            operation(
                "/v1/video",
                "{\"$ref\": \"#/components/schemas/None\"}",
                form("\"ink\""),
                "{\"$ref\": \"#/components/schemas/Loop\"}",
                "{\"$ref\": \"https://example.com/elsewhere\"}",
                "5",
                "null"));
    assertThat(specs).extracting(ImportedSpec::id).containsExactly("ink");
    assertThat(report(specs))
        .contains("the reference `#/components/schemas/None` leads nowhere in this file")
        .contains("the reference `#/components/schemas/Loop` leads in a circle")
        .contains("the reference `https://example.com/elsewhere` leads nowhere in this file")
        .contains("a form of the request to `/v1/video` is left out: it does not fix `model`");
  }

  @Test
  void formsOfOneModelAreReported() throws Exception {
    List<ImportedSpec> specs =
        imported(operation("/v1/video", form("\"ink\""), form("\"ink\""), form("\"blot\"")));
    assertThat(specs)
        .extracting(ImportedSpec::fileName)
        .containsExactly("ink.yaml", "ink-video.yaml", "blot.yaml");
    assertThat(report(specs)).containsOnlyOnce("takes other requests, too");
  }

  @Test
  void modelsWhoseFilesWouldHaveOneNameAreNotTakenForOne() throws Exception {
    List<ImportedSpec> specs =
        imported(operation("/v1/..", form("\"ink@1\""), form("\"ink:1\""), form("\"INK/1\"")));
    assertThat(specs)
        .extracting(ImportedSpec::fileName)
        .containsExactly("ink-1.yaml", "ink-1-2.yaml", "ink-1-3.yaml");
    assertThat(report(specs)).doesNotContain("takes other requests, too");
  }

  @Test
  void namesThatAreNoIdentifiersMakeFilesInTheFolder() throws Exception {
    List<String> names =
        List.of("../../evil", "a/../../b", "..", "-rf", "\\n- id: x", "a\\u0000b", "x".repeat(300));
    List<ImportedSpec> specs =
        imported(
            operation(
                "/v1/../../etc",
                names.stream().map(name -> form('"' + name + '"')).toArray(String[]::new)));
    assertThat(specs).hasSize(names.size());
    assertThat(specs)
        .extracting(ImportedSpec::fileName)
        .allMatch(name -> name.matches("[a-z0-9][a-z0-9-]{0,120}\\.yaml"))
        .doesNotHaveDuplicates();
    assertThat(specs).noneMatch(spec -> spec.text().contains("\n- id: x"));
  }

  @Test
  void discriminatorsThatAreNoneNameNoModel() throws Exception {
    List<ImportedSpec> specs =
        imported(
            operation(
                "/v1/video", form("\"ink\""), form("null"), form("{\"a\": 1}"), form("\"\"")));
    assertThat(specs).extracting(ImportedSpec::id).containsExactly("ink");

    String listed =
        operation("/v1/video", form("\"ink\""))
            .replace("\"propertyName\": \"model\"", "\"propertyName\": [1]");
    assertThatExceptionOfType(ImportException.class)
        .isThrownBy(() -> imported(listed))
        .withMessageContaining("the file does not say which model it is about");
  }

  @Test
  void megabytesOfConstraintsEndInAnErrorWithItsPlace() {
    String rules =
        String.join(
            ",", Collections.nCopies(40_000, "{\"not\": {\"required\": [\"width\", \"height\"]}}"));
    String large = form("\"ink\"").replace("\"type\"", "\"allOf\": [" + rules + "], \"type\"");
    assertThatExceptionOfType(ImportException.class)
        .isThrownBy(() -> imported(operation("/v1/video", form("\"blot\""), large)))
        .withMessageStartingWith("studio.json:1:")
        .withMessageContaining("more than 200000 values");
  }

  @Test
  void thousandsOfOperationsWithoutModelsAreReportedEach() throws Exception {
    String others =
        IntStream.range(0, 3_000)
            .mapToObj(i -> operation("/v1/other" + i, "{\"type\": \"object\"}"))
            .collect(Collectors.joining(", "));
    List<ImportedSpec> specs = imported(others + ", " + operation("/v1/video", form("\"ink\"")));
    assertThat(specs).hasSize(1);
    assertThat(specs.get(0).findings())
        .filteredOn(finding -> finding.message().contains("and so names no model"))
        .hasSize(3_000);
  }

  private static String form(String model) {
    return "{\"type\": \"object\", \"additionalProperties\": false, \"required\": [\"model\"],"
        + " \"properties\": {\"model\": {\"const\": "
        + model
        + "}, \"prompt\": {\"type\": \"string\"}}}";
  }

  private static String operation(String path, String... forms) {
    return '"'
        + path
        + "\": {\"post\": {\"requestBody\": {\"content\": {\"application/json\": {\"schema\":"
        + " {\"oneOf\": ["
        + String.join(", ", forms)
        + "], \"discriminator\": {\"propertyName\": \"model\"}}}}}}}";
  }

  private static List<ImportedSpec> imported(String paths) throws ImportException {
    String file =
        "{\"openapi\": \"3.1.0\", \"paths\": {"
            + paths
            + "}, \"components\": {\"schemas\": {\"Loop\": {\"$ref\": \"#/components/schemas/Loop\"}}}}";
    return new SpecImporter(ModelFile.bundledFragments(), "none")
        .importAll(new SourceText("studio.json", file), "");
  }

  private static String report(List<ImportedSpec> specs) {
    return specs.stream()
        .flatMap(spec -> spec.findings().stream())
        .map(ImportFinding::message)
        .collect(Collectors.joining("\n"));
  }
}
