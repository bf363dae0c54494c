package dev.callsheet.spec.read;

import com.networknt.schema.path.NodePath;
import dev.callsheet.spec.source.Location;
import dev.callsheet.spec.source.Node;
import java.util.Optional;

/**
 * A node of a file and the way to it.
 *
 * @param node what stands there
 * @param location of the node
 * @param name what to call it: its key, or the key of the list it is an item of
 */
record Place(Node node, Location location, String name) {

  /** The node that a path of keys and indexes leads to. */
  static Place of(Node file, NodePath path) {
    Node node = file;
    String name = "the file";
    for (int i = 0; i < path.getNameCount(); i++) {
      Object step = path.getElement(i);
      Optional<Node> member = node.asMapping().flatMap(mapping -> mapping.get(step.toString()));
      if (member.isPresent()) {
        node = member.get();
        name = "`" + step + "`";
      } else if (node instanceof Node.Sequence sequence && step instanceof Integer index) {
        node = sequence.items().get(index);
        name = name.startsWith("an item of ") ? name : "an item of " + name;
      }
    }
    return new Place(node, node.location(), name);
  }

  /** The value as written, cut when it is long. */
  String value() {
    String text = node.json().isString() ? node.json().stringValue() : node.json().toString();
    return text.length() <= 60 ? text : text.substring(0, 57) + "...";
  }

  /** What kind of value it is, for people. */
  String kind() {
    if (node instanceof Node.Mapping) {
      return "a mapping";
    }
    if (node instanceof Node.Sequence) {
      return "a list";
    }
    return node.json().isNull()
        ? "nothing"
        : node.json().isString() ? "the text `" + value() + "`" : value();
  }
}
