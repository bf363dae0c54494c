package dev.callsheet.cli.lsp.request;

import dev.callsheet.cli.lsp.json.PartialJson;
import dev.callsheet.cli.lsp.json.PartialJsonReader;
import dev.callsheet.cli.lsp.text.DocumentText;
import dev.callsheet.linter.LintInput;
import dev.callsheet.spec.model.RequestEnvelope;
import dev.callsheet.spec.model.RequestIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One version of a request file that is open in an editor.
 *
 * @param uri by which the client knows it
 * @param version the client's number for it
 * @param name that findings have; it decides whether it is read line by line
 */
public record RequestFile(String uri, int version, String name, DocumentText text) {
  /** So many of the first items are looked at to tell a request file from other JSON. */
  private static final int MAX_ITEMS_LOOKED_AT = 100;

  private static final Set<String> SIGNS =
      Set.of(RequestIdentity.MODEL, "taskType", RequestEnvelope.REQUEST);

  /** Whether each line is a value of its own. */
  public boolean hasLines() {
    return LintInput.isJsonLines(name);
  }

  /** Whether it looks like requests, and not like JSON that is something else. */
  public boolean isRequests() {
    return firstObjects()
        .flatMap(item -> item.members().stream())
        .anyMatch(member -> SIGNS.contains(member.name()));
  }

  /** Whether it is requests, or may become such: nothing is in it yet. */
  public boolean mayBecomeRequests() {
    return isRequests() || firstObjects().allMatch(item -> item.members().size() <= 1);
  }

  private Stream<PartialJson.OfObject> firstObjects() {
    return hasLines()
        ? Stream.iterate(0, line -> line < text.lineCount(), line -> line + 1)
            .limit(MAX_ITEMS_LOOKED_AT)
            .flatMap(line -> objects(line(line)).stream())
        : objects(
            PartialJsonReader.readFirst(MAX_ITEMS_LOOKED_AT, text.text(), 0, text.text().length()))
            .stream();
  }

  /** The tasks and envelopes in all of it. */
  public List<PartialJson.OfObject> items() {
    if (!hasLines()) {
      return objects(values());
    }
    List<PartialJson.OfObject> all = new ArrayList<>();
    for (int line = 0; line < text.lineCount(); line++) {
      all.addAll(objects(line(line)));
    }
    return all;
  }

  /** The values that an offset may be in: of its line, where lines are values. */
  List<PartialJson> valuesAround(int offset) {
    return hasLines() ? line(text.lineOf(offset)) : values();
  }

  /** The outermost values. */
  List<PartialJson> values() {
    return PartialJsonReader.read(text.text(), 0, text.text().length());
  }

  private List<PartialJson> line(int line) {
    return PartialJsonReader.read(text.text(), text.lineStart(line), text.lineEnd(line));
  }

  private static List<PartialJson.OfObject> objects(List<PartialJson> values) {
    return values.stream()
        .flatMap(
            value ->
                value instanceof PartialJson.OfList list ? list.items().stream() : Stream.of(value))
        .filter(PartialJson.OfObject.class::isInstance)
        .map(PartialJson.OfObject.class::cast)
        .toList();
  }
}
