package dev.callsheet.runtime.internal.download;

import dev.callsheet.runtime.MediaKind;
import dev.callsheet.runtime.ModelResult;
import dev.callsheet.runtime.internal.datauri.DataUri;
import dev.callsheet.runtime.internal.messages.DisplayText;
import dev.callsheet.runtime.internal.wire.MediaAddress;
import dev.callsheet.runtime.internal.wire.MediaFields;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where the media of a result is, and what it should be: as its type says, and where that does not
 * know, as the JSON of the server does.
 *
 * @param address where it can be fetched; null where it says none that can be read
 * @param dataUri the media as a data URI; null where there is none
 * @param base64 the media as Base64; null where there is none
 * @param kind what it is; null where nothing says so
 * @param writtenAddresses all the addresses of the media, as the server wrote them
 */
public record ResultMedia(
    @Nullable URI address,
    @Nullable String dataUri,
    @Nullable String base64,
    @Nullable MediaKind kind,
    List<String> writtenAddresses) {

  private static final int MAX_SHOWN_LENGTH = 300;

  /** The media of a result, with the JSON that it was read from. */
  public static ResultMedia of(ModelResult result, JsonNode json) {
    var fields = new MediaFields(json);
    var addresses = fields.mediaUrls();
    var address =
        Optional.ofNullable(result.mediaURL())
            .or(() -> addresses.stream().findFirst().flatMap(MediaAddress::parse));
    var base64 = Optional.ofNullable(result.mediaBase64Data()).or(fields::base64Data);
    var dataUri =
        Optional.ofNullable(result.mediaDataURI())
            .or(fields::dataURI)
            .or(() -> address.map(URI::toString).filter(DataUri::isDataUri))
            .or(() -> base64.filter(DataUri::isDataUri));
    return new ResultMedia(
        address.filter(uri -> !DataUri.isDataUri(uri.toString())).orElse(null),
        dataUri.orElse(null),
        base64.orElse(null),
        fields.kind().or(() -> kindOfTask(json.path("taskType").asString(""))).orElse(null),
        addresses);
  }

  /** The address as the server wrote it, without its query, to be shown; empty if there is none. */
  Optional<String> writtenAddress() {
    return writtenAddresses.stream()
        .findFirst()
        .map(written -> DisplayText.line(written.split("[?#]", 2)[0], MAX_SHOWN_LENGTH));
  }

  /** Whether it comes in one piece, so that one download is all of it. */
  public boolean isOnePiece() {
    return writtenAddresses.size() <= 1;
  }

  private static Optional<MediaKind> kindOfTask(String type) {
    return switch (type) {
      case "imageInference" -> Optional.of(MediaKind.IMAGE);
      case "videoInference" -> Optional.of(MediaKind.VIDEO);
      case "audioInference" -> Optional.of(MediaKind.AUDIO);
      case "3dInference" -> Optional.of(MediaKind.MODEL_3D);
      default -> Optional.empty();
    };
  }
}
