package dev.callsheet.spec.read;

import dev.callsheet.spec.source.Node;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Reads addresses. */
final class UriReader {
  private final Problems problems;

  UriReader(Problems problems) {
    this.problems = problems;
  }

  /** The absolute URI under a key, if there is one. */
  Optional<URI> read(Node.Mapping owner, String key) {
    return owner.get(key).flatMap(node -> node.asText().flatMap(text -> read(text, node)));
  }

  private Optional<URI> read(String text, Node node) {
    try {
      URI uri = new URI(text);
      if (uri.isAbsolute()) {
        return Optional.of(uri);
      }
    } catch (URISyntaxException notOne) {
      // reported below
    }
    problems.report(
        node.location(), "`" + text + "` is no address; one looks like https://example.com/page");
    return Optional.empty();
  }
}
