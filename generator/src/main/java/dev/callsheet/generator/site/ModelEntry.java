package dev.callsheet.generator.site;

import dev.callsheet.generator.page.ModelPage;

/**
 * A model as the site lists it: all that its spec says, and nothing that has to be worked out.
 *
 * @param slug the name of its files, without ending
 */
record ModelEntry(ModelPage page, String slug) {
  String title() {
    return page.metadata().name();
  }

  String capabilities() {
    return String.join(", ", page.capabilities());
  }

  /** Where its page is, from the root of the site, without ending. */
  String address() {
    return ModelAddresses.of(slug);
  }
}
