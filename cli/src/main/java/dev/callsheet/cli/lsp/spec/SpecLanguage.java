package dev.callsheet.cli.lsp.spec;

import dev.callsheet.cli.lsp.text.DocumentText;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.source.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What can be written in a spec, and what is said of it: keys and values by the schema of the
 * language, and the paths of the model's own parameters in its rules.
 */
public final class SpecLanguage {
  private static final List<String> NAMING_PARAMETERS = List.of("rules", "modes", "pricing");

  private final SpecSchema schema = new SpecSchema();

  /**
   * What can be written at an offset.
   *
   * @param model the file's model as it could be read last; null when it never could
   */
  public List<CompletionItem> completion(SpecFile file, int offset, @Nullable ModelSpec model) {
    if (!file.isSpec()) {
      return List.of();
    }
    YamlCursor cursor = YamlCursor.at(file.text(), offset);
    Range range = file.text().range(Math.min(cursor.start(), offset), cursor.end());
    String behindKey = hasColon(file.text(), cursor.end()) ? "" : ": ";
    List<CompletionItem> items = new ArrayList<>();
    if (cursor.isKey()) {
      schema
          .keys(cursor.path())
          .forEach(
              (key, value) ->
                  items.add(item(key, key + behindKey, schema.description(value), range)));
    } else {
      schema.values(cursor.path()).stream()
          .map(value -> value.isString() ? value.stringValue() : value.toString())
          .map(value -> item(value, value, "", range))
          .forEach(items::add);
    }
    boolean namesParameters =
        !cursor.path().isEmpty() && NAMING_PARAMETERS.contains(cursor.path().get(0));
    if (items.isEmpty() && namesParameters && model != null) {
      parameters(model.request().members())
          .map(each -> each.path().toString())
          .distinct()
          .map(path -> item(path, cursor.isKey() ? path + behindKey : path, "", range))
          .forEach(items::add);
    }
    return items;
  }

  /** Whether the key that ends at an offset has its colon already. */
  private static boolean hasColon(DocumentText text, int keyEnd) {
    int lineEnd = text.lineEnd(text.lineOf(keyEnd));
    return text.text().substring(keyEnd, lineEnd).stripLeading().startsWith(":");
  }

  /** What the schema says of the key at an offset. */
  public Optional<Hover> hover(SpecFile file, int offset) {
    if (!file.isSpec()) {
      return Optional.empty();
    }
    YamlCursor cursor = YamlCursor.at(file.text(), offset);
    if (!cursor.isKey()) {
      return Optional.empty();
    }
    String key = word(file, cursor);
    Map<String, JsonNode> keys = schema.keys(cursor.path());
    JsonNode found = keys.get(key);
    String description = found == null ? "" : schema.description(found);
    return description.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Hover(
                new MarkupContent(MarkupKind.MARKDOWN, "**" + key + "**: " + description),
                file.text().range(cursor.start(), cursor.end())));
  }

  /** Where the parameter or the rule is declared whose name stands at an offset. */
  public Optional<SourceLocation> definition(SpecFile file, int offset, @Nullable ModelSpec model) {
    if (model == null || !file.isSpec()) {
      return Optional.empty();
    }
    String word = word(file, YamlCursor.at(file.text(), offset)).replaceAll("^[\"']|[\"']$", "");
    return parameters(model.request().members())
        .filter(each -> isSame(each.path(), word))
        .map(Parameter::location)
        .findFirst()
        .or(() -> model.rule(word).map(Rule::location));
  }

  private static boolean isSame(ParameterPath path, String written) {
    return path.toString().equals(written);
  }

  private static Stream<Parameter> parameters(List<Parameter> members) {
    return members.stream()
        .flatMap(each -> Stream.concat(Stream.of(each), parameters(each.shape().parameters())));
  }

  private static String word(SpecFile file, YamlCursor cursor) {
    return file.text()
        .text()
        .substring(Math.min(cursor.start(), cursor.end()), cursor.end())
        .strip();
  }

  private static CompletionItem item(String label, String text, String description, Range range) {
    CompletionItem item = new CompletionItem(label);
    item.setKind(CompletionItemKind.Property);
    if (!description.isEmpty()) {
      item.setDocumentation(new MarkupContent(MarkupKind.MARKDOWN, description));
    }
    item.setTextEdit(Either.forLeft(new TextEdit(range, text)));
    return item;
  }
}
