package dev.callsheet.runtime.client.journal;

import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.client.error.ErrorCategory;
import dev.callsheet.runtime.client.error.ErrorClassification;
import dev.callsheet.runtime.client.journal.JournalEntry.Accepted;
import dev.callsheet.runtime.client.journal.JournalEntry.Acknowledged;
import dev.callsheet.runtime.client.journal.JournalEntry.Delivered;
import dev.callsheet.runtime.client.journal.JournalEntry.Finished;
import dev.callsheet.runtime.client.journal.JournalEntry.Submitted;
import dev.callsheet.runtime.client.journal.JournalEntry.Uncertain;
import dev.callsheet.runtime.client.journal.JournalEntry.Unrecognized;
import dev.callsheet.runtime.internal.wire.ErrorCodes;
import dev.callsheet.runtime.internal.wire.WireJson;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes entries as JSON objects of one line each, and reads them. Requests and results stand in
 * them as they are, to the byte.
 */
public final class JournalEntryJson {
  private static final String REQUEST = "request";
  private static final String RESULT = "result";

  private JournalEntryJson() {}

  /** The entry as a JSON object. */
  public static String write(JournalEntry entry) {
    var text = new StringWriter();
    try (var json = WireJson.MAPPER.createGenerator(text)) {
      entry.accept(new Writer(json));
    }
    return text.toString();
  }

  /** Writes an entry's object, which ends where the generator is closed. */
  private record Writer(JsonGenerator json) implements JournalEntryVisitor<@Nullable Void> {
    private @Nullable Void write(String event, JournalEntry entry) {
      json.writeStartObject();
      json.writeStringProperty("event", event);
      json.writeStringProperty("job", entry.job().toString());
      json.writeStringProperty("at", entry.timestamp().toString());
      return null;
    }

    private @Nullable Void writeRaw(String name, String value) {
      json.writeName(name);
      json.writeRawValue(value);
      return null;
    }

    @Override
    public @Nullable Void visitSubmitted(Submitted entry) {
      write("submitted", entry);
      json.writeStringProperty("platform", entry.platform());
      json.writeStringProperty("model", entry.model());
      json.writeNumberProperty("results", entry.expectedResults());
      return entry.request() == null ? null : writeRaw(REQUEST, entry.request());
    }

    @Override
    public @Nullable Void visitAccepted(Accepted entry) {
      write("accepted", entry);
      json.writeStringProperty("reference", entry.reference());
      return null;
    }

    @Override
    public @Nullable Void visitDelivered(Delivered entry) {
      write("delivered", entry);
      return writeRaw(RESULT, entry.result());
    }

    @Override
    public @Nullable Void visitUncertain(Uncertain entry) {
      write("uncertain", entry);
      return writeRaw("reason", errorJson(entry.reason()));
    }

    @Override
    public @Nullable Void visitFinished(Finished entry) {
      write("finished", entry);
      json.writeArrayPropertyStart("failures");
      entry.failures().forEach(failure -> json.writeRawValue(errorJson(failure)));
      json.writeEndArray();
      return null;
    }

    @Override
    public @Nullable Void visitAcknowledged(Acknowledged entry) {
      return write("acknowledged", entry);
    }

    @Override
    public @Nullable Void visitUnrecognized(Unrecognized entry) {
      json.writeRawValue(entry.json());
      return null;
    }
  }

  private static String errorJson(ApiError error) {
    ObjectNode json = WireJson.MAPPER.createObjectNode();
    json.put("code", error.code()).put("message", error.message());
    if (error.httpStatus() != null) {
      json.put("httpStatus", error.httpStatus());
    }
    json.put("category", error.category().name());
    json.put("retryable", error.isRetryable());
    json.put("decidedBy", error.classification().decidedBy());
    var parameters = json.putArray("parameters");
    error.parameters().forEach(parameters::add);
    if (error.job() != null) {
      json.put("job", error.job().toString());
    }
    if (!error.raw().isMissingNode()) {
      json.set("raw", error.raw());
    }
    return WireJson.MAPPER.writeValueAsString(json);
  }

  /**
   * The entry that a JSON object stands for. One whose event is not known here is {@linkplain
   * Unrecognized unrecognized}.
   *
   * @throws IllegalArgumentException if it stands for none
   */
  public static JournalEntry read(String text) {
    try {
      return readEntry(text);
    } catch (RuntimeException e) { // of Jackson, of dates, of UUIDs: whoever wrote it was not us
      throw new IllegalArgumentException("This is no entry of a journal", e);
    }
  }

  private static JournalEntry readEntry(String text) {
    String verbatim = null;
    var small = WireJson.MAPPER.createObjectNode();
    try (var json = WireJson.MAPPER.createParser(text)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("An entry is a JSON object");
      }
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        var name = json.currentName();
        json.nextToken();
        if (name.equals(REQUEST) || name.equals(RESULT)) {
          verbatim = rawValue(text, json);
        } else {
          small.set(name, WireJson.MAPPER.readTree(rawValue(text, json)));
        }
      }
      return entry(small, verbatim, text);
    }
  }

  /** The value the parser stands on, character by character. */
  private static String rawValue(String text, JsonParser json) {
    var start = (int) json.currentTokenLocation().getCharOffset();
    json.finishToken();
    json.skipChildren();
    return text.substring(start, (int) json.currentLocation().getCharOffset());
  }

  private static JournalEntry entry(ObjectNode json, @Nullable String verbatim, String text) {
    var job = UUID.fromString(json.path("job").asString(""));
    var at = Instant.parse(json.path("at").asString(""));
    return switch (json.path("event").asString("")) {
      case "submitted" ->
          new Submitted(
              job,
              at,
              json.path("platform").asString(""),
              json.path("model").asString(""),
              Math.max(1, json.path("results").asInt(1)),
              verbatim);
      case "accepted" -> new Accepted(job, at, json.path("reference").asString(job.toString()));
      case "delivered" -> new Delivered(job, at, required(verbatim));
      case "uncertain" -> new Uncertain(job, at, error(json.path("reason")));
      case "finished" ->
          new Finished(
              job,
              at,
              json.path("failures").values().stream().map(JournalEntryJson::error).toList());
      case "acknowledged" -> new Acknowledged(job, at);
      default -> new Unrecognized(job, at, text);
    };
  }

  private static String required(@Nullable String result) {
    if (result == null) {
      throw new IllegalArgumentException("A delivery has a result");
    }
    return result;
  }

  /** As it was written; earlier versions of Callsheet wrote none. */
  private static Optional<ErrorClassification> classification(JsonNode json) {
    return Stream.of(ErrorCategory.values())
        .filter(category -> category.name().equals(json.path("category").asString("")))
        .map(
            category ->
                new ErrorClassification(
                    category,
                    json.path("retryable").asBoolean(false),
                    json.path("decidedBy").asString("")))
        .findFirst();
  }

  private static ApiError error(JsonNode json) {
    var code = json.path("code").stringValueOpt().orElse(null);
    var status = json.path("httpStatus");
    var httpStatus = status.isInt() ? (Integer) status.intValue() : null;
    var task = json.path("job").stringValueOpt().map(UUID::fromString).orElse(null);
    var raw = json.path("raw");
    return new ApiError(
        classification(json).orElseGet(() -> ErrorCodes.classify(code, httpStatus)),
        code,
        json.path("message").asString(""),
        List.copyOf(json.path("parameters").values().stream().map(JsonNode::asString).toList()),
        task,
        httpStatus,
        raw.isMissingNode() ? MissingNode.getInstance() : raw);
  }
}
