package dev.callsheet.spec.model;

import dev.callsheet.spec.calculus.Path;
import dev.callsheet.spec.source.Location;
import java.util.List;

/**
 * A way to use a model, by the name users know.
 *
 * @param name kebab-case, such as {@code text-to-video}
 * @param provides the parameters whose presence makes a request one of this mode
 * @param description for people; may be empty
 * @param location where its name stands in the spec
 */
public record Mode(String name, List<Path> provides, String description, Location location) {
  /** Copies the list, so that a mode never changes. */
  public Mode {
    provides = List.copyOf(provides);
  }
}
