package dev.callsheet.runtime.internal.download;

import dev.callsheet.runtime.client.media.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides on the extension of a result's file name. */
final class FileExtensions {
  private static final Pattern AT_END = Pattern.compile("\\.([A-Za-z0-9]{1,5})$");

  private FileExtensions() {}

  /**
   * The extension without its dot: of the content type if it is one we know (the address's own
   * extension, where that is another one of the same type), else of the address, if files of a type
   * we know have it, else of the content's first bytes, else of the address all the same; {@code
   * bin} if nothing says more.
   */
  static String of(@Nullable String contentType, @Nullable URI address, Path content)
      throws IOException {
    var named = ofAddress(address);
    var type = Optional.ofNullable(contentType).flatMap(MediaType::ofContentType);
    if (type.isPresent()) {
      return type.get().hasExtension(named) ? named : type.get().extension();
    }
    if (MediaType.ofExtension(named).isPresent()) {
      return named;
    }
    return MediaType.ofBytes(start(content))
        .map(MediaType::extension)
        .orElse(named.isEmpty() ? "bin" : named);
  }

  /** The extension of the file name in an address, in small letters; empty where there is none. */
  static String ofAddress(@Nullable URI address) {
    return Optional.ofNullable(address)
        .map(URI::getPath)
        .map(AT_END::matcher)
        .filter(Matcher::find)
        .map(match -> match.group(1).toLowerCase(Locale.ROOT))
        .orElse("");
  }

  private static byte[] start(Path content) throws IOException {
    try (InputStream in = Files.newInputStream(content)) {
      return in.readNBytes(MediaType.SIGNATURE_LENGTH);
    }
  }
}
