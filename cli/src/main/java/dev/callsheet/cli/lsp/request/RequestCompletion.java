package dev.callsheet.cli.lsp.request;

import dev.callsheet.cli.lsp.json.PartialJson;
import dev.callsheet.generator.page.ParameterEntry;
import dev.callsheet.runtime.JsonPointer;
import dev.callsheet.spec.catalogue.ModelSummary;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Platform;
import dev.callsheet.spec.model.RequestEnvelope;
import dev.callsheet.spec.model.RequestIdentity;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.parser.UncheckedSpecException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.CompletionItemTag;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What can be written at the cursor of a request file: parameters and values with which the request
 * can still become a valid one, by the rules of its model. Names have their quotes also where they
 * are shown: editors compare that with what is written, and some pass over a text for that alone.
 */
public final class RequestCompletion {
  private final KnownSpecs specs;
  private final boolean hasSnippets;

  /**
   * Completes requests to known models.
   *
   * @param hasSnippets whether the client takes texts with places for the cursor
   */
  public RequestCompletion(KnownSpecs specs, boolean hasSnippets) {
    this.specs = specs;
    this.hasSnippets = hasSnippets;
  }

  /** The items for an offset; none in JSON that is no request. */
  public List<CompletionItem> at(RequestFile file, int offset) {
    if (!file.mayBecomeRequests()) {
      return List.of();
    }
    return RequestCursor.at(file, offset)
        .map(
            cursor -> {
              if (cursor instanceof RequestCursor.AtKey key) {
                return keys(file, key, offset);
              }
              return values(file, (RequestCursor.AtValue) cursor, offset);
            })
        .orElse(List.of());
  }

  private List<CompletionItem> keys(RequestFile file, RequestCursor.AtKey cursor, int offset) {
    PartialJson.Member current = cursor.key();
    int from = current == null ? offset : current.start();
    int to = current == null ? offset : current.keyEnd();
    boolean hasColon = current != null && current.colon() >= 0;
    boolean isLast = cursor.around().members().stream().noneMatch(each -> each.start() > to);
    Writing writing =
        new Writing(file.text().range(from, to), hasColon ? "" : isLast ? "" : ",", !hasColon);
    List<String> written =
        cursor.around().members().stream()
            .filter(member -> current == null || member.start() != current.start())
            .map(PartialJson.Member::name)
            .toList();
    JsonNode item = withoutKey(cursor);
    List<CompletionItem> items = new ArrayList<>();
    TaskAtCursor task = TaskAtCursor.of(item, cursor.object(), specs).orElse(null);
    if (task != null) {
      addParameters(task, written, writing, items);
    } else if (cursor.object().isRoot()) {
      identifyingMembers(item)
          .filter(name -> !written.contains(name))
          .map(name -> key(name, null, "", writing))
          .forEach(items::add);
    }
    for (int i = 0; i < items.size(); i++) {
      items.get(i).setSortText("%04d".formatted(i));
    }
    return items;
  }

  /** The item without the member whose key is being written: it is not decided on yet. */
  private static JsonNode withoutKey(RequestCursor.AtKey cursor) {
    JsonNode item = cursor.item().json();
    PartialJson.Member key = cursor.key();
    if (key != null) {
      JsonNode object = item;
      for (String step : cursor.object().steps()) {
        int index = JsonPointer.indexOf(step);
        JsonNode next = object.isArray() ? object.get(index) : object.get(step);
        if (next == null) {
          return item;
        }
        object = next;
      }
      if (object instanceof ObjectNode members) {
        members.remove(key.name());
      }
    }
    return item;
  }

  /** What a value is to be written in the place of, and what goes around it. */
  private record Writing(Range range, String behind, boolean withValue) {}

  private void addParameters(
      TaskAtCursor task, List<String> written, Writing writing, List<CompletionItem> items) {
    List<Parameter> open =
        task.model().members(task.place()).stream()
            .filter(each -> !written.contains(each.name()))
            .toList();
    Set<ParameterPath> impossible =
        task.model()
            .extensions()
            .impossibleParameters(
                task.task(), task.place(), open.stream().map(Parameter::path).toList());
    Set<String> names = new LinkedHashSet<>();
    for (boolean required : new boolean[] {true, false}) {
      for (Parameter parameter : open) {
        if (parameter.required() == required
            && !impossible.contains(parameter.path())
            && names.add(parameter.name())) {
          ParameterEntry entry = task.model().entry(parameter).orElse(null);
          items.add(key(parameter.name(), entry, valueSnippet(parameter), writing));
        }
      }
    }
  }

  /** Members that say what a request is, where that is not known yet. */
  private Stream<String> identifyingMembers(JsonNode item) {
    Stream<String> ofTasks =
        specs.catalogue().platforms().stream()
            .map(Platform::identity)
            .filter(identity -> RequestIdentity.MODEL.equals(identity.model()))
            .flatMap(identity -> identity.members().stream());
    return RequestEnvelope.isEnvelope(item)
        ? RequestEnvelope.MEMBERS.stream()
        : Stream.concat(ofTasks, RequestEnvelope.MEMBERS.stream()).distinct();
  }

  private CompletionItem key(
      String name, @Nullable ParameterEntry entry, String value, Writing writing) {
    String quoted = JsonNodeFactory.instance.stringNode(name).toString();
    CompletionItem item = new CompletionItem(quoted);
    item.setKind(CompletionItemKind.Property);
    if (entry != null) {
      item.setDetail((entry.required() ? "required: " : "") + entry.summary());
      item.setDocumentation(markdown(entry.description().toString()));
      if (entry.deprecation() != null) {
        item.setTags(List.of(CompletionItemTag.Deprecated));
      }
    }
    String text = quoted;
    if (writing.withValue()) {
      text += ": ";
      if (hasSnippets) {
        text = escapedSnippet(text) + (value.isEmpty() ? "$0" : value);
        item.setInsertTextFormat(InsertTextFormat.Snippet);
      }
      text += hasSnippets ? writing.behind() : "";
    }
    item.setTextEdit(Either.forLeft(new TextEdit(writing.range(), text)));
    return item;
  }

  private static String escapedSnippet(String text) {
    return text.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}");
  }

  /** What a value begins with, with the place for the cursor in it. */
  private static String valueSnippet(Parameter parameter) {
    Shape shape = parameter.shape();
    if (shape instanceof Shape.Choice choice && choice.isConstant()) {
      return escapedSnippet(choice.values().get(0).toString()) + "$0";
    }
    if (!shape.listedValues().isEmpty() || shape.types().size() != 1) {
      return "$0";
    }
    return switch (shape.types().iterator().next()) {
      case OBJECT -> "{$0}";
      case ARRAY -> "[$0]";
      case STRING -> "\"$0\"";
      default -> "$0";
    };
  }

  private List<CompletionItem> values(RequestFile file, RequestCursor.AtValue cursor, int offset) {
    PartialJson value = cursor.value();
    Range range =
        value == null
            ? file.text().range(offset, offset)
            : file.text().range(value.start(), value.end());
    JsonNode item = cursor.item().json();
    String member = cursor.place().last();
    boolean isOuter = cursor.place().steps().size() == 1;
    if (isOuter && member.equals(RequestEnvelope.MODEL)) {
      return modelIds(item, range);
    }
    if (isOuter && member.equals(RequestEnvelope.PLATFORM) && RequestEnvelope.isEnvelope(item)) {
      return specs.catalogue().platforms().stream()
          .map(each -> value(string(each.name()), each.title(), "", range))
          .toList();
    }
    return TaskAtCursor.of(item, cursor.place(), specs)
        .flatMap(
            task -> task.model().parameter(task.place()).map(each -> values(task, each, range)))
        .orElse(List.of());
  }

  private List<CompletionItem> values(TaskAtCursor task, Parameter parameter, Range range) {
    Set<JsonNode> impossible =
        task.model()
            .extensions()
            .impossibleValues(task.task(), task.place(), valuePath(task.place(), parameter));
    Set<JsonNode> offered = new LinkedHashSet<>();
    List<CompletionItem> items = new ArrayList<>();
    for (Shape shape : valueShapes(task.place(), parameter)) {
      List<Shape.Option> options =
          shape instanceof Shape.Choice choice
              ? choice.options()
              : shape.listedValues().stream().map(each -> new Shape.Option(each, "")).toList();
      for (Shape.Option option : options) {
        if (!impossible.contains(option.value()) && offered.add(option.value())) {
          boolean isDefault = option.value().equals(parameter.defaultValue());
          CompletionItem item =
              value(option.value(), isDefault ? "default" : "", option.description(), range);
          if (option.deprecation() != null) {
            item.setTags(List.of(CompletionItemTag.Deprecated));
          }
          items.add(item);
        }
      }
      if (isUuid(shape)) {
        items.add(value(string(UUID.randomUUID().toString()), "a fresh UUID", "", range));
      }
    }
    JsonNode usual = parameter.defaultValue();
    if (usual != null && items.isEmpty() && !impossible.contains(usual)) {
      items.add(value(usual, "default", "", range));
    }
    return items;
  }

  private static ParameterPath valuePath(JsonPointer place, Parameter parameter) {
    return isItem(place) ? parameter.path().eachItem() : parameter.path();
  }

  /** The shapes that the value at a place may have: of an item, those that items have. */
  private static List<Shape> valueShapes(JsonPointer place, Parameter parameter) {
    Stream<Shape> shapes = parameter.shape().variants().stream();
    return isItem(place)
        ? shapes
            .filter(Shape.Sequence.class::isInstance)
            .flatMap(list -> ((Shape.Sequence) list).items().variants().stream())
            .toList()
        : shapes.toList();
  }

  private static boolean isItem(JsonPointer place) {
    return JsonPointer.indexOf(place.last()) >= 0;
  }

  private static boolean isUuid(Shape shape) {
    return shape.types().contains(JsonType.STRING)
        && shape.facets(Facet.Format.class).anyMatch(format -> format.name().startsWith("uuid"));
  }

  /** Ids of the models that the item may be for. */
  private List<CompletionItem> modelIds(JsonNode item, Range range) {
    try {
      return specs.catalogue().summaries().stream()
          .filter(model -> fits(item, model))
          .map(
              model -> {
                CompletionItem completed = value(string(model.id()), model.name(), "", range);
                if (model.isDeprecated()) {
                  completed.setTags(List.of(CompletionItemTag.Deprecated));
                }
                return completed;
              })
          .toList();
    } catch (UncheckedSpecException unreadable) {
      return specs.catalogue().ids().stream().map(id -> value(string(id), "", "", range)).toList();
    }
  }

  private boolean fits(JsonNode item, ModelSummary model) {
    String platform = model.platform();
    if (RequestEnvelope.isEnvelope(item)) {
      JsonNode named = item.get(RequestEnvelope.PLATFORM);
      return named == null || named.asString("").equals(platform);
    }
    return platform == null
        || specs
            .catalogue()
            .platform(platform)
            .filter(each -> RequestIdentity.MODEL.equals(each.identity().model()))
            .isPresent();
  }

  private static CompletionItem value(
      JsonNode value, String detail, String description, Range range) {
    String text = value.toString();
    CompletionItem item = new CompletionItem(text);
    item.setKind(CompletionItemKind.Value);
    if (!detail.isEmpty()) {
      item.setDetail(detail);
    }
    if (!description.isEmpty()) {
      item.setDocumentation(markdown(description));
    }
    item.setTextEdit(Either.forLeft(new TextEdit(range, text)));
    return item;
  }

  private static JsonNode string(String text) {
    return JsonNodeFactory.instance.stringNode(text);
  }

  private static MarkupContent markdown(String text) {
    return new MarkupContent(MarkupKind.MARKDOWN, text);
  }
}
