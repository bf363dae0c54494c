package dev.callsheet.spec.report;

import dev.callsheet.spec.source.Location;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * A log in the Static Analysis Results Interchange Format 2.1.0, which code hosts and editors show.
 * Results are written one by one; the rules come after them, when it is known which were needed.
 */
final class SarifLog {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private final Writer out;
  private final JsonGenerator json;
  private final Map<String, Integer> indexes = new LinkedHashMap<>();

  /**
   * A sort of finding.
   *
   * @param meaning what it means, in a sentence
   * @param details all there is to say of it
   * @param help what to do about it; Markdown
   * @param level how grave it is
   */
  record Rule(String id, String meaning, String details, String help, String level) {}

  /**
   * One finding.
   *
   * @param level {@code error}, {@code warning} or {@code note}
   * @param pointer where it is in the document's own terms; null when it has none
   * @param fingerprint what stays the same when lines move, and tells this finding from all others
   * @param properties anything else worth keeping, by name; written as they are
   */
  record Result(
      String rule,
      String level,
      String message,
      Region region,
      @Nullable String pointer,
      List<Related> related,
      String fingerprint,
      List<Fix> fixes,
      Map<String, Object> properties) {}

  /**
   * A part of a file.
   *
   * @param endLine null for the line it begins in
   * @param endColumn one past its last column; null when it is not known
   */
  record Region(Location start, @Nullable Integer endLine, @Nullable Integer endColumn) {
    /** From a place on. */
    static Region from(Location start) {
      return new Region(start, null, null);
    }
  }

  /** Another place that takes part, and what stands there. */
  record Related(Location location, String message) {}

  /** A way to mend a finding, by replacing parts of its file. */
  record Fix(String description, List<Edit> edits) {}

  /** Text in place of a part of a file. */
  record Edit(Region deleted, String inserted) {}

  /** Begins a log. */
  SarifLog(Writer out) {
    this.out = out;
    this.json = JsonOut.generator(out);
    json.writeStartObject()
        .writeStringProperty("$schema", SCHEMA)
        .writeStringProperty("version", "2.1.0")
        .writeArrayPropertyStart("runs")
        .writeStartObject()
        .writeStringProperty("columnKind", "unicodeCodePoints")
        .writeArrayPropertyStart("results");
  }

  /** Writes a result. */
  void add(Result result) {
    Integer known = indexes.get(result.rule());
    int index = known == null ? indexes.size() : known;
    indexes.put(result.rule(), index);
    json.writeStartObject()
        .writeStringProperty("ruleId", result.rule())
        .writeNumberProperty("ruleIndex", index)
        .writeStringProperty("level", result.level());
    text("message", result.message());
    json.writeArrayPropertyStart("locations").writeStartObject();
    place(result.region());
    if (result.pointer() != null) {
      json.writeArrayPropertyStart("logicalLocations")
          .writeStartObject()
          .writeStringProperty("fullyQualifiedName", result.pointer())
          .writeEndObject()
          .writeEndArray();
    }
    json.writeEndObject().writeEndArray();
    related(result.related());
    json.writeObjectPropertyStart("partialFingerprints")
        .writeStringProperty("callsheet/v1", result.fingerprint())
        .writeEndObject();
    fixes(result.region().start().file(), result.fixes());
    if (!result.properties().isEmpty()) {
      json.writePOJOProperty("properties", result.properties());
    }
    json.writeEndObject();
  }

  /**
   * Ends the log.
   *
   * @param rules what is known of a rule, by its id
   * @param notices what kept the tool from its work; empty when nothing did
   */
  void end(Function<String, Rule> rules, List<String> notices) throws IOException {
    json.writeEndArray();
    json.writeArrayPropertyStart("invocations")
        .writeStartObject()
        .writeBooleanProperty("executionSuccessful", notices.isEmpty())
        .writeArrayPropertyStart("toolExecutionNotifications");
    for (String notice : notices) {
      json.writeStartObject().writeStringProperty("level", "error");
      text("message", notice);
      json.writeEndObject();
    }
    json.writeEndArray().writeEndObject().writeEndArray();
    json.writeObjectPropertyStart("tool")
        .writeObjectPropertyStart("driver")
        .writeStringProperty("name", "Callsheet");
    String version = SarifLog.class.getPackage().getImplementationVersion();
    if (version != null) {
      json.writeStringProperty("version", version);
    }
    json.writeArrayPropertyStart("rules");
    indexes.keySet().forEach(id -> describe(rules.apply(id)));
    json.writeEndArray().writeEndObject().writeEndObject();
    json.writeEndObject().writeEndArray().writeEndObject().flush();
    out.append('\n');
  }

  private void describe(Rule rule) {
    json.writeStartObject().writeStringProperty("id", rule.id());
    text("shortDescription", rule.meaning());
    text("fullDescription", rule.details());
    json.writeObjectPropertyStart("help")
        .writeStringProperty("text", rule.help())
        .writeStringProperty("markdown", rule.help())
        .writeEndObject();
    json.writeObjectPropertyStart("defaultConfiguration")
        .writeStringProperty("level", rule.level())
        .writeEndObject()
        .writeEndObject();
  }

  private void related(List<Related> others) {
    if (others.isEmpty()) {
      return;
    }
    json.writeArrayPropertyStart("relatedLocations");
    for (Related other : others) {
      json.writeStartObject();
      place(Region.from(other.location()));
      text("message", other.message());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void fixes(String file, List<Fix> fixes) {
    if (fixes.isEmpty()) {
      return;
    }
    json.writeArrayPropertyStart("fixes");
    for (Fix fix : fixes) {
      json.writeStartObject();
      text("description", fix.description());
      json.writeArrayPropertyStart("artifactChanges").writeStartObject();
      artifact(file);
      json.writeArrayPropertyStart("replacements");
      for (Edit edit : fix.edits()) {
        json.writeStartObject();
        region("deletedRegion", edit.deleted());
        text("insertedContent", edit.inserted());
        json.writeEndObject();
      }
      json.writeEndArray().writeEndObject().writeEndArray().writeEndObject();
    }
    json.writeEndArray();
  }

  private void text(String name, String text) {
    json.writeObjectPropertyStart(name).writeStringProperty("text", text).writeEndObject();
  }

  private void place(Region region) {
    json.writeObjectPropertyStart("physicalLocation");
    artifact(region.start().file());
    region("region", region);
    json.writeEndObject();
  }

  private void artifact(String file) {
    json.writeObjectPropertyStart("artifactLocation")
        .writeStringProperty("uri", uri(file))
        .writeEndObject();
  }

  private void region(String name, Region region) {
    json.writeObjectPropertyStart(name)
        .writeNumberProperty("startLine", region.start().line())
        .writeNumberProperty("startColumn", region.start().column());
    if (region.endLine() != null) {
      json.writeNumberProperty("endLine", region.endLine());
    }
    if (region.endColumn() != null) {
      json.writeNumberProperty("endColumn", region.endColumn());
    }
    json.writeEndObject();
  }

  private static String uri(String file) {
    StringBuilder uri = new StringBuilder();
    for (byte octet : file.replace('\\', '/').getBytes(StandardCharsets.UTF_8)) {
      char character = (char) (octet & 0xFF);
      boolean plain =
          character < 0x80
              && (Character.isLetterOrDigit(character)
                  || "-._~/@!$&'()*+,;=".indexOf(character) >= 0);
      uri.append(plain ? String.valueOf(character) : String.format("%%%02X", (int) character));
    }
    return (file.startsWith("/") ? "file://" : "") + uri;
  }
}
