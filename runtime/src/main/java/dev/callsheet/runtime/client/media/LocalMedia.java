package dev.callsheet.runtime.client.media;

import dev.callsheet.runtime.MediaKind;
import dev.callsheet.runtime.client.error.MediaException;
import dev.callsheet.runtime.internal.duration.MediaDuration;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Media that are here: a file or bytes. Their type is that of their first bytes, whatever the file
 * is called. A file is read when it is sent, a piece at a time.
 */
public final class LocalMedia implements Media {
  /**
   * The most bytes of media that travel inside a request. What is larger is better {@linkplain
   * MediaStorage#upload(Media) stored} first: a request is kept in memory as long as it may have to
   * be sent again.
   */
  public static final long INLINE_LIMIT = 10L << 20;

  /** Where the bytes come from; each time from the start. */
  @FunctionalInterface
  private interface Source {
    InputStream open() throws IOException;
  }

  private final String name;
  private final @Nullable String file;
  private final long size;
  private final Source source;
  private final Optional<MediaType> type;

  private LocalMedia(String name, @Nullable String file, long size, Source source) {
    if (size == 0) {
      throw new MediaException(name + " is empty", null);
    }
    this.name = name;
    this.file = file;
    this.size = size;
    this.source = source;
    try (var start = source.open()) {
      this.type = MediaType.ofBytes(start.readNBytes(MediaType.SIGNATURE_LENGTH));
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  static LocalMedia file(Path file) {
    if (!Files.isRegularFile(file)) {
      var what = Files.exists(file) ? " is not a file" : " does not exist";
      throw new MediaException(file + what, null);
    }
    try {
      return new LocalMedia(
          file.toString(),
          String.valueOf(file.getFileName()),
          Files.size(file),
          () -> Files.newInputStream(file));
    } catch (IOException e) {
      throw unreadable(file.toString(), e);
    }
  }

  static LocalMedia bytes(byte[] bytes) {
    return new LocalMedia("The media", null, bytes.length, () -> new ByteArrayInputStream(bytes));
  }

  /** The size in bytes. */
  public long size() {
    return size;
  }

  /**
   * What the file is called, without its folders; of bytes in memory {@code media} and the ending
   * of their type.
   */
  public String fileName() {
    return file != null ? file : "media" + type.map(known -> "." + known.extension()).orElse("");
  }

  /**
   * The bytes, from the first.
   *
   * @throws MediaException if they cannot be read
   */
  public InputStream stream() {
    try {
      return source.open();
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  /** The type, if the first bytes are those of one that is known here. */
  public Optional<MediaType> type() {
    return type;
  }

  /**
   * How many seconds it lasts, to the microsecond; empty where it does not last, or its length
   * cannot be read. Reads as much of it as that takes, which is little of most formats.
   *
   * @throws MediaException if it cannot be read
   */
  public Optional<BigDecimal> seconds() {
    try (var bytes = source.open()) {
      return MediaDuration.of(bytes);
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  /**
   * The same, if it is of that kind.
   *
   * @throws MediaException if it is of another, or of none that is known here
   */
  public LocalMedia requireKind(MediaKind kind) {
    if (type.filter(known -> known.kind() == kind).isEmpty()) {
      throw new MediaException(
          name
              + type.map(
                      known ->
                          " is " + known.kind().withArticle() + " (" + known.contentType() + ")")
                  .orElse(" is in no known format")
              + ", where "
              + kind.withArticle()
              + " is needed",
          null);
    }
    return this;
  }

  /**
   * The same, if it is not larger.
   *
   * @param bytes the most bytes that a model takes
   * @throws MediaException if it is larger
   */
  public LocalMedia requireMaxSize(long bytes) {
    if (size > bytes) {
      throw new MediaException(
          "%s has %,d bytes; at most %,d are allowed".formatted(name, size, bytes), null);
    }
    return this;
  }

  /**
   * The media as a data URI.
   *
   * @throws MediaException if it is larger than {@link #INLINE_LIMIT}, or cannot be read
   */
  @Override
  public String parameter() {
    if (size > INLINE_LIMIT) {
      throw new MediaException(
          "%s has %,d bytes, too many to travel inside a request (at most %,d): store it with client.media().upload() and use its UUID"
              .formatted(name, size, INLINE_LIMIT),
          null);
    }
    try (var text = dataUriStream()) {
      return new String(text.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  /** How long {@link #dataUriStream} is. */
  public long dataUriLength() {
    return dataUriHeader().length() + (size + 2) / 3 * 4;
  }

  /** The data URI, made as it is read. */
  public InputStream dataUriStream() throws IOException {
    return new Base64EncodingStream(dataUriHeader(), source.open());
  }

  private String dataUriHeader() {
    return "data:"
        + type.map(MediaType::contentType).orElse("application/octet-stream")
        + ";base64,";
  }

  private static MediaException unreadable(String name, IOException cause) {
    return new MediaException("Cannot read " + name + ": " + cause, cause);
  }

  /** What it is, never what is in it. */
  @Override
  public String toString() {
    return "%s (%,d bytes)".formatted(name, size);
  }
}
