package dev.callsheet.cli.lsp;

import dev.callsheet.cli.lsp.request.EditSupport;
import dev.callsheet.cli.lsp.request.KnownSpecs;
import dev.callsheet.cli.lsp.spec.SpecLocations;
import dev.callsheet.cli.lsp.text.PositionUnit;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.parser.SpecException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeActionCapabilities;
import org.eclipse.lsp4j.CodeActionResolveSupportCapabilities;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.GeneralClientCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceEditCapabilities;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed with a client, and the models that its requests are validated by.
 *
 * @param edits what it can do with edits
 * @param directories of specs besides the bundled ones
 * @param hasSnippets whether it takes texts with places for the cursor
 */
record ClientSession(
    PositionUnit unit,
    boolean hasSnippets,
    EditSupport edits,
    SpecLocations locations,
    List<Path> directories,
    KnownSpecs specs) {

  /** Before anything is agreed, with the bundled specs alone. */
  static ClientSession initial() {
    return new ClientSession(
        PositionUnit.UTF16,
        false,
        EditSupport.LEAST,
        new SpecLocations(PositionUnit.UTF16),
        List.of(),
        new KnownSpecs(ModelCatalogue.bundled()));
  }

  /** With what a client can do. */
  ClientSession with(@Nullable ClientCapabilities client) {
    PositionUnit agreed = PositionUnit.negotiated(encodings(client));
    return new ClientSession(
        agreed,
        takesSnippets(client),
        new EditSupport(hasVersions(client), resolvesEdits(client)),
        new SpecLocations(agreed),
        directories,
        specs);
  }

  /** With directories whose specs cannot be used yet. */
  ClientSession withDirectories(List<Path> all) {
    return new ClientSession(unit, hasSnippets, edits, locations, all, specs);
  }

  /**
   * With the specs of these directories, read again.
   *
   * @throws SpecException when one cannot be used
   */
  ClientSession withSpecs(List<Path> all) throws SpecException {
    return new ClientSession(
        unit, hasSnippets, edits, locations, all, new KnownSpecs(ModelCatalogue.of(all)));
  }

  private static List<String> encodings(@Nullable ClientCapabilities client) {
    GeneralClientCapabilities general = client == null ? null : client.getGeneral();
    List<String> encodings = general == null ? null : general.getPositionEncodings();
    return encodings == null ? List.of() : encodings;
  }

  private static boolean hasVersions(@Nullable ClientCapabilities client) {
    WorkspaceClientCapabilities workspace = client == null ? null : client.getWorkspace();
    WorkspaceEditCapabilities edit = workspace == null ? null : workspace.getWorkspaceEdit();
    return edit != null && Boolean.TRUE.equals(edit.getDocumentChanges());
  }

  private static boolean resolvesEdits(@Nullable ClientCapabilities client) {
    TextDocumentClientCapabilities documents = client == null ? null : client.getTextDocument();
    CodeActionCapabilities actions = documents == null ? null : documents.getCodeAction();
    CodeActionResolveSupportCapabilities resolved =
        actions == null || !Boolean.TRUE.equals(actions.getDataSupport())
            ? null
            : actions.getResolveSupport();
    return resolved != null && resolved.getProperties().contains("edit");
  }

  private static boolean takesSnippets(@Nullable ClientCapabilities client) {
    TextDocumentClientCapabilities documents = client == null ? null : client.getTextDocument();
    CompletionCapabilities completion = documents == null ? null : documents.getCompletion();
    CompletionItemCapabilities item = completion == null ? null : completion.getCompletionItem();
    return item != null && Boolean.TRUE.equals(item.getSnippetSupport());
  }
}
