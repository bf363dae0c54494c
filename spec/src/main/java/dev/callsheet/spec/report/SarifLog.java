package dev.callsheet.spec.report;

import dev.callsheet.spec.source.Location;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A log in the Static Analysis Results Interchange Format 2.1.0, which code hosts and editors show.
 *
 * @param rules what can be found; a result names one of them
 * @param results what was found
 */
record SarifLog(List<Rule> rules, List<Result> results) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  /** A sort of finding, with a sentence on what it means. */
  record Rule(String id, String meaning) {}

  /**
   * One finding.
   *
   * @param level {@code error}, {@code warning} or {@code note}
   * @param identity what stays the same when lines move: tells this finding from all others
   * @param properties anything else worth keeping, by name
   */
  record Result(
      String rule,
      String level,
      String message,
      Location location,
      List<Related> related,
      String identity,
      Map<String, JsonNode> properties) {}

  /** Another place that takes part, and what stands there. */
  record Related(Location location, String message) {}

  /** The log as JSON text. */
  String json() {
    ObjectNode log = MAPPER.createObjectNode().put("$schema", SCHEMA).put("version", "2.1.0");
    ObjectNode run = log.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver").put("name", "Callsheet");
    ArrayNode metadata = driver.putArray("rules");
    for (Rule rule : rules) {
      metadata.addObject().put("id", rule.id()).set("shortDescription", text(rule.meaning()));
    }
    run.put("columnKind", "unicodeCodePoints");
    ArrayNode found = run.putArray("results");
    results.forEach(result -> add(result, found.addObject()));
    return MAPPER.writeValueAsString(log) + "\n";
  }

  private void add(Result result, ObjectNode json) {
    json.put("ruleId", result.rule());
    json.put("ruleIndex", rules.stream().map(Rule::id).toList().indexOf(result.rule()));
    json.put("level", result.level());
    json.set("message", text(result.message()));
    json.putArray("locations").add(place(result.location()));
    if (!result.related().isEmpty()) {
      ArrayNode related = json.putArray("relatedLocations");
      for (Related other : result.related()) {
        related.add(place(other.location()).set("message", text(other.message())));
      }
    }
    json.putObject("partialFingerprints").put("callsheet/v1", fingerprint(result));
    if (!result.properties().isEmpty()) {
      json.putObject("properties").setAll(result.properties());
    }
  }

  private static ObjectNode text(String text) {
    return JsonNodeFactory.instance.objectNode().put("text", text);
  }

  private static ObjectNode place(Location location) {
    ObjectNode place = JsonNodeFactory.instance.objectNode();
    ObjectNode physical = place.putObject("physicalLocation");
    physical.putObject("artifactLocation").put("uri", uri(location.file()));
    physical
        .putObject("region")
        .put("startLine", location.line())
        .put("startColumn", location.column());
    return place;
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

  private static String fingerprint(Result result) {
    String identity = result.rule() + "\n" + result.location().file() + "\n" + result.identity();
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(identity.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
