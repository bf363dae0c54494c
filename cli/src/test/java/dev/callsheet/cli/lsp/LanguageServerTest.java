package dev.callsheet.cli.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.GeneralClientCapabilities;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Request files through the protocol. */
class LanguageServerTest {
  private static final String URI = EditorClient.REQUESTS;
  private static final String EDIT = EditorClient.EDIT;

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
  void findingsComeWithTheirPlaceTheirRuleAndWhatElseTakesPart() throws Exception {
    client.open(URI, "json", EDIT);
    List<Diagnostic> found = client.diagnostics(URI, 1);
    assertThat(found).hasSize(1);
    Diagnostic finding = found.get(0);
    assertThat(finding.getCode().getLeft()).isEqualTo("video-sets-duration");
    assertThat(finding.getRange()).isEqualTo(new Range(new Position(5, 2), new Position(5, 12)));
    assertThat(finding.getRelatedInformation().get(0).getMessage()).isEqualTo("inputs.video");
    assertThat(finding.getRelatedInformation().get(0).getLocation().getRange().getStart())
        .isEqualTo(new Position(6, 13));
    assertThat(finding.getCodeDescription().getHref()).startsWith("https://runware.ai/");
  }

  @Test
  void aChangeIsLintedAgainUnderItsVersion() throws Exception {
    client.open(URI, "json", EDIT);
    assertThat(client.diagnostics(URI, 1)).hasSize(1);
    client.change(URI, 2, new Range(new Position(5, 0), new Position(6, 0)), "");
    assertThat(client.diagnostics(URI, 2)).isEmpty();
    client.change(URI, 3, new Range(new Position(2, 0), new Position(2, 0)), "\"seed\": 1,");
    assertThat(client.diagnostics(URI, 3))
        .extracting(finding -> finding.getCode().getLeft())
        .containsExactly("unknown-parameter");
    client.change(URI, 4, null, "{\"model\": \"klingai:kling-video@o3-pro\",");
    assertThat(client.diagnostics(URI, 4))
        .extracting(finding -> finding.getCode().getLeft())
        .containsExactly("malformed-json");
  }

  @Test
  void linesAreRequestsOfTheirOwn() throws Exception {
    String line = EDIT.replace("\n", "").replace("  ", " ");
    String uri = "file:///work/many.jsonl";
    client.open(uri, "jsonl", line.replace("\"duration\": 8,", "") + "\n" + line + "\n{");
    assertThat(client.diagnostics(uri, 1))
        .extracting(finding -> finding.getRange().getStart().getLine())
        .contains(1, 2)
        .doesNotContain(0);
    assertThat(
            client
                .server()
                .getTextDocumentService()
                .documentSymbol(new DocumentSymbolParams(new TextDocumentIdentifier(uri)))
                .join())
        .hasSize(3)
        .first()
        .satisfies(
            symbol ->
                assertThat(symbol.getRight().getName()).isEqualTo("klingai:kling-video@o3-pro"));
  }

  @Test
  void otherJsonIsLeftAlone() throws Exception {
    client.open("file:///work/package.json", "json", "{\"name\": \"x\", \"version\": \"1\"}");
    assertThat(client.diagnostics("file:///work/package.json", 1)).isEmpty();
    assertThat(client.complete("file:///work/package.json", new Position(0, 12))).isEmpty();
  }

  @Test
  void columnsAreCountedAsAgreedWithTheClient() throws Exception {
    String text = EDIT.replace("\n", "").replace("Make it snow", "\uD83D\uDE00é");
    int utf16 = text.indexOf("\"duration\"");
    for (var expected :
        Map.of("utf-8", utf16 + 3, "utf-16", utf16, "utf-32", utf16 - 1, "x", utf16).entrySet()) {
      try (EditorClient other =
          new EditorClient(
              asked -> {
                GeneralClientCapabilities general = new GeneralClientCapabilities();
                general.setPositionEncodings(List.of(expected.getKey()));
                ClientCapabilities can = new ClientCapabilities();
                can.setGeneral(general);
                asked.setCapabilities(can);
              })) {
        assertThat(other.agreed().getCapabilities().getPositionEncoding())
            .isEqualTo(expected.getKey().equals("x") ? "utf-16" : expected.getKey());
        other.open(URI, "json", text);
        assertThat(other.diagnostics(URI, 1).get(0).getRange().getStart())
            .isEqualTo(new Position(0, expected.getValue()));
        assertThat(other.hover(URI, new Position(0, expected.getValue() + 1))).isNotNull();
      }
    }
  }

  @Test
  void untitledAndForeignNamesAreServedToo() throws Exception {
    for (String uri :
        List.of("untitled:Untitled-1", "file:///c%3A/Users/a%20b/x.json", "not a uri", "x:%zz")) {
      client.open(uri, "json", EDIT);
      assertThat(client.diagnostics(uri, 1)).hasSize(1);
    }
  }

  @Test
  void nonsenseEndsNothing() throws Exception {
    for (String message :
        List.of("{", "[]", "null", "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"x\"}", "\u0000")) {
      client
          .toServer()
          .write(
              ("Content-Length: " + message.length() + "\r\n\r\n" + message)
                  .getBytes(StandardCharsets.UTF_8));
      client.toServer().flush();
    }
    client.change("file:///never/opened.json", 7, null, "{}");
    client.open(URI, "json", EDIT);
    client.change(URI, 2, new Range(new Position(-4, -1), new Position(99, 99)), "]]}");
    assertThat(client.diagnostics(URI, 2)).isEmpty(); // no request is left in it
    assertThat(client.complete(URI, new Position(5, 5))).isEmpty();
    assertThat(client.hover(URI, new Position(5, 5))).isNull();
    assertThat(client.quit()).isZero();
  }

  @Test
  void aDeepOrHugeDocumentIsSurvived() throws Exception {
    client.open(URI, "json", "{\"model\":" + "[".repeat(100_000));
    assertThat(client.diagnostics(URI, 1)).isNotEmpty();
    assertThat(client.complete(URI, new Position(0, 50_000))).isEmpty();
    client.open("file:///huge.json", "json", "[\"" + "x".repeat(17 << 20) + "\"]");
    assertThat(client.diagnostics("file:///huge.json", 1).get(0).getMessage().getLeft())
        .contains("too large");
  }

  @Test
  void aQuestionIsAnsweredFromTheTextThatItWasAskedOf() throws Exception {
    String large = "file:///work/requests/large.json";
    client.open(large, "json", thousandRequests());
    client.open(URI, "json", EDIT);
    var first =
        client
            .server()
            .getTextDocumentService()
            .definition(
                new DefinitionParams(new TextDocumentIdentifier(large), new Position(5, 5)));
    var asked =
        client
            .server()
            .getTextDocumentService()
            .hover(new HoverParams(new TextDocumentIdentifier(URI), new Position(5, 5)));
    client.change(URI, 2, null, "{}"); // while the first answer is worked out
    assertThat(EditorClient.get(asked).getContents().getRight().getValue()).contains("duration");
    assertThat(EditorClient.get(first).getLeft()).isNotEmpty();
  }

  @Test
  void aThousandRequestsAreAnsweredAbout() throws Exception {
    client.open(URI, "json", thousandRequests());
    assertThat(client.diagnostics(URI, 1)).hasSize(100);
    client.change(URI, 2, new Range(new Position(1, 0), new Position(1, 0)), " ");
    assertThat(client.diagnostics(URI, 2)).hasSize(100);
    assertThat(client.complete(URI, new Position(4500, 2))).isNotEmpty();
  }

  private static String thousandRequests() {
    String valid = EDIT.replace("  \"duration\": 8,\n", "");
    return IntStream.range(0, 1000)
        .mapToObj(
            i -> (i % 10 == 0 ? EDIT : valid).replace("0b1c9a1e", "%08x".formatted(i)).strip())
        .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
  }
}
