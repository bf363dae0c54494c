package dev.callsheet.cli.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.callsheet.cli.lsp.request.RequestActions;
import dev.callsheet.spec.parser.SpecException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.ExecuteCommandOptions;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.SaveOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageClientAware;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.jspecify.annotations.Nullable;

/** The server as the protocol knows it: what it can do, and its beginning and end. */
final class CallsheetLanguageServer implements LanguageServer, LanguageClientAware {
  private static final String SPEC_OPTION = "spec";

  private final DocumentService documents;
  private final WorkspaceCommands commands;
  private final CompletableFuture<Integer> exitStatus = new CompletableFuture<>();
  private final List<Path> directories;
  private final String version;
  private @Nullable String problem;
  private boolean isShutDown;

  /**
   * A server that has no client yet.
   *
   * @param directories of specs besides the bundled ones
   * @param version of this program
   */
  CallsheetLanguageServer(List<Path> directories, String version) {
    this.directories = List.copyOf(directories);
    this.documents = new DocumentService(ClientSession.initial());
    this.commands = new WorkspaceCommands(documents);
    this.version = version;
  }

  @Override
  public void connect(LanguageClient client) {
    documents.connect(client);
  }

  /** Completed with the exit status when the client says that it is the end, or has died. */
  CompletableFuture<Integer> exitStatus() {
    return exitStatus;
  }

  @Override
  public CompletableFuture<InitializeResult> initialize(InitializeParams asked) {
    Integer parent = asked.getProcessId();
    if (parent != null) {
      var unused =
          ProcessHandle.of(parent)
              .map(ProcessHandle::onExit)
              .orElse(CompletableFuture.completedFuture(null)) // has ended already
              .thenRun(() -> exitStatus.complete(1));
    }
    ClientSession session = documents.session().with(asked.getCapabilities());
    List<Path> all = new ArrayList<>(directories);
    all.addAll(directories(asked));
    if (!all.isEmpty()) {
      try {
        session = session.withSpecs(all);
      } catch (SpecException wrong) {
        session = session.withDirectories(all); // to be read again when one of them is saved
        problem = "Only the bundled models are known: " + wrong.getMessage();
      }
    }
    documents.begin(session);
    InitializeResult result = new InitializeResult(capabilities(session));
    result.setServerInfo(new ServerInfo("callsheet", version));
    return CompletableFuture.completedFuture(result);
  }

  @Override
  public void initialized(InitializedParams params) {
    String message = problem;
    if (message != null) {
      documents.client().showMessage(new MessageParams(MessageType.Error, message));
    }
  }

  private static ServerCapabilities capabilities(ClientSession session) {
    TextDocumentSyncOptions sync = new TextDocumentSyncOptions();
    sync.setOpenClose(true);
    sync.setChange(TextDocumentSyncKind.Incremental);
    sync.setSave(new SaveOptions(false));
    ServerCapabilities can = new ServerCapabilities();
    can.setPositionEncoding(session.unit().id());
    can.setTextDocumentSync(sync);
    can.setHoverProvider(true);
    can.setDefinitionProvider(true);
    can.setDocumentSymbolProvider(true);
    can.setCompletionProvider(new CompletionOptions(false, List.of("\"")));
    CodeActionOptions actions =
        new CodeActionOptions(List.of(CodeActionKind.QuickFix, RequestActions.FIX_ALL));
    actions.setResolveProvider(session.edits().isLazy());
    can.setCodeActionProvider(actions);
    can.setExecuteCommandProvider(new ExecuteCommandOptions(List.of(RequestActions.REPAIR_ALL)));
    return can;
  }

  /** The client's own directories of specs: {@code {"spec": ["specs"]}}. */
  private static List<Path> directories(InitializeParams asked) {
    if (!(asked.getInitializationOptions() instanceof JsonObject options)
        || !(options.get(SPEC_OPTION) instanceof JsonArray names)) {
      return List.of();
    }
    Path root = root(asked).orElse(Path.of(""));
    List<Path> found = new ArrayList<>();
    for (JsonElement name : names) {
      if (name.isJsonPrimitive()) {
        found.add(root.resolve(name.getAsString()));
      }
    }
    return found;
  }

  /** The first folder; of a client from before there were several, its only one. */
  @SuppressWarnings("deprecation")
  private static Optional<Path> root(InitializeParams asked) {
    List<WorkspaceFolder> folders = asked.getWorkspaceFolders();
    String root =
        folders == null || folders.isEmpty() ? asked.getRootUri() : folders.get(0).getUri();
    if (root == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(URI.create(root)));
    } catch (IllegalArgumentException | FileSystemNotFoundException noFolder) {
      return Optional.empty();
    }
  }

  @Override
  public CompletableFuture<Object> shutdown() {
    isShutDown = true;
    documents.end();
    return CompletableFuture.completedFuture(new Object());
  }

  @Override
  public void exit() {
    exitStatus.complete(isShutDown ? 0 : 1);
  }

  @Override
  public TextDocumentService getTextDocumentService() {
    return documents;
  }

  @Override
  public WorkspaceService getWorkspaceService() {
    return commands;
  }
}
