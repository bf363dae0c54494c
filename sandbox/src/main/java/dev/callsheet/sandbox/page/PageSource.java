package dev.callsheet.sandbox.page;

import java.util.Optional;

/** Pages that a sandbox shows to browsers below {@code /docs}, such as a site of its models. */
@FunctionalInterface
public interface PageSource {
  /** No pages at all. */
  PageSource NONE = path -> Optional.empty();

  /**
   * A page, or a file that pages load.
   *
   * @param path from the root of the pages, such as {@code index.html}, which is the first one; its
   *     ending tells browsers what it is
   * @return its text, or nothing where there is no such page
   */
  Optional<String> text(String path);
}
