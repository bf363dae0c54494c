package dev.callsheet.sandbox.page;

import java.net.URI;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What the page at {@code /} needs so that requests can be written on it. The sandbox itself shows
 * tasks; whoever starts it brings this along. Called by several threads.
 */
public interface Workbench {
  /** No requests are written; the page shows tasks alone. */
  Workbench NONE =
      new Workbench() {
        @Override
        public JsonNode models() {
          return JsonNodeFactory.instance.arrayNode();
        }

        @Override
        public Optional<JsonNode> model(String id) {
          return Optional.empty();
        }

        @Override
        public JsonNode review(String text, URI sandbox, String key) {
          return JsonNodeFactory.instance.objectNode();
        }
      };

  /** The models to choose from: {@code [{"id", "name", "creator", "from"}]}. */
  JsonNode models();

  /**
   * A model's form: {@code {"id", "name", "summary", "docs", "idMember", "isEnveloped", "modes",
   * "presences", "starts", "sections"}}; empty where there is no such model.
   */
  Optional<JsonNode> model(String id);

  /**
   * What is to be said of a request, whatever the text holds: {@code {"findings", "requests"}}, of
   * each request its price, its code and what is sent.
   *
   * @param text as it would stand in a file
   * @param sandbox where it would be sent, in place of the platform
   * @param key what the sandbox takes as a key
   */
  JsonNode review(String text, URI sandbox, String key);
}
