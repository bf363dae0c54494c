package dev.callsheet.spec.repair;

import dev.callsheet.spec.repair.text.Replacement;
import java.util.List;

/**
 * A way to mend a finding.
 *
 * @param description for people, such as {@code remove `duration`}
 * @param patch RFC 6902, with pointers from the file's outermost value; empty where a value is
 *     needed that nobody can guess
 * @param replacements the same in the text, in the order of the places; empty likewise
 */
public record Repair(String description, List<Operation> patch, List<Replacement> replacements) {
  /** Copies the lists, so that a repair never changes. */
  public Repair {
    patch = List.copyOf(patch);
    replacements = List.copyOf(replacements);
  }

  /** Whether it says all that is needed to carry it out. */
  public boolean isApplicable() {
    return !patch.isEmpty();
  }
}
