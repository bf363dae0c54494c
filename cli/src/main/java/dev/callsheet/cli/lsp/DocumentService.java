package dev.callsheet.cli.lsp;

import dev.callsheet.cli.lsp.request.KnownSpecs;
import dev.callsheet.cli.lsp.request.RequestActions;
import dev.callsheet.cli.lsp.request.RequestCompletion;
import dev.callsheet.cli.lsp.request.RequestDefinition;
import dev.callsheet.cli.lsp.request.RequestDiagnostics;
import dev.callsheet.cli.lsp.request.RequestFile;
import dev.callsheet.cli.lsp.request.RequestHover;
import dev.callsheet.cli.lsp.request.RequestSymbols;
import dev.callsheet.cli.lsp.spec.SpecDiagnostics;
import dev.callsheet.cli.lsp.spec.SpecFile;
import dev.callsheet.cli.lsp.spec.SpecLanguage;
import dev.callsheet.cli.lsp.spec.SpecLocations;
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
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
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
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentPositionParams;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.CompletableFutures;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.jspecify.annotations.Nullable;

/** What is done with the documents that a client has open. */
final class DocumentService implements TextDocumentService {
  private final Map<String, OpenDocument> open = new ConcurrentHashMap<>();
  private final DiagnosticsPublisher publisher = new DiagnosticsPublisher(this::publish, this::log);
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
    publisher.close();
    answers.shutdown();
  }

  @Override
  public void didOpen(DidOpenTextDocumentParams opened) {
    DocumentText text = new DocumentText(opened.getTextDocument().getText(), session.unit());
    OpenDocument document = new OpenDocument(opened.getTextDocument(), text);
    open.put(document.uri(), document);
    check(document);
  }

  @Override
  public void didChange(DidChangeTextDocumentParams changed) {
    OpenDocument document = open.get(changed.getTextDocument().getUri());
    if (document != null) {
      Integer version = changed.getTextDocument().getVersion();
      document.change(version == null ? 0 : version, changed.getContentChanges());
      check(document);
    }
  }

  @Override
  public void didClose(DidCloseTextDocumentParams closed) {
    OpenDocument document = open.remove(closed.getTextDocument().getUri());
    if (document != null) {
      publisher.forget(document);
      client().publishDiagnostics(new PublishDiagnosticsParams(document.uri(), List.of()));
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
      session = before.withSpecs(before.directories());
      open.values().forEach(this::check);
    } catch (SpecException wrong) {
      client()
          .logMessage(new MessageParams(MessageType.Warning, String.valueOf(wrong.getMessage())));
    }
  }

  private void check(OpenDocument document) {
    KnownSpecs specs = session.specs();
    SpecLocations locations = session.locations();
    switch (document.kind()) {
      case REQUESTS ->
          publisher.schedule(
              document,
              () -> tooLarge(document).orElseGet(() -> document.linted(specs).diagnostics()));
      case SPEC ->
          publisher.schedule(
              document, () -> tooLarge(document).orElseGet(() -> checked(document, locations)));
      case OTHER -> {}
    }
  }

  private static List<Diagnostic> checked(OpenDocument document, SpecLocations locations) {
    SpecDiagnostics found = SpecDiagnostics.of(document.spec(), locations);
    document.readModel(found.model());
    return found.shown();
  }

  private static Optional<List<Diagnostic>> tooLarge(OpenDocument document) {
    OpenDocument.Version version = document.version();
    return version.isTooLarge()
        ? Optional.of(
            List.of(
                new Diagnostic(
                    version.text().range(0, 0),
                    "The file is too large to be looked at while it is edited; `callsheet lint`"
                        + " takes files of any size.",
                    DiagnosticSeverity.Information,
                    RequestDiagnostics.SOURCE)))
        : Optional.empty();
  }

  private void publish(OpenDocument.Version version, DiagnosticsPublisher.Result result) {
    client()
        .publishDiagnostics(
            new PublishDiagnosticsParams(
                result.document().uri(), result.diagnostics(), version.number()));
  }

  private void log(RuntimeException failed) {
    client().logMessage(new MessageParams(MessageType.Error, "An internal error: " + failed));
  }

  @Override
  public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(
      CompletionParams asked) {
    return answer(
        asked.getTextDocument().getUri(),
        Either.forLeft(List.of()),
        document -> {
          ClientSession agreed = session;
          if (document.kind() == OpenDocument.Kind.SPEC) {
            SpecFile file = document.spec();
            return Either.forLeft(
                language().completion(file, offset(file.text(), asked), document.lastModel()));
          }
          RequestFile file = document.requests();
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
        document -> {
          if (document.kind() == OpenDocument.Kind.SPEC) {
            SpecFile file = document.spec();
            return language().hover(file, offset(file.text(), asked)).orElse(null);
          }
          RequestFile file = document.requests();
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
        document -> Either.forLeft(places(document, asked)));
  }

  private List<Location> places(OpenDocument document, DefinitionParams asked) {
    ClientSession agreed = session;
    if (document.kind() == OpenDocument.Kind.SPEC) {
      SpecFile file = document.spec();
      return language()
          .definition(file, offset(file.text(), asked), document.lastModel())
          .flatMap(place -> agreed.locations().find(place, file))
          .stream()
          .toList();
    }
    RequestDiagnostics linted = document.linted(agreed.specs());
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
        document -> {
          if (document.kind() != OpenDocument.Kind.REQUESTS) {
            return List.of();
          }
          List<String> only =
              asked.getContext() == null || asked.getContext().getOnly() == null
                  ? List.of()
                  : asked.getContext().getOnly();
          return new RequestActions(document.linted(session.specs()))
              .in(asked.getRange(), only).stream()
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
        document ->
            document.kind() == OpenDocument.Kind.REQUESTS
                ? RequestSymbols.of(document.requests()).stream()
                    .map(Either::<SymbolInformation, DocumentSymbol>forRight)
                    .toList()
                : List.of());
  }

  /** Has the client make all unambiguous repairs in a document. */
  void repairAll(String uri) {
    OpenDocument document = open.get(uri);
    if (document != null && document.kind() == OpenDocument.Kind.REQUESTS) {
      answers.execute(
          () -> {
            WorkspaceEdit edit = new RequestActions(document.linted(session.specs())).repairAll();
            if (edit.getChanges().isEmpty()) {
              String none = "No repair is unambiguous; each finding has its own.";
              client().showMessage(new MessageParams(MessageType.Info, none));
            } else {
              var unused = client().applyEdit(new ApplyWorkspaceEditParams(edit));
            }
          });
    }
  }

  /** An answer about a document, worked out beside the reading of messages. */
  private <T extends @Nullable Object> CompletableFuture<T> answer(
      String uri, T unknown, Function<OpenDocument, T> work) {
    OpenDocument document = open.get(uri);
    if (document == null
        || document.kind() == OpenDocument.Kind.OTHER
        || document.version().isTooLarge()) {
      return CompletableFuture.completedFuture(unknown);
    }
    return CompletableFutures.computeAsync(
        answers,
        cancelled -> {
          cancelled.checkCanceled();
          return work.apply(document);
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
