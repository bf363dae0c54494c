package dev.callsheet.linter.internal.secrets;

import dev.callsheet.linter.internal.json.PositionedJson;
import dev.callsheet.runtime.JsonPointer;
import dev.callsheet.runtime.internal.secrets.SecretNames;
import dev.callsheet.runtime.internal.secrets.SecretText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The secrets of one document: everything that stands under a name such as {@code apiKey}, whatever
 * it is. They are covered in whatever is shown of the document, wherever they stand in it; what
 * looks like a secret is covered as well.
 */
public final class DocumentSecrets {
  private final Set<String> values = new LinkedHashSet<>();
  private final List<Span> spans = new ArrayList<>();

  /** Where a secret begins and ends in the text. */
  private record Span(int from, int to) {}

  /** Collects the secrets of a task. */
  public void addAll(PositionedJson task) {
    for (PositionedJson child : task.children()) {
      PositionedJson.Key key = child.key();
      if (key != null && SecretNames.isSecretName(key.name())) {
        spans.add(new Span(child.startOffset(), child.endOffset()));
        addValues(child);
      } else {
        addAll(child);
      }
    }
  }

  private void addValues(PositionedJson secret) {
    if (!secret.value().isContainer()) {
      values.addAll(SecretText.decodedForms(secret.value().asString("")));
    }
    for (PositionedJson child : secret.children()) {
      PositionedJson.Key key = child.key();
      if (key != null) {
        values.addAll(SecretText.decodedForms(key.name()));
      }
      addValues(child);
    }
  }

  /** A text about the document, with every secret covered. */
  public String cover(String text) {
    return SecretText.covered(text, values);
  }

  /** A pointer into the document, likewise. */
  public String coverPointer(String pointer) {
    String covered = cover(pointer);
    if (covered.equals(pointer)) {
      return pointer;
    }
    List<String> steps = JsonPointer.parse(pointer).steps().stream().map(this::cover).toList();
    return new JsonPointer(steps).toString();
  }

  /** A part of the document's own text, likewise; its length stays. */
  public char[] coverSource(String text, int from, int to) {
    char[] covered = new char[to - from];
    text.getChars(from, to, covered, 0);
    SecretText.cover(covered, values);
    for (Span span : spans) {
      int start = Math.max(span.from(), from);
      int end = Math.min(span.to(), to);
      if (start < end) {
        boolean opens = text.charAt(start) == '"';
        boolean closes = text.charAt(end - 1) == '"';
        SecretText.cover(
            covered, (opens ? start + 1 : start) - from, (closes ? end - 1 : end) - from);
      }
    }
    return covered;
  }
}
