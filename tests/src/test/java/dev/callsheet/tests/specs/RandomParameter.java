package dev.callsheet.tests.specs;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * A parameter made at random.
 *
 * @param path from the task
 * @param schema its description in a spec
 * @param matches pieces of JSON Schema that some of its values match and some do not
 */
record RandomParameter(String path, Kind kind, ObjectNode schema, List<ObjectNode> matches) {
  /** What rules and charges may use it for. */
  enum Kind {
    INTEGER,
    NUMBER,
    TEXT,
    FLAG,
    CHOICE,
    FORMS,
    OBJECT,
    DICTIONARY,
    LIST,
    LIST_OF_OBJECTS
  }
}
