package dev.callsheet.generator.page;

import dev.callsheet.runtime.Requirement;
import dev.callsheet.runtime.internal.messages.CountText;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.validation.FacetViolationVisitor;
import dev.callsheet.spec.validation.Requirements;
import java.util.stream.Collectors;

/** What a facet asks for, in a few words such as {@code 2 to 500 characters}. */
final class FacetText extends FacetViolationVisitor<String> {
  FacetText(String unit) {
    super(unit);
  }

  @Override
  protected String wrongValue(Facet facet, Requirement requirement) {
    return requirement instanceof Requirement.Description description
        ? description.description()
        : "must " + requirement.obligation();
  }

  @Override
  public String visitRange(Facet.Range facet) {
    return Requirements.ofBounds(facet, unit()).stream()
        .map(Requirement.Bound::description)
        .collect(Collectors.joining(" and "));
  }

  @Override
  public String visitLength(Facet.Length facet) {
    return CountText.between(facet.minimum(), facet.maximum(), facet.unit().noun());
  }

  @Override
  public String visitItemCount(Facet.ItemCount facet) {
    return CountText.between(facet.minimum(), facet.maximum(), "item");
  }

  @Override
  public String visitMemberCount(Facet.MemberCount facet) {
    return CountText.between(facet.minimum(), facet.maximum(), "member");
  }
}
