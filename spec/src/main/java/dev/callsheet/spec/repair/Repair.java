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
 * @param losesMaterial whether it takes out a prompt, media or another text of the author's
 */
public record Repair(
    String description,
    List<Operation> patch,
    List<Replacement> replacements,
    boolean losesMaterial) {
  /** Copies the lists, so that a repair never changes. */
  public Repair {
    patch = List.copyOf(patch);
    replacements = List.copyOf(replacements);
  }

  /** One that only the author can carry out. */
  static Repair ofAuthor(String description) {
    return new Repair(description, List.of(), List.of(), false);
  }

  /** Whether it says all that is needed to carry it out. */
  public boolean isApplicable() {
    return !patch.isEmpty();
  }
}
