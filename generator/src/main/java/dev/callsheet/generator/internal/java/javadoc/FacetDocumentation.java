package dev.callsheet.generator.internal.java.javadoc;

import dev.callsheet.runtime.internal.messages.CountText;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.FacetVisitor;
import dev.callsheet.spec.logic.MediaSource;
import dev.callsheet.spec.logic.StringFormat;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Facets in a few words of Javadoc's HTML, such as {@code 3 to 15 s}; empty for those that are left
 * to the parameter's own description.
 */
final class FacetDocumentation implements FacetVisitor<String> {
  private final String unit;

  /** Numbers are given in {@code unit}, if that is not empty. */
  FacetDocumentation(String unit) {
    this.unit = unit;
  }

  @Override
  public String visitOfType(Facet.OfType facet) {
    return "";
  }

  @Override
  public String visitOneOf(Facet.OneOf facet) {
    return "";
  }

  @Override
  public String visitRange(Facet.Range facet) {
    return rangeText(facet.minimum(), facet.maximum(), unit);
  }

  /** Every integer is a multiple of 1. */
  @Override
  public String visitMultipleOf(Facet.MultipleOf facet) {
    return facet.divisor().compareTo(BigDecimal.ONE) == 0
        ? ""
        : "a multiple of " + facet.divisor().toPlainString();
  }

  @Override
  public String visitLength(Facet.Length facet) {
    return CountText.between(facet.minimum(), facet.maximum(), facet.unit().noun());
  }

  @Override
  public String visitPattern(Facet.Pattern facet) {
    return "matches " + JavadocHtml.code(facet.regex());
  }

  @Override
  public String visitFormat(Facet.Format facet) {
    return StringFormat.forKeyword(facet.name()).map(StringFormat::displayName).orElse("");
  }

  @Override
  public String visitAccepts(Facet.Accepts facet) {
    return facet.sources().stream()
        .map(MediaSource::displayName)
        .collect(Collectors.joining(" or "));
  }

  @Override
  public String visitItemCount(Facet.ItemCount facet) {
    return CountText.between(facet.minimum(), facet.maximum(), "item");
  }

  @Override
  public String visitMemberCount(Facet.MemberCount facet) {
    return CountText.between(facet.minimum(), facet.maximum(), "member");
  }

  @Override
  public String visitUniqueItems(Facet.UniqueItems facet) {
    return "no two the same";
  }

  @Override
  public String visitContains(Facet.Contains facet) {
    return "";
  }

  @Override
  public String visitNot(Facet.Not facet) {
    return "";
  }

  @Override
  public String visitHasMember(Facet.HasMember facet) {
    return "";
  }

  private static String rangeText(
      @Nullable BigDecimal minimum, @Nullable BigDecimal maximum, String unit) {
    String in = unit.isEmpty() ? "" : " " + JavadocHtml.fromText(unit);
    if (minimum != null && maximum != null && minimum.compareTo(maximum) == 0) {
      return "always " + minimum.toPlainString() + in;
    }
    if (minimum != null && maximum != null) {
      return minimum.toPlainString() + " to " + maximum.toPlainString() + in;
    }
    if (minimum != null) {
      return "at least " + minimum.toPlainString() + in;
    }
    return maximum == null ? "" : "at most " + maximum.toPlainString() + in;
  }
}
