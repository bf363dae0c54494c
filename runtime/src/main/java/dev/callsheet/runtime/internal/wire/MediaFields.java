package dev.callsheet.runtime.internal.wire;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Finds a result's media whatever its kind: the API names them {@code videoUUID}, {@code imageURL},
 * {@code audioBase64Data}, {@code maskImageDataURI} and so on, or lists them in {@code
 * outputs.files}. Echoes of inputs ({@code inputImageUUID}) are none.
 *
 * @param item the item of a reply
 */
public record MediaFields(JsonNode item) {
  private static final List<String> ENDINGS = List.of("UUID", "URL", "Base64Data", "DataURI");
  private static final Pattern MEDIA =
      Pattern.compile("(?!input|seed|reference)\\w*(image|video|audio|media)", CASE_INSENSITIVE);

  /** Whether there is anything here that a caller pays for. */
  public boolean hasPayload() {
    return ENDINGS.stream().anyMatch(ending -> named(ending).findAny().isPresent())
        || item.path("text").isString()
        || !item.path("outputs").isEmpty()
        || item.path("results").isArray();
  }

  /** The media's identifier. */
  public Optional<UUID> uuid() {
    return Stream.concat(named("UUID"), files("uuid"))
        .flatMap(word -> UuidParser.parse(word).stream())
        .findFirst();
  }

  /** All identifiers in this item, sorted, so that the order of fields does not count. */
  public List<String> uuids() {
    return Stream.concat(named("UUID"), files("uuid")).sorted().toList();
  }

  /** Where the media can be fetched. */
  public Optional<String> url() {
    return urls().stream().findFirst();
  }

  /** All addresses in this item. */
  public List<String> urls() {
    return Stream.concat(named("URL"), files("url")).toList();
  }

  /** The media as Base64. */
  public Optional<String> base64Data() {
    return named("Base64Data").findFirst();
  }

  /** The media as a data URI. */
  public Optional<String> dataURI() {
    return named("DataURI").findFirst();
  }

  private Stream<String> named(String ending) {
    return item.properties().stream()
        .filter(field -> isMedia(field.getKey(), ending))
        .map(Map.Entry::getValue)
        .filter(JsonNode::isString)
        .map(JsonNode::stringValue);
  }

  private static boolean isMedia(String name, String ending) {
    return name.endsWith(ending)
        && MEDIA.matcher(name.substring(0, name.length() - ending.length())).matches();
  }

  private Stream<String> files(String name) {
    return item.path("outputs").path("files").values().stream()
        .map(file -> file.path(name))
        .filter(JsonNode::isString)
        .map(JsonNode::stringValue);
  }
}
