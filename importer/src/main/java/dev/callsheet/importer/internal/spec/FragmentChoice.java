package dev.callsheet.importer.internal.spec;

import dev.callsheet.spec.parser.IncludeResolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Chooses the fragments of a platform that leave the least to say: one after the other, each time
 * the one that makes the rest shortest, until none makes it shorter.
 */
final class FragmentChoice {
  private static final int MAX_FRAGMENTS = 6;

  /** By how many values the rest has to become shorter for one more fragment. */
  private static final int WORTH = 3;

  /** How many values something that is left out counts as. */
  private static final int LEFT_OUT = 4;

  private final IncludeResolver files;
  private final List<String> names;

  /**
   * A choice.
   *
   * @param platform the name of the folder of its fragments
   */
  FragmentChoice(IncludeResolver files, String platform) {
    this.files = files;
    Pattern fragment = Pattern.compile("platforms/" + Pattern.quote(platform) + "/.+");
    this.names =
        files.names().stream().filter(name -> fragment.matcher(name).matches()).sorted().toList();
  }

  /** The fragments for a model with that request and that result. */
  SharedParts choose(ObjectNode request, ObjectNode result) {
    SharedParts best = SharedParts.NONE;
    int least = cost(best, request, result);
    while (best.includes().size() < MAX_FRAGMENTS) {
      SharedParts better = null;
      for (String name : names) {
        List<String> includes = new ArrayList<>(best.includes());
        includes.add(name);
        Optional<SharedParts> candidate =
            best.includes().contains(name) ? Optional.empty() : SharedParts.of(includes, files);
        int cost = candidate.map(parts -> cost(parts, request, result)).orElse(Integer.MAX_VALUE);
        if (cost < least - WORTH || (better != null && cost < least)) {
          better = candidate.orElseThrow();
          least = cost;
        }
      }
      if (better == null) {
        return best;
      }
      best = better;
    }
    return best;
  }

  private static int cost(SharedParts shared, ObjectNode request, ObjectNode result) {
    ShapeDifference parameters = new ShapeDifference(shared.definitions(), false);
    int cost = size(parameters.members(request, shared.request()));
    cost += LEFT_OUT * parameters.leftOut().size();
    if (!result.path("properties").isEmpty()) {
      ShapeDifference fields = new ShapeDifference(shared.definitions(), true);
      cost += size(fields.members(result, shared.result()));
      cost += LEFT_OUT * fields.leftOut().size();
    }
    for (JsonNode name : shared.merged().path("required")) {
      boolean isRequired = request.path("required").valueStream().anyMatch(name::equals);
      cost += isRequired ? 0 : LEFT_OUT;
    }
    return cost;
  }

  private static int size(JsonNode node) {
    return 1 + node.valueStream().mapToInt(FragmentChoice::size).sum();
  }
}
