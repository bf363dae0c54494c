package dev.callsheet.spec.parser;

import com.networknt.schema.path.NodePath;
import dev.callsheet.spec.source.YamlNode;
import java.util.Locale;
import java.util.Optional;

/**
 * A node of a file, and its name for messages.
 *
 * @param node the node
 * @param name its key; for an item of a list, what such an item is
 */
record NamedNode(YamlNode node, String name) {

  /**
   * The node that a path of keys and indexes leads to.
   *
   * @param title what the meta-schema calls such a node; may be empty
   */
  static NamedNode at(YamlNode file, NodePath path, String title) {
    YamlNode node = file;
    String name = "the file";
    for (int i = 0; i < path.getNameCount(); i++) {
      Object step = path.getElement(i);
      Optional<YamlNode> member = node.asMapping().flatMap(mapping -> mapping.get(step.toString()));
      if (member.isPresent()) {
        node = member.get();
        name = "`" + step + "`";
      } else if (node instanceof YamlNode.Sequence sequence && step instanceof Integer index) {
        node = sequence.items().get(index);
        name = title.isEmpty() ? "an item of " + name : withArticle(title);
      }
    }
    return new NamedNode(node, name);
  }

  /** The value as written, cut when it is long. */
  String displayValue() {
    String text = node.json().isString() ? node.json().stringValue() : node.json().toString();
    return text.length() <= 60 ? text : text.substring(0, 57) + "...";
  }

  /** Whether it is one value, and not nothing. */
  boolean isScalar() {
    return node instanceof YamlNode.Scalar && !node.json().isNull();
  }

  /** What kind of value it is, for people. */
  String describeKind() {
    if (node instanceof YamlNode.Mapping) {
      return "a mapping";
    }
    if (node instanceof YamlNode.Sequence) {
      return "a list";
    }
    if (node.json().isNull()) {
      return "nothing";
    }
    return node.json().isString() ? "the text `" + displayValue() + "`" : displayValue();
  }

  private static String withArticle(String title) {
    String word = title.toLowerCase(Locale.ROOT);
    return ("aeiou".indexOf(word.charAt(0)) >= 0 ? "an " : "a ") + word;
  }
}
