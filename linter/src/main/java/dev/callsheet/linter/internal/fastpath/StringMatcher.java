package dev.callsheet.linter.internal.fastpath;

import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.FacetPredicates;
import dev.callsheet.spec.logic.SchemaFragment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * Tests whether a string matches a fragment. Lengths and usual forms are decided from the bytes;
 * other strings go to {@link FacetPredicates}, which decide for the whole linter.
 */
final class StringMatcher {
  private final Predicate<JsonNode> exact;
  private final StringForm[] forms;
  private long minimum;
  private long maximum = Long.MAX_VALUE;

  /** Whether length and form decide every facet. */
  private boolean canConfirm = true;

  /** Whether bytes that do not match are enough to reject a string. */
  private boolean canReject = true;

  StringMatcher(SchemaFragment fragment) {
    this.exact = FacetPredicates.of(fragment);
    List<StringForm> visibleForms = new ArrayList<>();
    fragment.facets().forEach(facet -> add(facet, visibleForms));
    this.forms = visibleForms.toArray(StringForm[]::new);
  }

  boolean matches(StringToken text) {
    if (canConfirm && text.length >= minimum && text.length <= maximum && matchesAllForms(text)) {
      return true;
    }
    if (canConfirm && canReject && text.isVerbatim()) {
      return false;
    }
    return text.longString == null && exact.test(StringNode.valueOf(text.value()));
  }

  private boolean matchesAllForms(StringToken text) {
    for (StringForm form : forms) {
      if (!form.matches(text)) {
        return false;
      }
    }
    return true;
  }

  private void add(Facet facet, List<StringForm> forms) {
    if (facet instanceof Facet.Length length) {
      Integer least = length.minimum();
      Integer most = length.maximum();
      minimum = Math.max(minimum, least == null ? 0 : least);
      maximum = Math.min(maximum, most == null ? Long.MAX_VALUE : most);
    } else if (facet instanceof Facet.OneOf choice) {
      forms.add(oneOf(choice));
    } else {
      StringForm form = form(facet);
      canReject &= form == null;
      if (form != null) {
        forms.add(form);
      } else {
        canConfirm &= FacetApplicability.ignoresStrings(facet);
      }
    }
  }

  private static StringForm oneOf(Facet.OneOf choice) {
    Utf8NameTable table =
        new Utf8NameTable(
            choice.values().stream()
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .toList());
    return text -> table.find(text) >= 0;
  }

  private static @Nullable StringForm form(Facet facet) {
    if (facet instanceof Facet.Accepts accepts) {
      return text ->
          text.longString != null
              ? text.longString.isMedia(accepts.sources())
              : !text.hasEscapes
                  && StringForms.isMedia(accepts.sources(), text.bytes, text.from, text.to);
    }
    if (facet instanceof Facet.Format format) {
      return switch (format.name()) {
        case "uuid" ->
            text -> text.isVerbatim() && StringForms.isUuid(text.bytes, text.from, text.to);
        case "uuid4" ->
            text -> text.isVerbatim() && StringForms.isUuid4(text.bytes, text.from, text.to);
        case "uri" ->
            text -> text.isVerbatim() && StringForms.isPlainUri(text.bytes, text.from, text.to);
        default -> null;
      };
    }
    return null;
  }

  /** A test of a string by its bytes. */
  private interface StringForm {
    /** Whether a string certainly has this form. */
    boolean matches(StringToken text);
  }
}
