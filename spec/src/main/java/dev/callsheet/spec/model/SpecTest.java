package dev.callsheet.spec.model;

import dev.callsheet.runtime.JsonPointer;
import dev.callsheet.spec.source.SourceLocation;
import dev.callsheet.spec.source.YamlNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request that stands in a spec, and what its author expects of it.
 *
 * @param title what it is about
 * @param request the whole request
 * @param brokenRules the rules that it breaks, by their ids or structural ones such as {@code
 *     out-of-range}; empty for a valid request
 * @param today the day on which it is judged; null for one before every sunset
 * @param mode the mode that it is of; null where none is expected
 * @param price what it costs, as reports show it ({@code 0.12 USD}), or only the amount; null where
 *     none is expected
 * @param location where the test stands
 */
public record SpecTest(
    String title,
    YamlNode request,
    List<Expected> brokenRules,
    @Nullable LocalDate today,
    @Nullable Expected mode,
    @Nullable Expected price,
    SourceLocation location) {

  /** Copies the list, so that a test never changes. */
  public SpecTest {
    brokenRules = List.copyOf(brokenRules);
  }

  /** What is expected, and where that is written. */
  public record Expected(String value, SourceLocation location) {}

  /** Where the value of a pointer stands in the request, or the nearest thing around it. */
  public SourceLocation locationOf(JsonPointer pointer) {
    YamlNode node = request;
    SourceLocation location = request.location();
    for (String step : pointer.steps()) {
      if (node instanceof YamlNode.Mapping mapping && mapping.has(step)) {
        location = mapping.keyLocation(step);
      }
      Optional<YamlNode> inside = inside(node, step);
      if (inside.isEmpty()) {
        return location;
      }
      if (node instanceof YamlNode.Sequence) {
        location = inside.get().location();
      }
      node = inside.get();
    }
    return location;
  }

  private static Optional<YamlNode> inside(YamlNode node, String step) {
    if (node instanceof YamlNode.Mapping mapping) {
      return mapping.get(step);
    }
    int index = JsonPointer.indexOf(step);
    return index >= 0 && index < node.items().size()
        ? Optional.of(node.items().get(index))
        : Optional.empty();
  }
}
