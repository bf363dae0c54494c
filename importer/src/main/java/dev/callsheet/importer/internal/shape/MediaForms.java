package dev.callsheet.importer.internal.shape;

import dev.callsheet.importer.internal.schema.SchemaNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Recognises the ways to give media: a string that is a UUID, a URL, a data URI or Base64, written
 * as alternative formats and patterns.
 */
final class MediaForms {
  private static final Pattern DATA_URI =
      Pattern.compile("\\^data:(?:(image|video|audio)\\\\?/)?.*");
  private static final Pattern BASE64 = Pattern.compile("\\^\\[a-zA-Z0-9\\+/=]\\+\\$");

  private MediaForms() {}

  /**
   * The keywords of a media input; empty when a schema is something else.
   *
   * @param name of the parameter, which says the kind of media where no data URI does
   */
  static Optional<ObjectNode> of(SchemaNode schema, String name) {
    if (!schema.text("type").orElse("string").equals("string")) {
      return Optional.empty();
    }
    List<SchemaNode> alternatives = new ArrayList<>(schema.items("anyOf"));
    alternatives.addAll(schema.items("oneOf"));
    Set<String> forms = new LinkedHashSet<>();
    String kind = "";
    for (SchemaNode each : alternatives) {
      String form = form(each);
      if (form.isEmpty()) {
        return Optional.empty();
      }
      forms.add(form);
      Matcher uri = DATA_URI.matcher(each.text("pattern").orElse(""));
      if (uri.matches() && uri.group(1) != null) {
        kind = uri.group(1);
      }
    }
    boolean isExported =
        alternatives.stream()
            .allMatch(each -> MediaPattern.of(each.text("pattern").orElse("")).isPresent());
    if (forms.isEmpty() || (forms.size() < 2 && !isExported)) {
      return Optional.empty();
    }
    ObjectNode shape = JsonNodeFactory.instance.objectNode().put("type", "string");
    ArrayNode accepts = shape.putArray("accepts");
    forms.forEach(accepts::add);
    String media = kind.isEmpty() ? kindIn(name) : kind;
    if (!media.isEmpty()) {
      shape.put("media", media);
    }
    return Optional.of(shape);
  }

  private static String form(SchemaNode alternative) {
    Set<String> names = new LinkedHashSet<>(alternative.names());
    names.remove("type");
    names.remove("title");
    String pattern = alternative.text("pattern").orElse("");
    if (names.equals(Set.of("format"))) {
      return switch (alternative.text("format").orElse("")) {
        case "uuid" -> "uuid";
        case "uri" -> "url";
        default -> "";
      };
    }
    if (!names.equals(Set.of("pattern"))) {
      return "";
    }
    Optional<MediaPattern> exported = MediaPattern.of(pattern);
    if (exported.isPresent()) {
      return exported.get().source().keyword();
    }
    if (DATA_URI.matcher(pattern).matches()) {
      return "dataUri";
    }
    return BASE64.matcher(pattern).matches() ? "base64" : "";
  }

  private static String kindIn(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (String kind : List.of("image", "video", "audio")) {
      if (lower.contains(kind)) {
        return kind;
      }
    }
    return "";
  }
}
