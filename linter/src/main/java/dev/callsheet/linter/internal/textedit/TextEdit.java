package dev.callsheet.linter.internal.textedit;

import java.util.List;

/**
 * A part of a text, and what to put in its place.
 *
 * @param startOffset where the part begins, in {@code char}s
 * @param endOffset where it ends
 * @param newText what to put there; empty to delete
 */
public record TextEdit(int startOffset, int endOffset, String newText) {

  /** The text with all of these edits made, which are in order and do not overlap. */
  public static String applyAll(String text, List<TextEdit> edits) {
    StringBuilder edited = new StringBuilder();
    int at = 0;
    for (TextEdit edit : edits) {
      edited.append(text, at, edit.startOffset).append(edit.newText);
      at = edit.endOffset;
    }
    return edited.append(text, at, text.length()).toString();
  }
}
