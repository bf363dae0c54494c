package dev.callsheet.spec.lint;

import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.source.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One mistake in a request file.
 *
 * @param rule the id of the broken rule, or a structural one such as {@code unknown-parameter}
 * @param severity how grave it is
 * @param model the model of the task it stands in; null when that is not known
 * @param pointer JSON pointer from the file's outermost value ({@code /0/duration})
 * @param location of the value, or of the key where the key is the mistake
 * @param message what is wrong and what would be right, in one sentence
 * @param related the other parameters that take part
 * @param sourceLine the line it stands in, as written (a very long one is cut); null when not text
 */
public record Finding(
    String rule,
    Severity severity,
    @Nullable String model,
    String pointer,
    Location location,
    String message,
    List<Related> related,
    @Nullable String sourceLine) {

  /** Copies the list, so that a finding never changes. */
  public Finding {
    related = List.copyOf(related);
  }

  /** Another place that takes part in a finding. */
  public record Related(String pointer, Location location) {}
}
