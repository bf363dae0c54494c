package dev.callsheet.generator.site;

import dev.callsheet.generator.page.Anchors;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Where the pages of a catalogue's models are in its {@link DocumentationSite}. That follows from
 * their ids, so that the specs need not be read.
 */
public final class ModelAddresses {
  private final ModelCatalogue catalogue;
  private final Map<String, List<String>> byId = new HashMap<>();

  /**
   * The addresses.
   *
   * @throws dev.callsheet.spec.parser.UncheckedSpecException when a spec is wrong that others of
   *     its id are compared with
   */
  public ModelAddresses(ModelCatalogue catalogue) {
    this.catalogue = catalogue;
    Anchors slugs = new Anchors();
    for (String id : catalogue.ids()) {
      List<String> addresses = new ArrayList<>();
      for (int i = catalogue.count(id); i > 0; i--) {
        addresses.add(of(slugs.next(id)) + ".html");
      }
      byId.put(id, addresses);
    }
  }

  /** Where the page of a model of the catalogue is, such as {@code models/acme-still.html}. */
  public String of(ModelSpec model) {
    List<String> sameId =
        catalogue.withId(model.id()).stream().map(ModelSpec::qualifiedId).toList();
    return Objects.requireNonNull(byId.get(model.id())).get(sameId.indexOf(model.qualifiedId()));
  }

  /** Where the pages of a slug are, without ending. */
  static String of(String slug) {
    return "models/" + slug;
  }
}
