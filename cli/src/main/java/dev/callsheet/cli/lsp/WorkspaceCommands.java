package dev.callsheet.cli.lsp;

import com.google.gson.JsonPrimitive;
import dev.callsheet.cli.lsp.request.RequestActions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.WorkspaceService;

/** The commands of the server, which change documents through the client. */
final class WorkspaceCommands implements WorkspaceService {
  private final DocumentService documents;

  WorkspaceCommands(DocumentService documents) {
    this.documents = documents;
  }

  @Override
  public CompletableFuture<Object> executeCommand(ExecuteCommandParams asked) {
    List<Object> arguments = asked.getArguments() == null ? List.of() : asked.getArguments();
    return asked.getCommand().equals(RequestActions.REPAIR_ALL)
            && arguments.size() == 1
            && arguments.get(0) instanceof JsonPrimitive uri
        ? documents.repairAll(uri.getAsString())
        : DocumentService.refused(
            ResponseErrorCode.InvalidParams,
            "The only command is " + RequestActions.REPAIR_ALL + ", with the URI of a document.");
  }

  @Override
  public void didChangeConfiguration(DidChangeConfigurationParams params) {} // there is none

  @Override
  public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
    documents.readSpecsAgain();
  }
}
