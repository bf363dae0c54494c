package dev.callsheet.importer.internal.page;

import dev.callsheet.importer.internal.condition.ParameterTree;
import dev.callsheet.importer.internal.prose.Description;
import dev.callsheet.importer.internal.prose.Description.Subject;
import dev.callsheet.spec.logic.ParameterPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The descriptions of the parameters of a request on a page. */
public final class PageDescriptions {
  private PageDescriptions() {}

  /**
   * Those of the task, of its parameters and of their values, in the order of the page.
   *
   * @param parameters that were made of it; others are not looked at
   */
  public static List<Description> of(PageDocument page, ParameterTree parameters) {
    List<Description> found = new ArrayList<>();
    for (PageLine line : page.prose()) {
      found.add(new Description(ParameterPath.ROOT, Subject.PART, line.text(), line.location()));
    }
    for (PageParameter parameter : page.request()) {
      Optional<ParameterPath> path =
          parameters.find(List.of(parameter.path().replace("[]", "").split("\\.", -1)));
      path.ifPresent(
          known -> {
            found.add(
                new Description(known, Subject.PARAMETER, parameter.text(), parameter.location()));
            found.add(
                new Description(known, Subject.PART, parameter.glosses(), parameter.location()));
          });
    }
    return found;
  }
}
