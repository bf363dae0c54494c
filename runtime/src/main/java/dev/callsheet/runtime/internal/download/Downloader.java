package dev.callsheet.runtime.internal.download;

import dev.callsheet.runtime.client.download.DownloadOptions;
import dev.callsheet.runtime.client.download.DownloadedFile;
import dev.callsheet.runtime.client.download.MediaDownloaded;
import dev.callsheet.runtime.client.error.DownloadException;
import dev.callsheet.runtime.internal.datauri.DataUri;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings a result's media into a directory: into a temporary file first, which gets its name when
 * it is known to be the media.
 */
public final class Downloader {
  private final FileFetcher fetcher;
  private final long maxSize;
  private final Consumer<MediaDownloaded> listener;

  /**
   * A downloader that fetches addresses with {@code fetcher}.
   *
   * @param maxSize the most bytes of a file, once its content codings are undone
   * @param listener is notified of every file that is complete
   */
  public Downloader(FileFetcher fetcher, long maxSize, Consumer<MediaDownloaded> listener) {
    this.fetcher = fetcher;
    this.maxSize = maxSize;
    this.listener = listener;
  }

  /**
   * Writes the media to a temporary file in the directory, verifies it, and moves it to its name.
   *
   * @param task the task that it is a result of
   * @param stem the file name without its extension, where the options have none
   * @throws DownloadException if there is no media, it cannot be had, is something else, or cannot
   *     be written
   */
  public DownloadedFile download(
      ResultMedia media, UUID task, String stem, DownloadOptions options) {
    var directory = options.directory();
    var started = System.nanoTime();
    try {
      Files.createDirectories(directory);
      try (var temporary = TemporaryFile.in(directory)) {
        var file = writeMedia(media, task, temporary, stem, options);
        var took = Duration.ofNanos(System.nanoTime() - started);
        listener.accept(new MediaDownloaded(task, file, took));
        return file;
      }
    } catch (IOException e) {
      throw new DownloadException("Cannot write a result to " + directory + ": " + e, e);
    }
  }

  private DownloadedFile writeMedia(
      ResultMedia media, UUID task, TemporaryFile temporary, String stem, DownloadOptions options)
      throws IOException {
    var contentType = write(media, task, temporary, options);
    var content = temporary.path();
    if (options.isVerified()) {
      verify(media, contentType, content);
    }
    var bytes = Files.size(content);
    var sha256 = ResponseChecksums.sha256(content);
    var extension = FileExtensions.of(contentType, media.address(), content);
    var name = options.fileName();
    var target =
        name == null
            ? TargetFile.of(stem, extension)
            : TargetFile.of(name).withDefaultExtension(extension);
    var file = target.moveInto(content, options.directory(), options.existingFilePolicy());
    return new DownloadedFile(file, bytes, sha256);
  }

  /** Returns the content type, if anything names one. */
  private @Nullable String write(
      ResultMedia media, UUID task, TemporaryFile temporary, DownloadOptions options)
      throws IOException {
    var address = media.address();
    var dataUri = media.dataUri();
    var base64 = media.base64();
    if (address != null) {
      var reply = fetcher.fetch(address, temporary.path(), options.listener());
      if (!reply.codings().isEmpty()) {
        temporary.undo(reply.codings(), maxSize);
      }
      return reply.contentType();
    } else if (dataUri != null) {
      return decode(dataUri, temporary);
    } else if (base64 != null) {
      temporary.write(DataUri.openBase64(base64), maxSize);
      return null;
    }
    throw new DownloadException(
        media
            .writtenAddress()
            .map(written -> "The result's address is not a valid one: " + written)
            .orElse("The result of task " + task + " has no media to download"),
        null);
  }

  private @Nullable String decode(String dataUri, TemporaryFile temporary) throws IOException {
    try {
      var data = DataUri.parse(dataUri);
      temporary.write(data.open(), maxSize);
      return data.contentType();
    } catch (IllegalArgumentException e) {
      throw new DownloadException("The result's data URI is malformed", e);
    }
  }

  private static void verify(ResultMedia media, @Nullable String contentType, Path content)
      throws IOException {
    var address = media.address();
    var verification =
        new MediaVerification(media.kind(), contentType, FileExtensions.ofAddress(address));
    var defect = verification.findDefect(content);
    if (defect.isPresent()) {
      throw new DownloadException(
          "What the server sent"
              + (address == null ? "" : " from " + FileFetcher.shown(address))
              + " "
              + defect.get(),
          null);
    }
  }
}
