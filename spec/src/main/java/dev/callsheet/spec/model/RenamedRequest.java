package dev.callsheet.spec.model;

import dev.callsheet.runtime.JsonPointer;
import dev.callsheet.spec.logic.ParameterPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request with the names of today in place of those of earlier days. A parameter that has both
 * keeps both.
 *
 * @param request with the names of today; the request itself where it had no others
 * @param moves what was renamed, in that order
 */
public record RenamedRequest(JsonNode request, List<Move> moves) {
  /**
   * One renamed parameter.
   *
   * @param from where it is in the request as it was written
   * @param to where it is now
   */
  public record Move(JsonPointer from, JsonPointer to) {}

  /** Copies the list. */
  public RenamedRequest {
    moves = List.copyOf(moves);
  }

  /** The request as it is called today. */
  public static RenamedRequest of(JsonNode request, LegacyNames names) {
    if (!(request instanceof ObjectNode given) || !isPossible(names, given)) {
      return new RenamedRequest(request, List.of());
    }
    List<Move> moves = new ArrayList<>();
    ObjectNode renamed = given.deepCopy();
    names.parameters().forEach(name -> rename(renamed, JsonPointer.ROOT, name, moves));
    return new RenamedRequest(moves.isEmpty() ? request : renamed, moves);
  }

  /** The request as the model's platform calls it today. */
  public static RenamedRequest of(JsonNode request, ModelSpec model) {
    Platform platform = model.metadata().platform();
    // Which of a platform's old names are those of a model takes longer to find than that none is
    // there.
    return platform != null
            && request instanceof ObjectNode given
            && isPossible(platform.legacy(), given)
        ? of(request, LegacyNames.of(model))
        : new RenamedRequest(request, List.of());
  }

  /**
   * Whether a parameter stands under its old name. Where none does, none can be moved, nor into the
   * way of another; most requests are told by that, and need not be copied.
   */
  private static boolean isPossible(LegacyNames names, ObjectNode request) {
    for (LegacyNames.Renaming name : names.parameters()) {
      if (leadsSomewhere(name.from().steps(), 0, request)) {
        return true;
      }
    }
    return false;
  }

  private static boolean leadsSomewhere(List<ParameterPath.Step> steps, int next, JsonNode from) {
    if (next == steps.size()) {
      return true;
    }
    String name = steps.get(next).memberName();
    if (name != null) {
      JsonNode member = from.get(name);
      return member != null && leadsSomewhere(steps, next + 1, member);
    }
    for (int i = 0; from.isArray() && i < from.size(); i++) {
      if (leadsSomewhere(steps, next + 1, from.get(i))) {
        return true;
      }
    }
    return false;
  }

  private static void rename(
      ObjectNode object, JsonPointer place, LegacyNames.Renaming name, List<Move> moves) {
    if (name.from().leadsThroughLists()) {
      List<String> way = name.from().beforeFirstList().memberNames();
      JsonNode list = at(object, way);
      var inItem =
          new LegacyNames.Renaming(name.from().afterFirstList(), name.to().afterFirstList());
      for (int i = 0; list != null && list.isArray() && i < list.size(); i++) {
        if (list.get(i) instanceof ObjectNode item) {
          rename(item, descend(place, way).child(i), inItem, moves);
        }
      }
      return;
    }
    JsonNode owner = at(object, name.from().parent().memberNames());
    String last = name.from().lastName();
    if (owner instanceof ObjectNode from && from.has(last)) {
      ObjectNode to = owner(object, name.to().parent().memberNames());
      if (to != null && !to.has(name.to().lastName())) {
        to.set(name.to().lastName(), from.remove(last));
        JsonPointer source = descend(place, name.from().memberNames());
        moves.add(new Move(written(source, moves), descend(place, name.to().memberNames())));
      }
    }
  }

  private static @Nullable JsonNode at(JsonNode object, List<String> way) {
    JsonNode found = object;
    for (String step : way) {
      found = found == null ? null : found.get(step);
    }
    return found;
  }

  /** The object at the end of the way, made where there is nothing; null where there is no room. */
  private static @Nullable ObjectNode owner(ObjectNode object, List<String> way) {
    ObjectNode owner = object;
    for (String step : way) {
      JsonNode next = owner.has(step) ? owner.get(step) : owner.putObject(step);
      if (!(next instanceof ObjectNode inner)) {
        return null;
      }
      owner = inner;
    }
    return owner;
  }

  private static JsonPointer descend(JsonPointer place, List<String> way) {
    JsonPointer found = place;
    for (String step : way) {
      found = found.child(step);
    }
    return found;
  }

  /** Where something in the renamed request was written. */
  public JsonPointer written(JsonPointer pointer) {
    return written(pointer, moves);
  }

  private static JsonPointer written(JsonPointer pointer, List<Move> moves) {
    return moves.stream()
        .filter(move -> move.to().isPrefixOf(pointer))
        .max(Comparator.comparingInt(move -> move.to().steps().size()))
        .map(
            move -> {
              List<String> steps = new ArrayList<>(move.from().steps());
              steps.addAll(pointer.withoutPrefix(move.to().steps().size()).steps());
              return new JsonPointer(steps);
            })
        .orElse(pointer);
  }

  /** The moves that are not inside of what was moved as a whole. */
  public List<Move> outermostMoves() {
    return moves.stream()
        .filter(
            move ->
                moves.stream()
                    .noneMatch(
                        other -> !other.equals(move) && other.from().isPrefixOf(move.from())))
        .toList();
  }
}
