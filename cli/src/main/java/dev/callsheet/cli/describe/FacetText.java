package dev.callsheet.cli.describe;

import dev.callsheet.runtime.Requirement;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.validation.FacetViolationVisitor;
import dev.callsheet.spec.validation.Requirements;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
    return count(facet.minimum(), facet.maximum(), "character");
  }

  @Override
  public String visitItemCount(Facet.ItemCount facet) {
    return count(facet.minimum(), facet.maximum(), "item");
  }

  private static String count(@Nullable Integer minimum, @Nullable Integer maximum, String noun) {
    if (maximum == null) {
      return "at least " + plural(minimum == null ? 0 : minimum, noun);
    }
    if (minimum == null || minimum == 0) {
      return "at most " + plural(maximum, noun);
    }
    return minimum.equals(maximum)
        ? plural(maximum, noun)
        : minimum + " to " + plural(maximum, noun);
  }

  private static String plural(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
