package dev.callsheet.cli.lsp;

import com.google.gson.JsonPrimitive;
import dev.callsheet.cli.lsp.request.RequestActions;
import dev.callsheet.cli.lsp.request.RequestCompletion;
import dev.callsheet.cli.lsp.request.RequestDefinition;
import dev.callsheet.cli.lsp.request.RequestDiagnostics;
import dev.callsheet.cli.lsp.request.RequestFile;
import dev.callsheet.cli.lsp.request.RequestHover;
import dev.callsheet.cli.lsp.request.RequestSymbols;
import dev.callsheet.cli.lsp.spec.SpecFile;
import dev.callsheet.cli.lsp.spec.SpecLanguage;
import dev.callsheet.cli.lsp.text.DocumentText;
import dev.callsheet.spec.parser.SpecException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.eclipse.lsp4j.ApplyWorkspaceEditParams;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentPositionParams;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.CompletableFutures;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.jspecify.annotations.Nullable;

/** What is done with the documents that a client has open. */
final class DocumentService implements TextDocumentService {
  private final Map<String, OpenDocument> open = new ConcurrentHashMap<>();
  private final DocumentDiagnostics diagnostics = new DocumentDiagnostics(this::client);
  private final ExecutorService answers =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "callsheet-lsp-answers");
            thread.setDaemon(true);
            return thread;
          });
  private volatile ClientSession session;
  private volatile @Nullable LanguageClient client;
  private volatile @Nullable SpecLanguage language;

  DocumentService(ClientSession session) {
    this.session = session;
  }

  void connect(LanguageClient connected) {
    client = connected;
  }

  LanguageClient client() {
    return Objects.requireNonNull(client, "connected before anything comes in");
  }

  ClientSession session() {
    return session;
  }

  void begin(ClientSession agreed) {
    session = agreed;
    answers.execute(agreed.specs()::prepare);
  }

  void end() {
    diagnostics.close();
    answers.shutdown();
  }

  @Override
  public void didOpen(DidOpenTextDocumentParams opened) {
    DocumentText text = new DocumentText(opened.getTextDocument().getText(), session.unit());
    OpenDocument document = new OpenDocument(opened.getTextDocument(), text);
    open.put(document.uri(), document);
    diagnostics.validate(document, session);
  }

  @Override
  public void didChange(DidChangeTextDocumentParams changed) {
    OpenDocument document = open.get(changed.getTextDocument().getUri());
    if (document != null) {
      Integer version = changed.getTextDocument().getVersion();
      document.change(version == null ? 0 : version, changed.getContentChanges());
      diagnostics.validate(document, session);
    }
  }

  @Override
  public void didClose(DidCloseTextDocumentParams closed) {
    OpenDocument document = open.remove(closed.getTextDocument().getUri());
    if (document != null) {
      diagnostics.forget(document);
    }
  }

  @Override
  public void didSave(DidSaveTextDocumentParams saved) {
    OpenDocument document = open.get(saved.getTextDocument().getUri());
    if (document != null && document.kind() == OpenDocument.Kind.SPEC) {
      readSpecsAgain();
    }
  }

  /** Reads the client's specs again, and validates what is open by them. */
  void readSpecsAgain() {
    ClientSession before = session;
    if (before.directories().isEmpty()) {
      return;
    }
    try {
      ClientSession read = before.withSpecs(before.directories());
      session = read;
      open.values().forEach(document -> diagnostics.validate(document, read));
    } catch (SpecException wrong) {
      client()
          .logMessage(new MessageParams(MessageType.Warning, String.valueOf(wrong.getMessage())));
    }
  }

  @Override
  public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(
      CompletionParams asked) {
    return answer(
        asked.getTextDocument().getUri(),
        Either.forLeft(List.of()),
        version -> {
          ClientSession agreed = session;
          if (version.kind() == OpenDocument.Kind.SPEC) {
            SpecFile file = version.spec();
            return Either.forLeft(
                language()
                    .completion(file, offset(file.text(), asked), version.document().lastModel()));
          }
          RequestFile file = version.requests();
          return Either.forLeft(
              new RequestCompletion(agreed.specs(), agreed.hasSnippets())
                  .at(file, offset(file.text(), asked)));
        });
  }

  /** The protocol has null where there is nothing to show, which the library's types do not say. */
  @Override
  @SuppressWarnings("NullAway")
  public CompletableFuture<Hover> hover(HoverParams asked) {
    return answer(
        asked.getTextDocument().getUri(),
        null,
        version -> {
          if (version.kind() == OpenDocument.Kind.SPEC) {
            SpecFile file = version.spec();
            return language().hover(file, offset(file.text(), asked)).orElse(null);
          }
          RequestFile file = version.requests();
          return new RequestHover(session.specs())
              .at(file, offset(file.text(), asked))
              .orElse(null);
        });
  }

  @Override
  public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>>
      definition(DefinitionParams asked) {
    return answer(
        asked.getTextDocument().getUri(),
        Either.forLeft(List.of()),
        version -> Either.forLeft(places(version, asked)));
  }

  private List<Location> places(OpenDocument.Version version, DefinitionParams asked) {
    ClientSession agreed = session;
    if (version.kind() == OpenDocument.Kind.SPEC) {
      SpecFile file = version.spec();
      return language()
          .definition(file, offset(file.text(), asked), version.document().lastModel())
          .flatMap(place -> agreed.locations().find(place, file))
          .stream()
          .toList();
    }
    RequestDiagnostics linted = version.linted(agreed.specs());
    return new RequestDefinition(linted)
        .at(offset(linted.file().text(), asked)).stream()
            .flatMap(place -> agreed.locations().find(place).stream())
            .toList();
  }

  @Override
  public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams asked) {
    return answer(
        asked.getTextDocument().getUri(),
        List.of(),
        version -> {
          if (version.kind() != OpenDocument.Kind.REQUESTS) {
            return List.of();
          }
          List<String> only =
              asked.getContext() == null || asked.getContext().getOnly() == null
                  ? List.of()
                  : asked.getContext().getOnly();
          return actions(version).in(asked.getRange(), only).stream()
              .map(Either::<Command, CodeAction>forRight)
              .toList();
        });
  }

  @Override
  public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
      DocumentSymbolParams asked) {
    return answer(
        asked.getTextDocument().getUri(),
        List.of(),
        version ->
            version.kind() == OpenDocument.Kind.REQUESTS
                ? RequestSymbols.of(version.requests()).stream()
                    .map(Either::<SymbolInformation, DocumentSymbol>forRight)
                    .toList()
                : List.of());
  }

  /** The edit of an action that makes all unambiguous repairs; other actions have theirs. */
  @Override
  public CompletableFuture<CodeAction> resolveCodeAction(CodeAction asked) {
    return asked.getData() instanceof JsonPrimitive uri
        ? ofRequests(uri.getAsString())
            .thenCompose(version -> compute(version, each -> actions(each).repairAll()))
            .thenApply(
                edit -> {
                  asked.setEdit(edit.orElseGet(() -> new WorkspaceEdit(List.of())));
                  return asked;
                })
        : CompletableFuture.completedFuture(asked);
  }

  /** Has the client make all unambiguous repairs in a document; completed when it has. */
  CompletableFuture<Object> repairAll(String uri) {
    return ofRequests(uri)
        .thenCompose(
            version ->
                compute(version, each -> actions(each).repairAll())
                    .thenCompose(edit -> make(edit, version)));
  }

  private CompletableFuture<Object> make(
      Optional<WorkspaceEdit> edit, OpenDocument.Version version) {
    if (edit.isEmpty()) {
      String none = "No repair is unambiguous; each finding has its own.";
      client().showMessage(new MessageParams(MessageType.Info, none));
      return CompletableFuture.completedFuture(new Object());
    }
    if (!version.isCurrent()) { // a client without versions would make it all the same
      return refused(ResponseErrorCode.ContentModified, "The document was changed meanwhile.");
    }
    return client()
        .applyEdit(new ApplyWorkspaceEditParams(edit.get()))
        .thenCompose(
            answer ->
                answer.isApplied()
                    ? CompletableFuture.completedFuture(new Object())
                    : refused(
                        ResponseErrorCode.RequestFailed,
                        "The editor did not make the repairs: " + answer.getFailureReason()));
  }

  private RequestActions actions(OpenDocument.Version version) {
    return new RequestActions(version.linted(session.specs()), session.edits());
  }

  /** The request file that is open under a URI. */
  private CompletableFuture<OpenDocument.Version> ofRequests(String uri) {
    OpenDocument document = open.get(uri);
    OpenDocument.Version version = document == null ? null : document.version();
    return version == null || version.kind() != OpenDocument.Kind.REQUESTS || version.isTooLarge()
        ? refused(ResponseErrorCode.InvalidParams, "No request file is open as " + uri + ".")
        : CompletableFuture.completedFuture(version);
  }

  static <T> CompletableFuture<T> refused(ResponseErrorCode code, String message) {
    return CompletableFuture.failedFuture(
        new ResponseErrorException(new ResponseError(code, message, null)));
  }

  /** An answer about a document as it is now, worked out beside the reading of messages. */
  private <T extends @Nullable Object> CompletableFuture<T> answer(
      String uri, T unknown, Function<OpenDocument.Version, T> work) {
    OpenDocument document = open.get(uri);
    OpenDocument.Version version = document == null ? null : document.version();
    return version == null || version.kind() == OpenDocument.Kind.OTHER || version.isTooLarge()
        ? CompletableFuture.completedFuture(unknown)
        : compute(version, work);
  }

  private <T extends @Nullable Object> CompletableFuture<T> compute(
      OpenDocument.Version version, Function<OpenDocument.Version, T> work) {
    return CompletableFutures.computeAsync(
        answers,
        cancelled -> {
          cancelled.checkCanceled();
          return work.apply(version);
        });
  }

  private static int offset(DocumentText text, TextDocumentPositionParams asked) {
    return text.offset(asked.getPosition());
  }

  private SpecLanguage language() {
    SpecLanguage known = language;
    if (known == null) {
      known = new SpecLanguage();
      language = known;
    }
    return known;
  }
}
