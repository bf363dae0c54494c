package dev.callsheet.runtime.internal.download;

import dev.callsheet.runtime.MediaKind;
import dev.callsheet.runtime.client.media.MediaType;
import dev.callsheet.runtime.internal.messages.DisplayText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a file is the piece of media that a result is said to be. Servers answer with pages
 * of their own, with status 200, where the media is gone or not there yet; taken for the media,
 * such a page would have the journal forget a result that is paid for.
 *
 * <p>The first bytes decide. Those of a format known here have to be of the right kind. Others are
 * no text, for no video, sound or picture is, and are not called by the name of a format known
 * here; so formats that are new are not refused.
 *
 * @param kind what the result is; null where it does not say
 * @param contentType the server's {@code Content-Type}; null where there is none
 * @param extension of the file name in the address, in small letters; empty where there is none
 */
record MediaVerification(@Nullable MediaKind kind, @Nullable String contentType, String extension) {
  private static final int START_LENGTH = 512;
  private static final int SHOWN_LENGTH = 80;

  /** What is wrong with the file, as the rest of a sentence about it; empty if nothing is. */
  Optional<String> findDefect(Path file) throws IOException {
    var start = start(file);
    if (start.length == 0) {
      return Optional.of("is empty");
    }
    var text = new String(start, StandardCharsets.UTF_8);
    return isText(start) ? defectOfText(text) : defectOfBytes(start);
  }

  private Optional<String> defectOfText(String start) {
    var lower = start.stripLeading().toLowerCase(Locale.ROOT);
    var isPage = lower.startsWith("<!doctype html") || lower.contains("<html");
    if (!isPage && (mayBeText() || (kind == MediaKind.IMAGE && lower.contains("<svg")))) {
      return Optional.empty();
    }
    return Optional.of(
        "is "
            + (isPage ? "a web page" : "text")
            + butNotKind()
            + ": "
            + DisplayText.line(start.strip(), SHOWN_LENGTH));
  }

  /** Of 3D models, some formats are text; of what does not say its kind, nothing is known. */
  private boolean mayBeText() {
    return kind == null || kind == MediaKind.MODEL_3D;
  }

  private Optional<String> defectOfBytes(byte[] start) {
    var type = MediaType.ofBytes(start);
    if (type.isPresent()) {
      return kind == null || type.get().canHold(kind)
          ? Optional.empty()
          : Optional.of(
              "is " + type.get().kind().withArticle() + " (" + type.get() + ")" + butNotKind());
    }
    var named = namedType();
    if (named.isPresent()) {
      return Optional.of("does not begin as " + named.get() + " does");
    }
    return kind == null || isNamed()
        ? Optional.empty()
        : Optional.of("is in no known format" + butNotKind());
  }

  private String butNotKind() {
    return kind == null ? "" : ", not " + kind.withArticle();
  }

  /** The known format that it is called by. */
  private Optional<MediaType> namedType() {
    return Optional.ofNullable(contentType)
        .flatMap(MediaType::ofContentType)
        .or(() -> MediaType.ofExtension(extension));
  }

  /** Whether it is called by the name of a format that is not known here. */
  private boolean isNamed() {
    var type = contentType == null ? "" : contentType.strip().toLowerCase(Locale.ROOT);
    return !extension.isEmpty()
        || type.startsWith("video/")
        || type.startsWith("image/")
        || type.startsWith("audio/")
        || type.startsWith("model/");
  }

  private static byte[] start(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(START_LENGTH);
    }
  }

  /** Text has no control characters but those of its layout. */
  private static boolean isText(byte[] start) {
    for (var b : start) {
      if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f') {
        return false;
      }
    }
    return true;
  }
}
