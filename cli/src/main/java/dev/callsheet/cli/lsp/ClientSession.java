package dev.callsheet.cli.lsp;

import dev.callsheet.cli.lsp.request.KnownSpecs;
import dev.callsheet.cli.lsp.spec.SpecLocations;
import dev.callsheet.cli.lsp.text.PositionUnit;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.parser.SpecException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.GeneralClientCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed with a client, and the models that its requests are validated by.
 *
 * @param directories of specs besides the bundled ones
 * @param hasSnippets whether it takes texts with places for the cursor
 */
record ClientSession(
    PositionUnit unit,
    boolean hasSnippets,
    SpecLocations locations,
    List<Path> directories,
    KnownSpecs specs) {

  /** Before anything is agreed. */
  static ClientSession initial(List<Path> directories, ModelCatalogue catalogue) {
    return new ClientSession(
        PositionUnit.UTF16,
        false,
        new SpecLocations(PositionUnit.UTF16),
        directories,
        new KnownSpecs(catalogue));
  }

  /** With what a client can do. */
  ClientSession with(@Nullable ClientCapabilities client) {
    PositionUnit agreed = PositionUnit.negotiated(encodings(client));
    return new ClientSession(
        agreed, takesSnippets(client), new SpecLocations(agreed), directories, specs);
  }

  /**
   * With the specs read again, those of more directories among them.
   *
   * @throws SpecException when one cannot be used
   */
  ClientSession withSpecs(List<Path> all) throws SpecException {
    return new ClientSession(
        unit, hasSnippets, locations, all, new KnownSpecs(ModelCatalogue.of(all)));
  }

  private static List<String> encodings(@Nullable ClientCapabilities client) {
    GeneralClientCapabilities general = client == null ? null : client.getGeneral();
    List<String> encodings = general == null ? null : general.getPositionEncodings();
    return encodings == null ? List.of() : encodings;
  }

  private static boolean takesSnippets(@Nullable ClientCapabilities client) {
    TextDocumentClientCapabilities documents = client == null ? null : client.getTextDocument();
    CompletionCapabilities completion = documents == null ? null : documents.getCompletion();
    CompletionItemCapabilities item = completion == null ? null : completion.getCompletionItem();
    return item != null && Boolean.TRUE.equals(item.getSnippetSupport());
  }
}
