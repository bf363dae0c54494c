package dev.callsheet.spec.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * The kinds of tasks of a platform, by whether they name a model. Those without one ask for
 * something else than media, and are for the platform to validate.
 *
 * @param withModel those that name a model
 * @param withOptionalModel those that may name one
 * @param withoutModel those that never do
 */
public record TaskKinds(
    List<String> withModel, List<String> withOptionalModel, List<String> withoutModel) {
  /** No kinds are told apart. */
  public static final TaskKinds NONE = new TaskKinds(List.of(), List.of(), List.of());

  /** Copies the lists, so that kinds never change. */
  public TaskKinds {
    withModel = List.copyOf(withModel);
    withOptionalModel = List.copyOf(withOptionalModel);
    withoutModel = List.copyOf(withoutModel);
  }

  /** All of them. */
  public List<String> all() {
    return Stream.of(withModel, withoutModel, withOptionalModel).flatMap(List::stream).toList();
  }
}
