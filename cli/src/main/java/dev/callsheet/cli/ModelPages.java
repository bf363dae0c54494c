package dev.callsheet.cli;

import dev.callsheet.generator.site.DocumentationSite;
import dev.callsheet.sandbox.page.PageSource;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The documentation site of a catalogue; models are read when somebody looks at a page. */
final class ModelPages implements PageSource {
  private final ModelCatalogue catalogue;
  private @Nullable DocumentationSite site;

  ModelPages(ModelCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public Optional<String> text(String path) {
    return site().text(path);
  }

  /** Where the page of a model is, from the root of the pages. */
  Optional<String> address(ModelSpec model) {
    return site().address(model);
  }

  private synchronized DocumentationSite site() {
    if (site == null) {
      site = DocumentationSite.of(catalogue.models());
    }
    return site;
  }
}
