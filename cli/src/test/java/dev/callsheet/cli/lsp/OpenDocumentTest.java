package dev.callsheet.cli.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.lsp.request.KnownSpecs;
import dev.callsheet.cli.lsp.text.DocumentText;
import dev.callsheet.cli.lsp.text.PositionUnit;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import java.util.List;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentItem;
import org.junit.jupiter.api.Test;

/** What is kept of a document between two questions. */
class OpenDocumentTest {
  private final KnownSpecs specs = new KnownSpecs(ModelCatalogue.bundled());
  private final OpenDocument document =
      new OpenDocument(
          new TextDocumentItem(EditorClient.REQUESTS, "json", 1, EditorClient.EDIT),
          new DocumentText(EditorClient.EDIT, PositionUnit.UTF16));

  @Test
  void aVersionIsLintedOnceHoweverOftenItIsAskedAbout() {
    OpenDocument.Version first = document.version();
    assertThat(first.linted(specs)).isSameAs(first.linted(specs));
    assertThat(first.linted(new KnownSpecs(ModelCatalogue.bundled())))
        .isNotSameAs(first.linted(specs));
  }

  @Test
  void aVersionStaysWhatItWasWhenTheDocumentIsChanged() {
    OpenDocument.Version first = document.version();
    document.change(2, List.of(new TextDocumentContentChangeEvent("{}")));
    assertThat(first.isCurrent()).isFalse();
    assertThat(first.linted(specs).findings()).hasSize(1);
    assertThat(document.version().linted(specs).findings()).isEmpty();
  }
}
