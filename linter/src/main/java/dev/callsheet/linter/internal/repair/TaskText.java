package dev.callsheet.linter.internal.repair;

import dev.callsheet.linter.internal.input.LineIndexedText;
import dev.callsheet.linter.internal.input.StartPosition;
import dev.callsheet.linter.internal.json.JsonDocumentReader;
import dev.callsheet.linter.internal.json.JsonSyntaxException;
import dev.callsheet.linter.internal.json.PositionedJson;
import dev.callsheet.linter.internal.textedit.TextEdit;
import dev.callsheet.linter.repair.TextReplacement;
import dev.callsheet.linter.validation.TaskValidator;
import dev.callsheet.spec.source.SourceLocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of one task, shared by its findings. A report may keep findings for long, and most are
 * never asked for repairs; so it holds the text of this task alone and not the file, and its tree
 * is made when the first repair is asked for. Safe for use by several threads.
 */
public final class TaskText {
  private final String text;
  private final int offset;
  private final SourceLocation start;
  private final String pointer;
  private final TaskValidator validator;
  private @Nullable Content content;
  private @Nullable ValidatedTask validated;

  /**
   * A task in a text.
   *
   * @param source the text at hand
   * @param tree the task in it
   * @param pointer to the task from the file's outermost value
   * @param validator of this task, also after edits
   */
  public TaskText(
      LineIndexedText source, PositionedJson tree, String pointer, TaskValidator validator) {
    this.text = source.text().substring(tree.startOffset(), tree.endOffset());
    this.offset = tree.startOffset();
    this.start = source.location(offset);
    this.pointer = pointer;
    this.validator = validator;
  }

  private record Content(LineIndexedText text, PositionedJson tree) {}

  /** Where the task begins in the text at hand, in {@code char}s. */
  int offset() {
    return offset;
  }

  /** The pointer to the task from the file's outermost value. */
  String pointer() {
    return pointer;
  }

  /** The task's own text, from its first character to its last. */
  String text() {
    return text;
  }

  /** Whether it is an object; what a task of another kind was meant to be is not known. */
  boolean isObject() {
    return text.charAt(0) == '{';
  }

  /** The task, with offsets in its own text. */
  PositionedJson tree() {
    return content().tree();
  }

  /** What the task is validated by. */
  TaskValidator validator() {
    return validator;
  }

  /** The task, with what its validator finds in it. */
  synchronized ValidatedTask validated() {
    if (validated == null) {
      validated = ValidatedTask.of(tree().value(), validator);
    }
    return validated;
  }

  /** Edits of the task's own text as replacements in the text at hand. */
  List<TextReplacement> replacements(List<TextEdit> edits) {
    LineIndexedText lines = content().text();
    return edits.stream()
        .map(
            edit ->
                new TextReplacement(
                    offset + edit.startOffset(),
                    offset + edit.endOffset(),
                    edit.newText(),
                    lines.location(edit.startOffset()),
                    lines.location(edit.endOffset())))
        .toList();
  }

  private synchronized Content content() {
    if (content == null) {
      LineIndexedText lines =
          new LineIndexedText(start.file(), text, new StartPosition(start.line(), start.column()));
      try {
        content = new Content(lines, JsonDocumentReader.read(lines, 0, text.length()));
      } catch (JsonSyntaxException impossible) {
        throw new IllegalStateException("the text of a task that was read before", impossible);
      }
    }
    return content;
  }
}
