package dev.callsheet.cli.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is known of what stands at the cursor of a request file, through the protocol. */
class RequestLookupTest {
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
  void hoverShowsTheParameterWithItsRulesAndTheModelWithItsModes() {
    client.open(EditorClient.REQUESTS, "json", EditorClient.EDIT);
    assertThat(
            client
                .hover(EditorClient.REQUESTS, new Position(5, 5))
                .getContents()
                .getRight()
                .getValue())
        .contains("**duration**", "at least 3 s", "`video-sets-duration`");
    assertThat(
            client
                .hover(EditorClient.REQUESTS, new Position(3, 20))
                .getContents()
                .getRight()
                .getValue())
        .contains("Kling VIDEO 3.0 Omni Pro", "`edit`: where `inputs.video` is provided");
    assertThat(client.hover(EditorClient.REQUESTS, new Position(0, 0))).isNull();
  }

  @Test
  void theRuleIsOneStepAwayAlsoInABundledSpec() throws Exception {
    client.open(EditorClient.REQUESTS, "json", EditorClient.EDIT);
    var places = client.definition(EditorClient.REQUESTS, new Position(5, 5));
    assertThat(places).hasSize(2); // the broken rule, and the parameter
    List<String> lines = places.stream().map(RequestLookupTest::line).toList();
    assertThat(lines.get(0)).startsWith("video-sets-duration");
    assertThat(lines.get(1)).startsWith("duration:");
    assertThat(Path.of(URI.create(places.get(0).getUri())).toFile().canWrite())
        .isEqualTo("root".equals(System.getProperty("user.name")));
  }

  @Test
  void anEnvelopesModelIsKnownWithAndWithoutARequest() {
    for (String rest : List.of("}", ", \"request\": {\"prompt\": \"Snow\"}}")) {
      String text = "{\"platform\": \"fal\", \"model\": \"fal-ai/fl|ux/schnell\"" + rest;
      Position model = EditorClient.bar(text);
      client.open(EditorClient.REQUESTS, "json", text.replace("|", ""));
      assertThat(client.hover(EditorClient.REQUESTS, model).getContents().getRight().getValue())
          .contains("`fal-ai/flux/schnell`");
      assertThat(client.definition(EditorClient.REQUESTS, model)).hasSize(1);
    }
  }

  @Test
  void aModelInsideAListIsAParameterAndNotTheTasksModel() {
    String text =
        """
        {"taskType": "imageInference", "model": "runware:101@1", "lora": [{"model": "a:b|@1"}]}
        """;
    Position nested = EditorClient.bar(text);
    client.open(EditorClient.REQUESTS, "json", text.replace("|", ""));
    assertThat(client.hover(EditorClient.REQUESTS, nested).getContents().getRight().getValue())
        .startsWith("**lora[].model**");
    assertThat(client.definition(EditorClient.REQUESTS, nested))
        .singleElement()
        .satisfies(place -> assertThat(line(place)).startsWith("model:"));
  }

  /** A line of a file from a place on. */
  private static String line(Location place) {
    Position start = place.getRange().getStart();
    try {
      return Files.readAllLines(Path.of(URI.create(place.getUri())))
          .get(start.getLine())
          .substring(start.getCharacter());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
