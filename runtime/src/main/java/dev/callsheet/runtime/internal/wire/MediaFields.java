package dev.callsheet.runtime.internal.wire;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import dev.callsheet.runtime.MediaKind;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Finds a result's media whatever its kind: the API names them {@code videoUUID}, {@code imageURL},
 * {@code audioBase64Data}, {@code maskImageDataURI} and so on, or lists them in {@code
 * outputs.files}. Echoes of inputs ({@code inputImageUUID}) are none. Where several fields fit, the
 * one that is named by the kind alone comes first. A list of strings counts as its strings.
 *
 * @param item the item of a reply
 */
public record MediaFields(JsonNode item) {
  private static final String UUID_ENDING = "UUID";
  private static final String URL_ENDING = "URL";
  private static final String BASE64_ENDING = "Base64Data";
  private static final String DATA_URI_ENDING = "DataURI";
  private static final List<String> ENDINGS =
      List.of(UUID_ENDING, URL_ENDING, BASE64_ENDING, DATA_URI_ENDING);
  private static final Pattern MEDIA =
      Pattern.compile("(?!input|seed|reference)\\w*(image|video|audio|media)", CASE_INSENSITIVE);

  private record Field(String name, Matcher media, JsonNode value) {
    int prefixLength() {
      return media.start(1);
    }

    Stream<String> texts() {
      return (value.isArray() ? value.valueStream() : Stream.of(value))
          .filter(JsonNode::isString)
          .map(JsonNode::stringValue);
    }

    boolean isReadableAddress() {
      return value.isNull()
          || (value.isString() && MediaAddress.parse(value.stringValue()).isPresent());
    }
  }

  /** Whether there is anything here that a caller pays for. */
  public boolean hasPayload() {
    return ENDINGS.stream().anyMatch(ending -> texts(ending).findAny().isPresent())
        || item.path("text").isString()
        || !item.path("outputs").isEmpty()
        || item.path("results").isArray();
  }

  /** The media's identifier. */
  public Optional<UUID> uuid() {
    return Stream.concat(texts(UUID_ENDING), files("uuid"))
        .flatMap(word -> UuidParser.parse(word).stream())
        .findFirst();
  }

  /** All identifiers in this item, sorted, so that the order of fields does not count. */
  public List<String> uuids() {
    return Stream.concat(texts(UUID_ENDING), files("uuid")).sorted().toList();
  }

  /** Where the media can be fetched, as written. */
  public Optional<String> url() {
    return urls().stream().findFirst();
  }

  /** All addresses in this item. */
  public List<String> urls() {
    return Stream.concat(texts(URL_ENDING), files("url")).toList();
  }

  /** The addresses of the media itself: several where it comes in several files. */
  public List<String> mediaUrls() {
    var own = fields(URL_ENDING).map(field -> field.texts().distinct().toList());
    return own.filter(texts -> !texts.isEmpty())
        .findFirst()
        .orElseGet(() -> files("url").distinct().toList());
  }

  /** The names of the fields that hold something else than addresses where one should be. */
  public List<String> unreadableAddresses() {
    return fields(URL_ENDING)
        .filter(Predicate.not(Field::isReadableAddress))
        .map(Field::name)
        .toList();
  }

  /** The media as Base64. */
  public Optional<String> base64Data() {
    return texts(BASE64_ENDING).findFirst();
  }

  /** The media as a data URI. */
  public Optional<String> dataURI() {
    return texts(DATA_URI_ENDING).findFirst();
  }

  /** What the media is, as its field says; empty where that says no more than {@code media}. */
  public Optional<MediaKind> kind() {
    return Stream.of(URL_ENDING, DATA_URI_ENDING, BASE64_ENDING)
        .flatMap(this::fields)
        .filter(field -> field.texts().findAny().isPresent())
        .findFirst()
        .flatMap(field -> kind(field.media().group(1)));
  }

  private static Optional<MediaKind> kind(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "image" -> Optional.of(MediaKind.IMAGE);
      case "video" -> Optional.of(MediaKind.VIDEO);
      case "audio" -> Optional.of(MediaKind.AUDIO);
      default -> Optional.empty();
    };
  }

  private Stream<String> texts(String ending) {
    return fields(ending).flatMap(Field::texts);
  }

  private Stream<Field> fields(String ending) {
    return item.properties().stream()
        .filter(member -> member.getKey().endsWith(ending))
        .flatMap(member -> field(member, ending).stream())
        .sorted(Comparator.comparingInt(Field::prefixLength));
  }

  private static Optional<Field> field(Map.Entry<String, JsonNode> member, String ending) {
    var name = member.getKey();
    var media = MEDIA.matcher(name.substring(0, name.length() - ending.length()));
    return media.matches()
        ? Optional.of(new Field(name, media, member.getValue()))
        : Optional.empty();
  }

  private Stream<String> files(String name) {
    return item.path("outputs").path("files").values().stream()
        .map(file -> file.path(name))
        .filter(JsonNode::isString)
        .map(JsonNode::stringValue);
  }
}
