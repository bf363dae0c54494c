package dev.callsheet.cli.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spec files through the protocol. */
class SpecsInEditorTest {
  /** No request can have `steps`: two rules exclude it together. */
  private static final String UNSOUND =
      """
      callsheet: 1
      model: {id: "own:still@1", name: Still, status: live, documentation: "https://example.com"}
      parameters:
        model: {const: "own:still@1", description: The model.}
        steps: {type: integer, maximum: 9, description: How many.}
        image: {type: string, description: What it begins with.}
      required: [model]
      rules:
        - id: steps-need-image
          description: Steps need an image.
          when: steps
          require: image
        - id: steps-exclude-image
          description: Steps are for pictures from nothing.
          when: steps
          forbid: image
      response:
        properties:
          imageURL: {type: string, media: image, description: The image.}
      """;

  @TempDir private Path directory;
  private EditorClient client;
  private String uri = "";

  @BeforeEach
  void connect() throws Exception {
    client = new EditorClient();
    uri = directory.resolve("still.yaml").toUri().toString();
  }

  @AfterEach
  void disconnect() throws Exception {
    client.close();
  }

  @Test
  void whatRulesContradictIsUnderlinedWithTheRulesThatDo() throws Exception {
    client.open(uri, "yaml", UNSOUND);
    Diagnostic found =
        client.diagnostics(uri, 1).stream()
            .filter(each -> each.getCode().getLeft().equals("dead-parameter"))
            .findFirst()
            .orElseThrow();
    assertThat(found.getSeverity()).isEqualTo(DiagnosticSeverity.Error);
    assertThat(found.getRange()).isEqualTo(new Range(new Position(4, 2), new Position(4, 7)));
    assertThat(found.getRelatedInformation())
        .extracting(DiagnosticRelatedInformation::getMessage)
        .containsExactly(
            "steps-need-image: Steps need an image.",
            "steps-exclude-image: Steps are for pictures from nothing.");
    assertThat(found.getRelatedInformation().get(1).getLocation().getUri()).isEqualTo(uri);
    assertThat(found.getRelatedInformation().get(1).getLocation().getRange())
        .isEqualTo(new Range(new Position(12, 8), new Position(12, 27)));
  }

  @Test
  void errorsOfTheLanguageStandWhereTheyAre() throws Exception {
    client.open(uri, "yaml", UNSOUND.replace("forbid: image", "forbid: imago"));
    assertThat(client.diagnostics(uri, 1))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.getCode().getLeft()).isEqualTo("spec-error");
              assertThat(found.getRange())
                  .isEqualTo(new Range(new Position(15, 12), new Position(15, 17)));
            });
    client.change(uri, 2, new Range(new Position(12, 0), new Position(16, 0)), "");
    assertThat(client.diagnostics(uri, 2))
        .noneMatch(each -> each.getSeverity() == DiagnosticSeverity.Error);
  }

  @Test
  void aFaultInWhatAnotherFileIncludesLeadsThere() throws Exception {
    Path fragment = Files.createDirectories(directory.resolve("platforms/x")).resolve("a.yaml");
    Files.writeString(fragment, "callsheet: 1\nfragment: {}\nnonsense: 1\n");
    client.open(uri, "yaml", UNSOUND.replace("required:", "include: [platforms/x/a]\nrequired:"));
    Diagnostic found = client.diagnostics(uri, 1).get(0);
    assertThat(found.getRange().getStart()).isEqualTo(new Position(0, 0));
    assertThat(found.getRelatedInformation().get(0).getLocation().getUri())
        .isEqualTo(fragment.toUri().toString());
  }

  @Test
  void keysOfTheLanguageAndPathsOfTheModelAreOffered() throws Exception {
    client.open(uri, "yaml", UNSOUND);
    client.diagnostics(uri, 1);
    assertThat(offered(UNSOUND.replace("required: [model]", "|")))
        .contains("rules", "modes", "pricing", "required");
    assertThat(offered(UNSOUND.replace("    when: steps\n    forbid", "    |\n    forbid")))
        .contains("when", "forbid", "severity", "exactlyOneOf")
        .doesNotContain("parameters");
    assertThat(offered(UNSOUND.replace("{type: integer, maximum", "{type: |, maximum")))
        .contains("string", "integer", "boolean");
    assertThat(offered(UNSOUND.replace("maximum: 9, ", "maximum: 9, |")))
        .contains("minimum", "default", "multipleOf");
    assertThat(offered(UNSOUND.replace("    forbid: image", "    severity: |")))
        .containsExactlyInAnyOrder("error", "warning");
  }

  @Test
  void aKeyThatHasItsColonGetsNoOther() throws Exception {
    client.open(uri, "yaml", UNSOUND);
    client.diagnostics(uri, 1);
    assertThat(written("requ|ired: [model]", "required")).isEqualTo("required");
    assertThat(written("requ|", "required")).isEqualTo("required: ");
    assertThat(written("requ|ired : [model]", "required")).isEqualTo("required");
  }

  private String written(String line, String label) {
    String text = UNSOUND.replace("required: [model]", line);
    client.change(uri, 2, null, text.replace("|", ""));
    return client.complete(uri, EditorClient.bar(text)).stream()
        .filter(item -> item.getLabel().equals(label))
        .map(item -> item.getTextEdit().getLeft().getNewText())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void hoverSaysWhatAKeyMeansAndNamesLeadToTheirPlaces() throws Exception {
    client.open(uri, "yaml", UNSOUND);
    client.diagnostics(uri, 1);
    assertThat(client.hover(uri, new Position(11, 6)).getContents().getRight().getValue())
        .startsWith("**require**: ");
    assertThat(client.definition(uri, new Position(15, 14)))
        .singleElement()
        .satisfies(place -> assertThat(place.getRange().getStart()).isEqualTo(new Position(5, 2)));
  }

  @Test
  void otherYamlIsLeftAlone() throws Exception {
    String compose = "file:///work/compose.yaml";
    client.open(compose, "yaml", "services:\n  x: [");
    assertThat(client.diagnostics(compose, 1)).isEmpty();
    assertThat(client.complete(compose, new Position(1, 2))).isEmpty();
  }

  @Test
  void aBundledSpecOfManyRulesIsSoundInTheEditorToo() throws Exception {
    Path bundled = Path.of("../spec/models/klingai/kling-video-3-0-omni-pro.yaml").toAbsolutePath();
    String file = bundled.normalize().toUri().toString();
    client.open(file, "yaml", Files.readString(bundled));
    assertThat(client.diagnostics(file, 1))
        .noneMatch(each -> each.getSeverity() == DiagnosticSeverity.Error);
  }

  private List<String> offered(String text) {
    client.change(uri, 2, null, text.replace("|", ""));
    return EditorClient.labels(client.complete(uri, EditorClient.bar(text)));
  }
}
