package dev.callsheet.linter.internal.fastpath;

import dev.callsheet.runtime.LengthUnit;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.FacetPredicates;
import dev.callsheet.spec.logic.FacetVisitor;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.logic.SchemaFragment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
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
    FacetReader reader = new FacetReader();
    for (Facet facet : fragment.facets()) {
      boolean decided = facet.accept(reader);
      canConfirm &= decided;
    }
    this.forms = reader.forms.toArray(StringForm[]::new);
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

  /** Takes over what facets demand of a string; false when length and form cannot decide one. */
  private final class FacetReader extends FacetVisitor.Default<Boolean> {
    private final List<StringForm> forms = new ArrayList<>();

    @Override
    public Boolean visitLength(Facet.Length length) {
      if (length.unit() != LengthUnit.CODE_POINTS) {
        return forms.add(text -> length.contains(text.lengthIn(length.unit())));
      }
      Integer least = length.minimum();
      Integer most = length.maximum();
      minimum = Math.max(minimum, least == null ? 0 : least);
      maximum = Math.min(maximum, most == null ? Long.MAX_VALUE : most);
      return true;
    }

    @Override
    public Boolean visitOneOf(Facet.OneOf choice) {
      Utf8NameTable table =
          new Utf8NameTable(
              choice.values().stream()
                  .filter(JsonNode::isString)
                  .map(JsonNode::stringValue)
                  .toList());
      forms.add(text -> table.find(text) >= 0);
      return true;
    }

    @Override
    public Boolean visitAccepts(Facet.Accepts accepts) {
      return addForm(
          text ->
              text.longString != null
                  ? text.longString.isMedia(accepts)
                  : !text.hasEscapes
                      && StringForms.isMedia(accepts, text.bytes, text.from, text.to));
    }

    @Override
    public Boolean visitFormat(Facet.Format format) {
      return switch (format.name()) {
        case "text" ->
            // Only an escape can be half of a pair: in UTF-8 none can be written.
            forms.add(
                text ->
                    text.longString == null
                        ? !text.hasUnicodeEscapes
                        : !text.longString.hasLoneSurrogate());
        case "uuid" ->
            addForm(
                text -> text.isVerbatim() && StringForms.isUuid(text.bytes, text.from, text.to));
        case "uuid4" ->
            addForm(
                text -> text.isVerbatim() && StringForms.isUuid4(text.bytes, text.from, text.to));
        case "uri" ->
            addForm(
                text ->
                    text.isVerbatim() && StringForms.isPlainUri(text.bytes, text.from, text.to));
        default -> false;
      };
    }

    @Override
    public Boolean visitOfType(Facet.OfType facet) {
      return facet.type() == JsonType.STRING;
    }

    @Override
    protected Boolean visitOther(Facet facet) {
      return !FacetSubject.of(facet).includes(FacetSubject.STRING);
    }

    /** Adds a form that bytes can confirm, but not reject. */
    private boolean addForm(StringForm form) {
      forms.add(form);
      canReject = false;
      return true;
    }
  }

  /** A test of a string by its bytes. */
  private interface StringForm {
    /** Whether a string certainly has this form. */
    boolean matches(StringToken text);
  }
}
