package dev.callsheet.linter.repair;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A way to mend a finding.
 *
 * @param description for people, such as {@code remove `duration`}
 * @param patch RFC 6902, with pointers from the file's outermost value; empty where a value is
 *     needed that nobody can guess
 * @param replacements the same in the text, in the order of the places; empty likewise
 * @param removesUserContent whether it takes out a prompt, media or another text of the author's
 */
public record Repair(
    String description,
    List<JsonPatchOperation> patch,
    List<TextReplacement> replacements,
    boolean removesUserContent) {
  /** Copies the lists, so that a repair never changes. */
  public Repair {
    patch = List.copyOf(patch);
    replacements = List.copyOf(replacements);
  }

  /**
   * The same to be shown, in which no secret can be read: its words are covered, and where a secret
   * stands in the patch, there is none.
   *
   * @param cover covers the secrets in a text
   */
  Repair covered(UnaryOperator<String> cover) {
    boolean shown =
        patch.stream().allMatch(step -> isUnchanged(step.toString(), cover))
            && replacements.stream().allMatch(each -> isUnchanged(each.newText(), cover));
    return new Repair(
        cover.apply(description),
        shown ? patch : List.of(),
        shown ? replacements : List.of(),
        removesUserContent);
  }

  /** The same in other words. */
  Repair describedAs(String words) {
    return new Repair(words, patch, replacements, removesUserContent);
  }

  private static boolean isUnchanged(String text, UnaryOperator<String> cover) {
    return cover.apply(text).equals(text);
  }

  /** One that only the author can carry out. */
  public static Repair manual(String description) {
    return new Repair(description, List.of(), List.of(), false);
  }

  /** Whether it says all that is needed to carry it out. */
  public boolean isApplicable() {
    return !patch.isEmpty();
  }
}
