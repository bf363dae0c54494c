package dev.callsheet.spec.read;

import com.networknt.schema.path.NodePath;
import dev.callsheet.spec.source.Node;
import java.util.Locale;
import java.util.Optional;

/**
 * A node of a file and what to call it.
 *
 * @param node what stands there
 * @param name its key; for an item of a list, what such an item is
 */
record NamedNode(Node node, String name) {

  /**
   * The node that a path of keys and indexes leads to.
   *
   * @param title what the meta-schema calls such a node; may be empty
   */
  static NamedNode of(Node file, NodePath path, String title) {
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
        name = title.isEmpty() ? "an item of " + name : withArticle(title);
      }
    }
    return new NamedNode(node, name);
  }

  /** The value as written, cut when it is long. */
  String value() {
    String text = node.json().isString() ? node.json().stringValue() : node.json().toString();
    return text.length() <= 60 ? text : text.substring(0, 57) + "...";
  }

  /** Whether it is one value, and not nothing. */
  boolean isScalar() {
    return node instanceof Node.Scalar && !node.json().isNull();
  }

  /** What kind of value it is, for people. */
  String kind() {
    if (node instanceof Node.Mapping) {
      return "a mapping";
    }
    if (node instanceof Node.Sequence) {
      return "a list";
    }
    if (node.json().isNull()) {
      return "nothing";
    }
    return node.json().isString() ? "the text `" + value() + "`" : value();
  }

  private static String withArticle(String title) {
    String word = title.toLowerCase(Locale.ROOT);
    return ("aeiou".indexOf(word.charAt(0)) >= 0 ? "an " : "a ") + word;
  }
}
