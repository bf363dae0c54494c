package dev.callsheet.cli.lsp;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.lsp4j.ApplyWorkspaceEditParams;
import org.eclipse.lsp4j.ApplyWorkspaceEditResponse;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.jspecify.annotations.Nullable;

/** A client of a server in this process, over streams as between two processes. */
final class EditorClient implements LanguageClient, AutoCloseable {
  static final String REQUESTS = "file:///work/requests/edit.json";

  /** An edit of a video, which excludes its `duration`. */
  static final String EDIT =
      """
      {
        "taskType": "videoInference",
        "taskUUID": "0b1c9a1e-6c5f-4d3e-9a58-2d1f0c3b4a59",
        "model": "klingai:kling-video@o3-pro",
        "positivePrompt": "Make it snow",
        "duration": 8,
        "inputs": {"video": "https://example.com/a.mp4"}
      }
      """;

  private static final long SECONDS = 60;

  private final PipedOutputStream toServer = new PipedOutputStream();
  private final CompletableFuture<Integer> status = new CompletableFuture<>();
  private final BlockingQueue<PublishDiagnosticsParams> published = new LinkedBlockingQueue<>();
  private final BlockingQueue<ApplyWorkspaceEditParams> edits = new LinkedBlockingQueue<>();
  private final BlockingQueue<MessageParams> messages = new LinkedBlockingQueue<>();
  private final LanguageServer server;
  private volatile boolean makesEdits = true;
  private @Nullable InitializeResult agreed;

  EditorClient(Consumer<InitializeParams> settings, Path... directories) throws IOException {
    this(List.of(directories));
    InitializeParams asked = new InitializeParams();
    asked.setCapabilities(new ClientCapabilities());
    settings.accept(asked);
    agreed = get(server.initialize(asked));
    server.initialized(new InitializedParams());
  }

  private EditorClient(List<Path> specs) throws IOException {
    PipedInputStream serverIn = new PipedInputStream(toServer, 1 << 16);
    PipedInputStream clientIn = new PipedInputStream(1 << 16);
    PipedOutputStream serverOut = new PipedOutputStream(clientIn);
    Thread serving =
        new Thread(
            () -> status.complete(LanguageServerProcess.serve(specs, "test", serverIn, serverOut)));
    serving.setDaemon(true);
    serving.start();
    Launcher<LanguageServer> launcher =
        new Launcher.Builder<LanguageServer>()
            .setLocalService(this)
            .setRemoteInterface(LanguageServer.class)
            .setInput(clientIn)
            .setOutput(toServer)
            .create();
    var unused = launcher.startListening();
    server = launcher.getRemoteProxy();
  }

  EditorClient(Path... directories) throws IOException {
    this(asked -> {}, directories);
  }

  /** A client that has said nothing yet. */
  static EditorClient silent() throws IOException {
    return new EditorClient(List.of());
  }

  /** The code of the error that a request is answered with. */
  static int error(CompletableFuture<?> refused) {
    try {
      get(refused);
    } catch (CompletionException e) {
      if (e.getCause() instanceof ResponseErrorException answer) {
        return answer.getResponseError().getCode();
      }
      throw e;
    }
    throw new AssertionError("no error");
  }

  static <T> T get(CompletableFuture<T> future) {
    return future.orTimeout(SECONDS, TimeUnit.SECONDS).join();
  }

  private static <T> T take(BlockingQueue<T> queue) throws InterruptedException {
    T next = queue.poll(SECONDS, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("nothing came within " + SECONDS + " s");
    }
    return next;
  }

  InitializeResult agreed() {
    return Objects.requireNonNull(agreed);
  }

  LanguageServer server() {
    return server;
  }

  /** The stream to the server, past the library that writes whole messages only. */
  OutputStream toServer() {
    return toServer;
  }

  /** The exit status of the server, once it has ended. */
  int status() {
    return get(status);
  }

  /** Ends the stream to the server, as the death of a client does; returns the exit status. */
  int die() throws IOException {
    toServer.close();
    return get(status);
  }

  /** Says that it is the end, as a client does; returns the exit status. */
  int quit() {
    get(server.shutdown());
    server.exit();
    return get(status);
  }

  void open(String uri, String language, String text) {
    server
        .getTextDocumentService()
        .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, language, 1, text)));
  }

  void change(String uri, int version, @Nullable Range range, String text) {
    server
        .getTextDocumentService()
        .didChange(
            new DidChangeTextDocumentParams(
                new VersionedTextDocumentIdentifier(uri, version),
                List.of(new TextDocumentContentChangeEvent(range, text))));
  }

  /** What was published about a version of a document. */
  List<Diagnostic> diagnostics(String uri, int version) throws InterruptedException {
    while (true) {
      PublishDiagnosticsParams next = take(published);
      if (next.getUri().equals(uri) && Integer.valueOf(version).equals(next.getVersion())) {
        return next.getDiagnostics();
      }
    }
  }

  ApplyWorkspaceEditParams edit() throws InterruptedException {
    return take(edits);
  }

  MessageParams message() throws InterruptedException {
    return take(messages);
  }

  List<CompletionItem> complete(String uri, Position position) {
    return get(server
            .getTextDocumentService()
            .completion(new CompletionParams(new TextDocumentIdentifier(uri), position)))
        .getLeft();
  }

  /** What is offered where a text has a bar. */
  List<CompletionItem> completeAtBar(String uri, String language, String text) {
    open(uri, language, text.replace("|", ""));
    return complete(uri, bar(text));
  }

  /** What is offered, without quotes. */
  static List<String> labels(List<CompletionItem> items) {
    return items.stream().map(item -> item.getLabel().replace("\"", "")).toList();
  }

  /** The position of the bar in a text. */
  static Position bar(String text) {
    String before = text.substring(0, text.indexOf('|'));
    int line = (int) before.chars().filter(c -> c == '\n').count();
    return new Position(line, before.length() - before.lastIndexOf('\n') - 1);
  }

  /** A text after edits, which do not overlap and are on positions of UTF-16. */
  static String applied(String text, List<TextEdit> edits) {
    StringBuilder changed = new StringBuilder(text);
    edits.stream()
        .sorted(
            Comparator.comparingInt((TextEdit edit) -> offset(text, edit.getRange().getStart()))
                .reversed())
        .forEach(
            edit ->
                changed.replace(
                    offset(text, edit.getRange().getStart()),
                    offset(text, edit.getRange().getEnd()),
                    edit.getNewText()));
    return changed.toString();
  }

  /** A text after an edit of its document alone. */
  static String applied(String text, WorkspaceEdit edit) {
    return applied(text, edits(edit));
  }

  private static List<TextEdit> edits(WorkspaceEdit edit) {
    return edit.getDocumentChanges() == null
        ? edit.getChanges().values().stream().flatMap(List::stream).toList()
        : edit.getDocumentChanges().stream()
            .flatMap(each -> each.getLeft().getEdits().stream())
            .map(Either::getLeft)
            .toList();
  }

  private static int offset(String text, Position position) {
    int offset = 0;
    for (int line = 0; line < position.getLine(); line++) {
      offset = text.indexOf('\n', offset) + 1;
    }
    return offset + position.getCharacter();
  }

  Hover hover(String uri, Position position) {
    return get(
        server
            .getTextDocumentService()
            .hover(new HoverParams(new TextDocumentIdentifier(uri), position)));
  }

  List<? extends Location> definition(String uri, Position position) {
    return get(server
            .getTextDocumentService()
            .definition(new DefinitionParams(new TextDocumentIdentifier(uri), position)))
        .getLeft();
  }

  List<CodeAction> actions(String uri, Range range) {
    List<CodeAction> found = new ArrayList<>();
    get(server
            .getTextDocumentService()
            .codeAction(
                new CodeActionParams(
                    new TextDocumentIdentifier(uri), range, new CodeActionContext(List.of()))))
        .forEach(each -> found.add(each.getRight()));
    return found;
  }

  @Override
  public void telemetryEvent(Object object) {}

  @Override
  public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {
    published.add(diagnostics);
  }

  /** From now on, edits are not made. */
  void refuseEdits() {
    makesEdits = false;
  }

  /** The edits that are there, without waiting for any. */
  List<ApplyWorkspaceEditParams> editsSoFar() {
    return List.copyOf(edits);
  }

  @Override
  public CompletableFuture<ApplyWorkspaceEditResponse> applyEdit(ApplyWorkspaceEditParams params) {
    edits.add(params);
    return CompletableFuture.completedFuture(new ApplyWorkspaceEditResponse(makesEdits));
  }

  @Override
  public void showMessage(MessageParams message) {
    messages.add(message);
  }

  @Override
  public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams asked) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void logMessage(MessageParams message) {
    messages.add(message);
  }

  @Override
  public void close() throws IOException {
    toServer.close();
  }
}
