package dev.callsheet.linter.finding;

import dev.callsheet.linter.repair.FixSuggestions;
import dev.callsheet.runtime.JsonPointer;
import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.source.SourceLocation;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A violation in a request file, with its place.
 *
 * <p>What is shown of it holds none of the request's secrets: the message, the pointers, the
 * excerpts and the repairs. The violation itself keeps the values as they are.
 *
 * @param violation what is wrong, with pointers from the task
 * @param message what is wrong and what would be right, in one sentence
 * @param model the model of the task it stands in; null when that is not known
 * @param pointer JSON pointer from the file's outermost value ({@code /0/duration})
 * @param location of the value; of the key where a rule between parameters is broken, or where the
 *     key itself is wrong (unknown, or given twice)
 * @param endColumn one past the last column of what stands there, of its first line only
 * @param related the other parameters that take part
 * @param excerpt the line it stands in
 * @param fixSuggestions its possible repairs, worked out when they are asked for
 */
public record Finding(
    Violation violation,
    String message,
    @Nullable String model,
    String pointer,
    SourceLocation location,
    int endColumn,
    List<Related> related,
    Excerpt excerpt,
    FixSuggestions fixSuggestions) {

  /** Copies the list, so that a finding never changes. */
  public Finding {
    related = List.copyOf(related);
  }

  /**
   * The index of the task in the list of tasks that the file holds; empty when it holds no list.
   */
  public OptionalInt taskIndex() {
    JsonPointer place = JsonPointer.parse(pointer);
    int index = place.isRoot() ? -1 : JsonPointer.indexOf(place.steps().get(0));
    return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
  }

  /** The pointer from the task: the same wherever in a list the task stands. */
  public String pointerInTask() {
    JsonPointer place = JsonPointer.parse(pointer);
    return taskIndex().isPresent() ? place.withoutPrefix(1).toString() : pointer;
  }

  /** The id of the broken rule, or a structural one such as {@code unknown-parameter}. */
  public String rule() {
    return violation.rule();
  }

  /** How severe it is. */
  public Severity severity() {
    return violation.severity();
  }

  /** Another place that takes part in a finding, and the line it stands in. */
  public record Related(String pointer, SourceLocation location, Excerpt excerpt) {}
}
