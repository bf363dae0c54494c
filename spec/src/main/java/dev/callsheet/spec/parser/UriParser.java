package dev.callsheet.spec.parser;

import dev.callsheet.spec.source.YamlNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Reads addresses. */
final class UriParser {
  private final ProblemCollector problems;

  UriParser(ProblemCollector problems) {
    this.problems = problems;
  }

  /** The absolute URI under a key, if there is one. */
  Optional<URI> parse(YamlNode.Mapping owner, String key) {
    return owner.get(key).flatMap(node -> node.asText().flatMap(text -> parse(text, node)));
  }

  private Optional<URI> parse(String text, YamlNode node) {
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
