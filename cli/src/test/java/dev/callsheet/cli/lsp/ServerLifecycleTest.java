package dev.callsheet.cli.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server from its beginning to its end, and the specs that it reads. */
class ServerLifecycleTest {
  private static final String URI = EditorClient.REQUESTS;
  private static final String WRONG = "{\"model\": \"own:still@1\", \"steps\": 12}";
  private static final String SPEC =
      """
        callsheet: 1
        model: {id: "own:still@1", name: Still, status: live, documentation: "https://example.com"}
        parameters:
          model: {const: "own:still@1", description: The model.}
          steps: {type: integer, maximum: 9, description: How many.}
        required: [model]
        response:
          properties:
            imageURL: {type: string, media: image, description: The image.}
        """;

  @TempDir private Path directory;
  private Path specs;
  private Path still;

  @BeforeEach
  void writeSpec() throws IOException {
    specs = Files.createDirectory(directory.resolve("specs"));
    still = Files.writeString(specs.resolve("still.yaml"), SPEC);
  }

  @Test
  void theServerEndsWithItsClient() throws Exception {
    try (EditorClient dying = new EditorClient()) {
      assertThat(dying.die()).isEqualTo(1);
    }
    try (EditorClient orderly = new EditorClient()) {
      assertThat(orderly.quit()).isZero();
    }
    try (EditorClient ended = new EditorClient(asked -> asked.setProcessId(Integer.MAX_VALUE))) {
      assertThat(ended.status()).isEqualTo(1);
    }
  }

  @Test
  void nothingIsAnsweredBeforeTheBeginningNorAfterTheEnd() throws Exception {
    HoverParams hover = new HoverParams(new TextDocumentIdentifier(URI), new Position(0, 0));
    int invalid = ResponseErrorCode.InvalidRequest.getValue();
    try (EditorClient client = EditorClient.silent()) {
      assertThat(EditorClient.error(client.server().getTextDocumentService().hover(hover)))
          .isEqualTo(ResponseErrorCode.ServerNotInitialized.getValue());
      InitializeParams beginning = new InitializeParams();
      beginning.setCapabilities(new ClientCapabilities());
      EditorClient.get(client.server().initialize(beginning));
      assertThat(EditorClient.error(client.server().initialize(beginning))).isEqualTo(invalid);
      EditorClient.get(client.server().shutdown());
      assertThat(EditorClient.error(client.server().getTextDocumentService().hover(hover)))
          .isEqualTo(invalid);
      assertThat(EditorClient.error(client.server().shutdown())).isEqualTo(invalid);
      client.open(URI, "json", EditorClient.EDIT); // is not looked at any more
      client.server().exit();
      assertThat(client.status()).isZero();
    }
  }

  @Test
  @SuppressWarnings("deprecation")
  void specsOfTheClientsOwnAreReadAndReadAgainWhenOneIsSaved() throws Exception {
    String root = directory.toUri().toString();
    List<Consumer<InitializeParams>> ways =
        List.of(
            asked -> asked.setWorkspaceFolders(List.of(new WorkspaceFolder(root, "x"))),
            asked -> asked.setRootUri(root));
    for (Consumer<InitializeParams> way : ways) {
      Files.writeString(still, SPEC);
      try (EditorClient own = new EditorClient(way.andThen(this::askForSpecs))) {
        own.open(URI, "json", WRONG);
        assertThat(own.diagnostics(URI, 1)).hasSize(1);
        own.open(still.toUri().toString(), "yaml", SPEC);
        Files.writeString(still, SPEC.replace("9", "20"));
        save(own);
        assertThat(own.diagnostics(URI, 1)).isEmpty();
      }
    }
  }

  @Test
  void specsThatAreBrokenAtFirstAreReadOnceTheyAreMended() throws Exception {
    Files.writeString(still, SPEC.replace("model: {id", "modle: {id"));
    try (EditorClient own = new EditorClient(specs)) {
      assertThat(own.message())
          .satisfies(
              said -> {
                assertThat(said.getType()).isEqualTo(MessageType.Error);
                assertThat(said.getMessage()).contains("bundled", "still.yaml");
              });
      own.open(still.toUri().toString(), "yaml", SPEC);
      own.open(URI, "json", WRONG);
      assertThat(own.diagnostics(URI, 1))
          .extracting(found -> found.getCode().getLeft())
          .containsExactly("unknown-model");
      Files.writeString(still, SPEC);
      save(own);
      assertThat(own.diagnostics(URI, 1))
          .singleElement()
          .satisfies(found -> assertThat(found.getMessage().getLeft()).contains("steps"));
    }
  }

  @Test
  void aDirectoryThatIsMissingIsSaidInTheEditorAndTheBundledSpecsCount() throws Exception {
    try (EditorClient own = new EditorClient(directory.resolve("missing"))) {
      assertThat(own.message().getMessage()).contains("bundled", "missing");
      own.open(URI, "json", EditorClient.EDIT);
      assertThat(own.diagnostics(URI, 1)).hasSize(1);
    }
  }

  private void askForSpecs(InitializeParams asked) {
    JsonArray names = new JsonArray();
    names.add("specs");
    JsonObject options = new JsonObject();
    options.add("spec", names);
    asked.setInitializationOptions(options);
  }

  private void save(EditorClient client) {
    client
        .server()
        .getTextDocumentService()
        .didSave(
            new DidSaveTextDocumentParams(new TextDocumentIdentifier(still.toUri().toString())));
  }
}
