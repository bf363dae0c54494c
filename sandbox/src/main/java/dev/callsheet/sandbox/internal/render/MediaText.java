package dev.callsheet.sandbox.internal.render;

import dev.callsheet.sandbox.internal.media.HostedMedia;
import java.util.Base64;

/** Media as texts that stand in a result. */
final class MediaText {
  private MediaText() {}

  static String base64(HostedMedia media) {
    return Base64.getEncoder().encodeToString(media.content().bytes());
  }

  static String dataUri(HostedMedia media) {
    return "data:" + media.content().mediaType() + ";base64," + base64(media);
  }
}
