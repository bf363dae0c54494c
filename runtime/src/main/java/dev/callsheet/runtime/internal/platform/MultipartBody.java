package dev.callsheet.runtime.internal.platform;

import dev.callsheet.runtime.client.media.LocalMedia;
import dev.callsheet.runtime.internal.media.MediaUploadBody;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/** A form with a file in its last part (RFC 7578). */
final class MultipartBody {
  private final String boundary = "callsheet-" + UUID.randomUUID();
  private final byte[] before;
  private final LocalMedia media;
  private final byte[] after;

  /**
   * A form.
   *
   * @param fields its other parts, by their names
   * @param file the name of the part with the file
   */
  MultipartBody(Map<String, String> fields, String file, LocalMedia media, String mediaType) {
    var head = new StringBuilder();
    fields.forEach(
        (name, value) -> head.append(start(name)).append("\r\n\r\n").append(value).append("\r\n"));
    head.append(start(file))
        .append("; filename=")
        .append(quoted(media.fileName()))
        .append("\r\nContent-Type: ")
        .append(mediaType)
        .append("\r\n\r\n");
    this.before = head.toString().getBytes(StandardCharsets.UTF_8);
    this.media = media;
    this.after = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
  }

  private String start(String name) {
    return "--" + boundary + "\r\nContent-Disposition: form-data; name=" + quoted(name);
  }

  /** As browsers write it: what would end the name or the line is escaped. */
  private static String quoted(String name) {
    return '"' + name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A") + '"';
  }

  String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  /** The form, to be sent once. */
  MediaUploadBody body() {
    return MediaUploadBody.ofBytes(before, media, after);
  }
}
