package dev.callsheet.cli.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.lsp.request.RequestActions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionCapabilities;
import org.eclipse.lsp4j.CodeActionResolveSupportCapabilities;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.WorkspaceEditCapabilities;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How request files are mended, through the protocol. */
class RequestRepairTest {
  private static final String MISSPELT =
      "[" + EditorClient.EDIT.replace("\"duration\": 8,", "\"numberResult\": 2,") + "]";
  private static final String MENDED = MISSPELT.replace("numberResult", "numberResults");
  private static final Range START = new Range(new Position(0, 0), new Position(0, 0));

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
  void aRepairIsACodeActionThatLeavesTheRestAsItIs() throws Exception {
    client.open(EditorClient.REQUESTS, "json", EditorClient.EDIT);
    Diagnostic finding = client.diagnostics(EditorClient.REQUESTS, 1).get(0);
    CodeAction repair =
        client.actions(EditorClient.REQUESTS, finding.getRange()).stream()
            .filter(action -> action.getTitle().equals("Remove `duration`"))
            .findFirst()
            .orElseThrow();
    assertThat(repair.getDiagnostics()).containsExactly(finding);
    assertThat(EditorClient.applied(EditorClient.EDIT, repair.getEdit()))
        .isEqualTo(EditorClient.EDIT.replace("  \"duration\": 8,\n", ""));
    assertThat(
            client.actions(
                EditorClient.REQUESTS, new Range(new Position(1, 0), new Position(1, 1))))
        .allSatisfy(action -> assertThat(action.getKind()).isEqualTo(RequestActions.FIX_ALL));
  }

  @Test
  void allUnambiguousRepairsAreMadeBeforeTheCommandIsAnswered() {
    client.open(EditorClient.REQUESTS, "json", MISSPELT);
    EditorClient.get(repairAll(RequestActions.REPAIR_ALL, EditorClient.REQUESTS));
    assertThat(client.editsSoFar())
        .singleElement()
        .satisfies(
            made -> assertThat(EditorClient.applied(MISSPELT, made.getEdit())).isEqualTo(MENDED));
  }

  @Test
  void aCommandThatCannotBeFollowedIsNoSuccess() {
    int invalid = ResponseErrorCode.InvalidParams.getValue();
    client.open(EditorClient.REQUESTS, "json", MISSPELT);
    assertThat(EditorClient.error(repairAll("callsheet.other", EditorClient.REQUESTS)))
        .isEqualTo(invalid);
    assertThat(EditorClient.error(repairAll(RequestActions.REPAIR_ALL, "file:///never.json")))
        .isEqualTo(invalid);
    client.refuseEdits();
    assertThat(EditorClient.error(repairAll(RequestActions.REPAIR_ALL, EditorClient.REQUESTS)))
        .isEqualTo(ResponseErrorCode.RequestFailed.getValue());
    client
        .server()
        .getTextDocumentService()
        .didClose(
            new DidCloseTextDocumentParams(new TextDocumentIdentifier(EditorClient.REQUESTS)));
    assertThat(EditorClient.error(repairAll(RequestActions.REPAIR_ALL, EditorClient.REQUESTS)))
        .isEqualTo(invalid);
  }

  @Test
  void anEditIsForTheVersionThatWasValidated() throws Exception {
    try (EditorClient able = new EditorClient(RequestRepairTest::askVersionsAndLazyEdits)) {
      able.open(EditorClient.REQUESTS, "json", "");
      able.change(EditorClient.REQUESTS, 7, null, MISSPELT);
      Diagnostic finding = able.diagnostics(EditorClient.REQUESTS, 7).get(0);
      CodeAction repair = able.actions(EditorClient.REQUESTS, finding.getRange()).get(0);
      assertThat(version(repair.getEdit()))
          .isEqualTo(new VersionedTextDocumentIdentifier(EditorClient.REQUESTS, 7));
      EditorClient.get(
          able.server()
              .getWorkspaceService()
              .executeCommand(
                  new ExecuteCommandParams(
                      RequestActions.REPAIR_ALL, List.of(EditorClient.REQUESTS))));
      assertThat(version(able.edit().getEdit()).getVersion()).isEqualTo(7);
    }
  }

  /** As an editor does that makes {@code source.fixAll} when a file is saved. */
  @Test
  void theActionOfAllRepairsHasItsEditOnceItIsChosen() throws Exception {
    try (EditorClient able = new EditorClient(RequestRepairTest::askVersionsAndLazyEdits)) {
      able.open(EditorClient.REQUESTS, "json", MISSPELT);
      CodeAction all = able.actions(EditorClient.REQUESTS, START).get(0);
      assertThat(all.getKind()).isEqualTo(RequestActions.FIX_ALL);
      assertThat(all.getEdit()).isNull();
      assertThat(all.getCommand()).isNull();
      CodeAction chosen =
          EditorClient.get(able.server().getTextDocumentService().resolveCodeAction(all));
      assertThat(EditorClient.applied(MISSPELT, chosen.getEdit())).isEqualTo(MENDED);
    }
  }

  private CompletableFuture<Object> repairAll(String command, String uri) {
    return client
        .server()
        .getWorkspaceService()
        .executeCommand(new ExecuteCommandParams(command, List.of(uri)));
  }

  private static VersionedTextDocumentIdentifier version(WorkspaceEdit edit) {
    return edit.getDocumentChanges().get(0).getLeft().getTextDocument();
  }

  private static void askVersionsAndLazyEdits(InitializeParams asked) {
    WorkspaceEditCapabilities edits = new WorkspaceEditCapabilities();
    edits.setDocumentChanges(true);
    WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
    workspace.setWorkspaceEdit(edits);
    CodeActionCapabilities actions = new CodeActionCapabilities();
    actions.setDataSupport(true);
    actions.setResolveSupport(new CodeActionResolveSupportCapabilities(List.of("edit")));
    TextDocumentClientCapabilities documents = new TextDocumentClientCapabilities();
    documents.setCodeAction(actions);
    ClientCapabilities can = new ClientCapabilities();
    can.setWorkspace(workspace);
    can.setTextDocument(documents);
    asked.setCapabilities(can);
  }
}
