package dev.callsheet.spec.repair.text;

import java.util.List;

/**
 * A part of a text, and what to put in its place.
 *
 * @param from where the part begins, in {@code char}s
 * @param to where it ends
 * @param inserted what to put there; empty to delete
 */
public record TextEdit(int from, int to, String inserted) {

  /** The text with all of these edits made, which are in order and do not overlap. */
  public static String applied(String text, List<TextEdit> edits) {
    StringBuilder edited = new StringBuilder();
    int at = 0;
    for (TextEdit edit : edits) {
      edited.append(text, at, edit.from).append(edit.inserted);
      at = edit.to;
    }
    return edited.append(text, at, text.length()).toString();
  }
}
