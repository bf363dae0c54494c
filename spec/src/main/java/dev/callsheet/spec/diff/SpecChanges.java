package dev.callsheet.spec.diff;

import java.util.List;
import java.util.stream.Stream;

/**
 * What changes for callers from one spec to another.
 *
 * @param model the identifier of the model, as the new spec has it
 * @param changes in any order; the record has breaking ones first
 * @param isReworded whether words for people differ: descriptions, names, examples
 */
public record SpecChanges(String model, List<SpecChange> changes, boolean isReworded) {
  /** Puts breaking changes first, and copies the list, so that a result never changes. */
  public SpecChanges {
    changes =
        changes.stream().sorted((a, b) -> Boolean.compare(b.isBreaking(), a.isBreaking())).toList();
  }

  /** These and more. */
  SpecChanges with(List<SpecChange> more) {
    return new SpecChanges(
        model, Stream.concat(changes.stream(), more.stream()).toList(), isReworded);
  }

  /** Whether one of the changes is breaking. */
  public boolean isBreaking() {
    return changes.stream().anyMatch(SpecChange::isBreaking);
  }

  /** Which part of a semantic version goes up for these changes. */
  public VersionStep step() {
    if (isBreaking()) {
      return VersionStep.MAJOR;
    }
    if (!changes.isEmpty()) {
      return VersionStep.MINOR;
    }
    return isReworded ? VersionStep.PATCH : VersionStep.NONE;
  }
}
