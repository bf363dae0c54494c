package dev.callsheet.runtime.support;

import dev.callsheet.runtime.MediaKind;
import dev.callsheet.runtime.Requirement;
import dev.callsheet.runtime.client.media.MediaType;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Tells what a text is that should be media of some kind. */
public final class MediaContent {
  /** A whole number of groups of four characters, with more bytes than a signature has. */
  private static final int START_LENGTH = 24;

  private static final int MAX_NAME_LENGTH = 100;

  private MediaContent() {}

  /**
   * The name in {@code Content-Type} of what a wrong text is: what a data URI says, or what its
   * bytes begin as.
   *
   * @param value a text, in Java or JSON
   * @param requirement what it must be
   * @return null where media of a kind is not what it must be, or nothing tells what it is
   */
  public static @Nullable String found(Object value, Requirement requirement) {
    return requirement instanceof Requirement.InFormat format && format.kind() != null
        ? found(
            value instanceof JsonNode node ? node.asString("") : value.toString(), format.kind())
        : null;
  }

  private static @Nullable String found(String text, MediaKind kind) {
    int payload = DataUriSyntax.payloadStart(text);
    if (payload >= 0 && !DataUriSyntax.isOfKind(text, kind)) {
      String name = DataUriSyntax.contentType(text);
      return name.length() > MAX_NAME_LENGTH ? null : name;
    }
    int start = Math.max(payload, 0);
    int length = Math.min(text.length() - start, START_LENGTH) / 4 * 4;
    try {
      byte[] bytes = Base64.getDecoder().decode(text.substring(start, start + length));
      return MediaType.ofBytes(bytes).map(MediaType::contentType).orElse(null);
    } catch (IllegalArgumentException noBase64) {
      return null;
    }
  }
}
