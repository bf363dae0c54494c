package dev.callsheet.runtime.internal.platform;

import dev.callsheet.runtime.internal.transport.HttpReply;
import dev.callsheet.runtime.internal.wire.WireJson;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Replies that are the media themselves: read as the object that results are. */
final class ReplyBytes {
  private ReplyBytes() {}

  /**
   * The object that stands for a reply which is media.
   *
   * @param member of that object, which has the media as a data URI; null where no reply is media
   * @return empty if it is something else, such as an error
   */
  static Optional<JsonNode> read(HttpReply.Received reply, @Nullable String member) {
    var type = reply.headers().firstValue("Content-Type").orElse("application/octet-stream");
    var name = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    var isMedia =
        reply.status() < 300
            && reply.body().length > 0
            && !name.endsWith("json")
            && !name.startsWith("text/");
    return member == null || !isMedia
        ? Optional.empty()
        : Optional.of(
            WireJson.MAPPER
                .createObjectNode()
                .put(
                    member,
                    "data:"
                        + name
                        + ";base64,"
                        + Base64.getEncoder().encodeToString(reply.body())));
  }
}
