package dev.callsheet.sandbox.render;

import dev.callsheet.sandbox.media.StoredMedia;
import tools.jackson.databind.node.ObjectNode;

/** How the render of one result ends. */
public sealed interface Outcome {
  /**
   * With a piece of media.
   *
   * @param fields what the API says of it, without {@code taskType}, {@code taskUUID} and {@code
   *     status}
   */
  record Rendered(StoredMedia media, ObjectNode fields) implements Outcome {}

  /** With an error. */
  record Failed(String code, String message) implements Outcome {}
}
