package dev.callsheet.linter.internal.report;

import dev.callsheet.linter.internal.git.RepositoryNames;
import dev.callsheet.spec.source.SourceLocation;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
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
public final class SarifLogWriter {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private final RepositoryNames names = RepositoryNames.ofWorkingDirectory();
  private final Writer out;
  private final JsonGenerator json;
  private final Map<String, Integer> ruleIndexes = new LinkedHashMap<>();

  /**
   * A rule.
   *
   * @param meaning what it means, in a sentence
   * @param details its full description
   * @param help what to do about it; Markdown
   * @param level its severity
   */
  public record RuleDescriptor(
      String id, String meaning, String details, String help, String level) {}

  /**
   * One finding.
   *
   * @param level {@code error}, {@code warning} or {@code note}
   * @param pointer where it is in the document's own terms; null when it has none
   * @param fingerprint stays the same when lines move, and is unique
   * @param properties further values by name, written as they are
   */
  public record Result(
      String rule,
      String level,
      String message,
      Region region,
      @Nullable String pointer,
      List<RelatedLocation> related,
      String fingerprint,
      List<Fix> fixes,
      Map<String, Object> properties) {}

  /**
   * A part of a file.
   *
   * @param endLine null for the line it begins in
   * @param endColumn one past its last column; null when it is not known
   */
  public record Region(
      SourceLocation start, @Nullable Integer endLine, @Nullable Integer endColumn) {
    /** A region that begins at a location. */
    public static Region from(SourceLocation start) {
      return new Region(start, null, null);
    }
  }

  /** Another location that takes part, with a description. */
  public record RelatedLocation(SourceLocation location, String message) {}

  /** A repair of a finding, by replacements in its file. */
  public record Fix(String description, List<SarifReplacement> replacements) {}

  /** Text in place of a part of a file. */
  public record SarifReplacement(Region deleted, String inserted) {}

  /** Begins a log. */
  public SarifLogWriter(Writer out) {
    this.out = out;
    this.json = JsonGenerators.indented(out);
    json.writeStartObject()
        .writeStringProperty("$schema", SCHEMA)
        .writeStringProperty("version", "2.1.0")
        .writeArrayPropertyStart("runs")
        .writeStartObject()
        .writeStringProperty("columnKind", "unicodeCodePoints")
        .writeArrayPropertyStart("results");
  }

  /** Writes a result. */
  public void add(Result result) {
    Integer known = ruleIndexes.get(result.rule());
    int index = known == null ? ruleIndexes.size() : known;
    ruleIndexes.put(result.rule(), index);
    json.writeStartObject()
        .writeStringProperty("ruleId", result.rule())
        .writeNumberProperty("ruleIndex", index)
        .writeStringProperty("level", result.level());
    writeText("message", result.message());
    json.writeArrayPropertyStart("locations").writeStartObject();
    writePhysicalLocation(result.region());
    if (result.pointer() != null) {
      json.writeArrayPropertyStart("logicalLocations")
          .writeStartObject()
          .writeStringProperty("fullyQualifiedName", result.pointer())
          .writeEndObject()
          .writeEndArray();
    }
    json.writeEndObject().writeEndArray();
    writeRelatedLocations(result.related());
    json.writeObjectPropertyStart("partialFingerprints")
        .writeStringProperty("callsheet/v1", result.fingerprint())
        .writeEndObject();
    writeFixes(result.region().start().file(), result.fixes());
    if (!result.properties().isEmpty()) {
      json.writePOJOProperty("properties", result.properties());
    }
    json.writeEndObject();
  }

  /**
   * Ends the log.
   *
   * @param rules describes the rule of an id
   * @param notices inputs that could not be read
   */
  public void finish(Function<String, RuleDescriptor> rules, List<String> notices)
      throws IOException {
    json.writeEndArray();
    json.writeArrayPropertyStart("invocations")
        .writeStartObject()
        .writeBooleanProperty("executionSuccessful", notices.isEmpty())
        .writeArrayPropertyStart("toolExecutionNotifications");
    for (String notice : notices) {
      json.writeStartObject().writeStringProperty("level", "error");
      writeText("message", notice);
      json.writeEndObject();
    }
    json.writeEndArray().writeEndObject().writeEndArray();
    json.writeObjectPropertyStart("tool")
        .writeObjectPropertyStart("driver")
        .writeStringProperty("name", "Callsheet");
    String version = SarifLogWriter.class.getPackage().getImplementationVersion();
    if (version != null) {
      json.writeStringProperty("version", version);
    }
    json.writeArrayPropertyStart("rules");
    ruleIndexes.keySet().forEach(id -> writeRule(rules.apply(id)));
    json.writeEndArray().writeEndObject().writeEndObject();
    json.writeEndObject().writeEndArray().writeEndObject().flush();
    out.append('\n');
  }

  private void writeRule(RuleDescriptor rule) {
    json.writeStartObject().writeStringProperty("id", rule.id());
    writeText("shortDescription", rule.meaning());
    writeText("fullDescription", rule.details());
    json.writeObjectPropertyStart("help")
        .writeStringProperty("text", rule.help())
        .writeStringProperty("markdown", rule.help())
        .writeEndObject();
    json.writeObjectPropertyStart("defaultConfiguration")
        .writeStringProperty("level", rule.level())
        .writeEndObject()
        .writeEndObject();
  }

  private void writeRelatedLocations(List<RelatedLocation> others) {
    if (others.isEmpty()) {
      return;
    }
    json.writeArrayPropertyStart("relatedLocations");
    for (RelatedLocation other : others) {
      json.writeStartObject();
      writePhysicalLocation(Region.from(other.location()));
      writeText("message", other.message());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeFixes(String file, List<Fix> fixes) {
    if (fixes.isEmpty()) {
      return;
    }
    json.writeArrayPropertyStart("fixes");
    for (Fix fix : fixes) {
      json.writeStartObject();
      writeText("description", fix.description());
      json.writeArrayPropertyStart("artifactChanges").writeStartObject();
      writeArtifactLocation(file);
      json.writeArrayPropertyStart("replacements");
      for (SarifReplacement edit : fix.replacements()) {
        json.writeStartObject();
        writeRegion("deletedRegion", edit.deleted());
        writeText("insertedContent", edit.inserted());
        json.writeEndObject();
      }
      json.writeEndArray().writeEndObject().writeEndArray().writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeText(String name, String text) {
    json.writeObjectPropertyStart(name).writeStringProperty("text", text).writeEndObject();
  }

  private void writePhysicalLocation(Region region) {
    json.writeObjectPropertyStart("physicalLocation");
    writeArtifactLocation(region.start().file());
    writeRegion("region", region);
    json.writeEndObject();
  }

  private void writeArtifactLocation(String file) {
    json.writeObjectPropertyStart("artifactLocation")
        .writeStringProperty("uri", uri(names.nameOf(file)))
        .writeEndObject();
  }

  private void writeRegion(String name, Region region) {
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

  /** A name with slashes as an address; one of a whole path, as on Windows too, is absolute. */
  private static String uri(String file) {
    StringBuilder uri = new StringBuilder();
    for (byte octet : file.getBytes(StandardCharsets.UTF_8)) {
      char character = (char) (octet & 0xFF);
      if (character < 0x80
          && (Character.isLetterOrDigit(character)
              || "-._~/@!$&'()*+,;=".indexOf(character) >= 0)) {
        uri.append(character);
      } else {
        uri.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
      }
    }
    boolean hasDrive = File.separatorChar == '\\' && file.indexOf(':') == 1;
    return (file.startsWith("/") ? "file://" : hasDrive ? "file:///" : "") + uri;
  }
}
