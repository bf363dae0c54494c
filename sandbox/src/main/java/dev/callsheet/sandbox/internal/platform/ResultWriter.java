package dev.callsheet.sandbox.internal.platform;

import dev.callsheet.runtime.protocol.Locator;
import dev.callsheet.runtime.protocol.PlatformProtocol;
import dev.callsheet.runtime.protocol.PlatformProtocol.Cost;
import dev.callsheet.runtime.protocol.PlatformProtocol.Media;
import dev.callsheet.runtime.protocol.PlatformProtocol.ReplyKind;
import dev.callsheet.sandbox.internal.media.HostedMedia;
import dev.callsheet.sandbox.internal.render.RenderOutcome;
import dev.callsheet.spec.analysis.SampleValues;
import dev.callsheet.spec.model.Parameter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the result of a task: as the model's spec describes it, or, where none says what is made
 * or a client would find no media in it, in the first form in which the platform's description
 * looks for media.
 */
final class ResultWriter {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** The member that has the media where a description looks for them at any depth. */
  private static final Locator SOME_MEMBER = new Locator("/media");

  private static final String ANY_DEPTH = "**";
  private static final int UNIT_DIGITS = 9;

  private final PlatformProtocol protocol;

  ResultWriter(PlatformProtocol protocol) {
    this.protocol = protocol;
  }

  /** Puts the result where the description looks for it. */
  ReplyDraft write(ReplyDraft draft, PlatformTask task) {
    List<RenderOutcome.Rendered> rendered = task.rendered();
    String bytes = protocol.result().bytes();
    if (bytes != null && !rendered.isEmpty()) {
      return draft.withBytes(bytes, rendered.get(0).media().content());
    }
    ObjectNode fields = JSON.objectNode();
    rendered.forEach(one -> merge(fields, one.fields()));
    task.described().ifPresent(spec -> addRequired(spec.response().members(), fields));
    Locator at = protocol.result().at();
    JsonNode result = hasMedia(at, fields) ? fields : undescribed(rendered);
    JsonNode value = valueAt(at, result);
    Cost cost = protocol.result().cost();
    if (cost != null && value instanceof ObjectNode object) {
      ReplyDraft.put(object, cost.at(), 0, JSON.numberNode(units(task, cost)));
    }
    return draft.put(at, value);
  }

  /** What was charged, in the platform's unit. */
  private static BigDecimal units(PlatformTask task, Cost cost) {
    return task.render()
        .quote()
        .chargedAmount()
        .divide(cost.usd(), UNIT_DIGITS, RoundingMode.HALF_UP)
        .stripTrailingZeros();
  }

  /** Whatever else is always there has a value that means nothing. */
  private static void addRequired(List<Parameter> members, JsonNode value) {
    if (value.isArray()) {
      value.forEach(item -> addRequired(members, item));
    } else if (value instanceof ObjectNode object) {
      for (Parameter member : members) {
        if (object.has(member.name())) {
          addRequired(member.shape().parameters(), object.path(member.name()));
        } else if (member.required() && member.metadata().media() == null) {
          object.set(member.name(), SampleValues.of(member.shape()));
        }
      }
    }
  }

  /** What was made together is one result: its lists have an item of each. */
  private static void merge(ObjectNode all, ObjectNode one) {
    one.properties()
        .forEach(
            member -> {
              JsonNode had = all.path(member.getKey());
              if (had instanceof ArrayNode list && member.getValue() instanceof ArrayNode more) {
                list.addAll(more);
              } else if (had instanceof ObjectNode object
                  && member.getValue() instanceof ObjectNode more) {
                merge(object, more);
              } else if (had.isMissingNode()) {
                all.set(member.getKey(), member.getValue().deepCopy());
              }
            });
  }

  /**
   * Specs describe an object; of a result that is none it has the one member that is the result.
   */
  private static JsonNode valueAt(Locator at, JsonNode result) {
    boolean isNamed = result.isObject() && !at.steps().isEmpty() && result.has(at.lastName());
    return isNamed ? result.path(at.lastName()) : result;
  }

  /** Whether a client finds media in what the spec says; it looks where the description says. */
  private boolean hasMedia(Locator at, ObjectNode fields) {
    JsonNode result = valueAt(at, fields);
    List<Media> forms = protocol.result().media();
    return !fields.isEmpty()
        && (forms.isEmpty()
            || forms.stream()
                .anyMatch(
                    form -> form.each().in(result).stream().anyMatch(it -> isMedia(form, it))));
  }

  private static boolean isMedia(Media form, JsonNode item) {
    return isText(form)
        ? item.isString()
        : Stream.of(form.url(), form.base64())
            .flatMap(Stream::ofNullable)
            .anyMatch(place -> place.in(item).stream().anyMatch(JsonNode::isString));
  }

  private JsonNode undescribed(List<RenderOutcome.Rendered> rendered) {
    Media form =
        protocol.result().media().stream()
            .findFirst()
            .orElseGet(() -> new Media(new Locator("/" + ANY_DEPTH), null, null));
    List<JsonNode> items = rendered.stream().map(one -> item(form, one.media())).toList();
    List<String> before =
        form.each().steps().stream().filter(step -> !step.equals(ANY_DEPTH)).toList();
    boolean isAnywhere = form.each().steps().contains(ANY_DEPTH);
    if (isAnywhere
        && before.isEmpty()
        && !protocol.result().at().steps().isEmpty()
        && isText(form)) {
      return JSON.arrayNode().addAll(items);
    }
    ObjectNode result = JSON.objectNode();
    if (isAnywhere) {
      ReplyDraft.put(
          result,
          before.isEmpty() ? SOME_MEMBER : new Locator("/" + String.join("/", before)),
          0,
          JSON.arrayNode().addAll(items));
    } else {
      for (int i = 0; i < items.size(); i++) {
        ReplyDraft.put(result, form.each(), i, items.get(i));
      }
    }
    return result;
  }

  private static boolean isText(Media form) {
    return form.url() == null && form.base64() == null;
  }

  /** A result that is the reply itself comes with its bytes, where the description allows. */
  private JsonNode item(Media form, HostedMedia media) {
    String url = media.url().toString();
    if (isText(form)) {
      return JSON.stringNode(url);
    }
    ObjectNode item = JSON.objectNode();
    boolean isInline = protocol.submit().reply() == ReplyKind.RESULT;
    if (form.base64() != null && (isInline || form.url() == null)) {
      String bytes = Base64.getEncoder().encodeToString(media.content().bytes());
      ReplyDraft.put(item, form.base64(), 0, JSON.stringNode(bytes));
    } else if (form.url() != null) {
      ReplyDraft.put(item, form.url(), 0, JSON.stringNode(url));
    }
    return item;
  }
}
