package dev.callsheet.cli.lsp;

import dev.callsheet.cli.lsp.request.KnownSpecs;
import dev.callsheet.cli.lsp.request.RequestDiagnostics;
import dev.callsheet.cli.lsp.spec.SpecDiagnostics;
import dev.callsheet.cli.lsp.spec.SpecLocations;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.services.LanguageClient;

/** Validates documents by the specs of a session, and publishes what is wrong to the client. */
final class DocumentDiagnostics implements AutoCloseable {
  private final DiagnosticsPublisher publisher;

  DocumentDiagnostics(Supplier<LanguageClient> client) {
    this.publisher =
        new DiagnosticsPublisher(
            found -> client.get().publishDiagnostics(found),
            failed ->
                client
                    .get()
                    .logMessage(
                        new MessageParams(MessageType.Error, "An internal error: " + failed)));
  }

  /** Validates a document as it is now, soon. */
  void validate(OpenDocument document, ClientSession session) {
    KnownSpecs specs = session.specs();
    SpecLocations locations = session.locations();
    OpenDocument.Version now = document.version();
    switch (document.kind()) {
      case REQUESTS ->
          publisher.schedule(
              now,
              version ->
                  version.isTooLarge() ? tooLarge(version) : version.linted(specs).diagnostics());
      case SPEC ->
          publisher.schedule(
              now,
              version -> version.isTooLarge() ? tooLarge(version) : ofSpec(version, locations));
      case OTHER -> {}
    }
  }

  /** Takes back what was published about a document. */
  void forget(OpenDocument document) {
    publisher.forget(document);
  }

  @Override
  public void close() {
    publisher.close();
  }

  private static List<Diagnostic> ofSpec(OpenDocument.Version version, SpecLocations locations) {
    SpecDiagnostics found = SpecDiagnostics.of(version.spec(), locations);
    version.document().readModel(found.model());
    return found.shown();
  }

  private static List<Diagnostic> tooLarge(OpenDocument.Version version) {
    return List.of(
        new Diagnostic(
            version.text().range(0, 0),
            "The file is too large to be looked at while it is edited; `callsheet lint` takes"
                + " files of any size.",
            DiagnosticSeverity.Information,
            RequestDiagnostics.SOURCE));
  }
}
