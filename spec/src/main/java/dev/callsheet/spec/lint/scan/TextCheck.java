package dev.callsheet.spec.lint.scan;

import dev.callsheet.spec.calculus.Facet;
import dev.callsheet.spec.calculus.Fragment;
import dev.callsheet.spec.calculus.Matching;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * Tells whether a string matches a fragment. The usual forms are recognised by their bytes; what is
 * not recognised is judged as everywhere else.
 */
final class TextCheck {
  private final Predicate<JsonNode> exact;
  private final Form[] forms;
  private long minimum;
  private long maximum = Long.MAX_VALUE;

  /** Whether every facet can be seen from a string's length and form. */
  private boolean visible = true;

  /** Whether the bytes of a string also tell that it does not match. */
  private boolean decided = true;

  TextCheck(Fragment fragment) {
    this.exact = Matching.of(fragment);
    List<Form> visibleForms = new ArrayList<>();
    fragment.facets().forEach(facet -> add(facet, visibleForms));
    this.forms = visibleForms.toArray(Form[]::new);
  }

  boolean accepts(Text text) {
    if (visible && text.length >= minimum && text.length <= maximum && hasForms(text)) {
      return true;
    }
    if (visible && decided && text.isPlain()) {
      return false;
    }
    return text.giant == null && exact.test(StringNode.valueOf(text.string()));
  }

  private boolean hasForms(Text text) {
    for (Form form : forms) {
      if (!form.isOf(text)) {
        return false;
      }
    }
    return true;
  }

  private void add(Facet facet, List<Form> forms) {
    if (facet instanceof Facet.Length length) {
      Integer least = length.minimum();
      Integer most = length.maximum();
      minimum = Math.max(minimum, least == null ? 0 : least);
      maximum = Math.min(maximum, most == null ? Long.MAX_VALUE : most);
    } else if (facet instanceof Facet.OneOf choice) {
      forms.add(oneOf(choice));
    } else {
      Form form = form(facet);
      decided &= form == null;
      if (form != null) {
        forms.add(form);
      } else {
        visible &= Facets.sayNothingOfStrings(facet);
      }
    }
  }

  private static Form oneOf(Facet.OneOf choice) {
    NameTable table =
        new NameTable(
            choice.values().stream()
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .toList());
    return text -> table.find(text) >= 0;
  }

  private static @Nullable Form form(Facet facet) {
    if (facet instanceof Facet.Accepts accepts) {
      return text ->
          text.giant != null
              ? text.giant.gives(accepts.sources())
              : !text.escaped && TextForms.gives(accepts.sources(), text.bytes, text.from, text.to);
    }
    if (facet instanceof Facet.Format format) {
      return switch (format.name()) {
        case "uuid" -> text -> text.isPlain() && TextForms.isUuid(text.bytes, text.from, text.to);
        case "uuid4" -> text -> text.isPlain() && TextForms.isUuid4(text.bytes, text.from, text.to);
        case "uri" ->
            text -> text.isPlain() && TextForms.isPlainUri(text.bytes, text.from, text.to);
        default -> null;
      };
    }
    return null;
  }

  /** What can be seen of a string from its bytes. */
  private interface Form {
    /** Whether a string certainly has this form. */
    boolean isOf(Text text);
  }
}
