package dev.callsheet.cli.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be written at the cursor of a request file, through the protocol. */
class RequestCompletionTest {
  private EditorClient client;

  @BeforeEach
  void connect() throws Exception {
    client = new EditorClient();
  }

  @AfterEach
  void disconnect() throws Exception {
    client.close();
  }

  @Test
  void parametersAreOfferedThatTheModeAllowsAndNotThoseThatItForbids() {
    String text = EditorClient.EDIT.replace("\"duration\": 8,", "\"|");
    List<String> offered =
        EditorClient.labels(client.completeAtBar(EditorClient.REQUESTS, "json", text));
    assertThat(offered)
        .contains("resolution", "numberResults", "providerSettings")
        .doesNotContain("duration", "width", "height", "model", "positivePrompt");
  }

  @Test
  void parametersAreOfferedInsideObjectsAndListsOfIncompleteRequests() {
    String start = "{\"model\": \"klingai:kling-video@o3-pro\", ";
    assertThat(offered(start + "\"providerSettings\": {\"klingai\": {|"))
        .containsExactly("keepOriginalSound", "multiPrompt", "sound");
    assertThat(
            offered(
                start + "\"inputs\": {\"video\": \"x\"}, \"providerSettings\": {\"klingai\": {|}}"))
        .containsExactly("keepOriginalSound", "multiPrompt");
    assertThat(offered(start + "\"inputs\": {\"elements\": [{\"id\": \"a\", \"images\": [], |}]"))
        .contains("frontalImage")
        .doesNotContain("id", "videos");
    assertThat(offered(start + "\"duration\": 8, \"inputs\": {|}}"))
        .contains("elements")
        .doesNotContain("video");
  }

  @Test
  void valuesAreOfferedWithWhichTheRequestCanBecomeValid() {
    String start = "{\"model\": \"klingai:kling-video@o3-pro\", ";
    assertThat(offered(start + "\"outputFormat\": |")).containsExactly("MP4", "WEBM", "MOV");
    assertThat(offered(start + "\"outputFormat\": \"M|\"")).contains("MP4");
    assertThat(offered(start + "\"ttl\": 60, \"outputType\": |, \"width\": 3"))
        .containsExactly("URL");
    assertThat(offered(start + "\"includeCost\": |}")).containsExactly("true", "false");
    assertThat(offered("{\"model\": |}"))
        .contains("klingai:kling-video@o3-pro")
        .doesNotContain("fal-ai/flux/schnell");
    assertThat(offered("{\"platform\": \"fal\", \"model\": \"|\"}"))
        .isNotEmpty()
        .allMatch(id -> id.startsWith("fal-ai/") || id.startsWith("fal/"));
    assertThat(offered(start + "\"duration\": |}")).containsExactly("5");
    assertThat(offered(start + "\"inputs\": {\"video\": \"x\"}, \"duration\": |}")).isEmpty();
    assertThat(offered(start + "\"taskUUID\": \"|\"")).singleElement().asString().hasSize(36);
  }

  @Test
  void aCompletedKeyTakesThePlaceOfWhatIsWrittenOfIt() {
    CompletionItem item =
        client
            .completeAtBar(
                EditorClient.REQUESTS,
                "json",
                "{\"model\": \"klingai:kling-video@o3-pro\",\n \"numb|\n}")
            .stream()
            .filter(each -> each.getLabel().equals("\"numberResults\""))
            .findFirst()
            .orElseThrow();
    TextEdit edit = item.getTextEdit().getLeft();
    assertThat(edit.getNewText()).isEqualTo("\"numberResults\": ");
    assertThat(edit.getRange()).isEqualTo(new Range(new Position(1, 1), new Position(1, 6)));
    assertThat(item.getDetail()).contains("at most 4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"model\": \"|,\n \"taskType\": \"videoInference\"}",
        "{\"model\": \"|, \"taskType\": \"videoInference\"}",
        "{\"taskType\": \"videoInference\", \"model\": \"|}",
        "[{\"taskType\": \"videoInference\", \"model\": \"klingai:kling-vid|}, {}]",
        "{\"platform\": \"runware\", \"model\": \"|, \"request\": {}}"
      })
  void aStringThatNobodyClosedYetTakesNothingOfWhatFollowsIt(String text) {
    CompletionItem item =
        client.completeAtBar(EditorClient.REQUESTS, "json", text).stream()
            .filter(each -> each.getLabel().equals("\"klingai:kling-video@o3-pro\""))
            .findFirst()
            .orElseThrow();
    assertThat(EditorClient.applied(text.replace("|", ""), List.of(item.getTextEdit().getLeft())))
        .isEqualTo(text.replaceAll("\"(klingai:kling-vid)?\\|", item.getLabel()));
  }

  private List<String> offered(String text) {
    return EditorClient.labels(client.completeAtBar(EditorClient.REQUESTS, "json", text));
  }
}
