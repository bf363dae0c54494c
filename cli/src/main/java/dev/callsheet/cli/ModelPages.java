package dev.callsheet.cli;

import dev.callsheet.generator.site.DocumentationSite;
import dev.callsheet.generator.site.ModelAddresses;
import dev.callsheet.sandbox.page.PageSource;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.parser.UncheckedSpecException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The documentation site of a catalogue; models are read when somebody looks at a page. */
final class ModelPages implements PageSource {
  private final ModelCatalogue catalogue;
  private @Nullable DocumentationSite site;
  private @Nullable ModelAddresses addresses;

  ModelPages(ModelCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public Optional<String> text(String path) {
    return site().text(path);
  }

  /** Where the page of a model is, from the root of the pages; empty where there are none. */
  Optional<String> address(ModelSpec model) {
    try {
      return Optional.of(addresses().of(model));
    } catch (UncheckedSpecException wrong) { // as the pages say themselves
      return Optional.empty();
    }
  }

  private synchronized ModelAddresses addresses() {
    if (addresses == null) {
      addresses = new ModelAddresses(catalogue);
    }
    return addresses;
  }

  private synchronized DocumentationSite site() {
    if (site == null) {
      site = DocumentationSite.of(catalogue.models());
    }
    return site;
  }
}
