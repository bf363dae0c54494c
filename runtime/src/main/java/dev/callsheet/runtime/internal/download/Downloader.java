package dev.callsheet.runtime.internal.download;

import dev.callsheet.runtime.ModelResult;
import dev.callsheet.runtime.client.download.DownloadOptions;
import dev.callsheet.runtime.client.download.DownloadedFile;
import dev.callsheet.runtime.client.download.MediaDownloaded;
import dev.callsheet.runtime.client.error.DownloadException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Brings a result's media into a directory. */
public final class Downloader {
  private final FileFetcher fetcher;
  private final Consumer<MediaDownloaded> listener;

  /**
   * A downloader that fetches addresses with {@code fetcher}.
   *
   * @param listener told of every file that is there
   */
  public Downloader(FileFetcher fetcher, Consumer<MediaDownloaded> listener) {
    this.fetcher = fetcher;
    this.listener = listener;
  }

  /**
   * Writes the media to a temporary file in the directory, then moves it to its name.
   *
   * @param stem the file name without its extension, where the options have none
   * @throws DownloadException if there is no media, it cannot be had, or it cannot be written
   */
  public DownloadedFile download(ModelResult result, String stem, DownloadOptions options) {
    var directory = options.directory();
    var name = Optional.ofNullable(options.fileName()).orElse(stem);
    var started = System.nanoTime();
    try {
      Files.createDirectories(directory);
      var temporary =
          Files.createFile(directory.resolve("." + name + "-" + UUID.randomUUID() + ".part"));
      try {
        var file = writeMedia(result, temporary, name, options);
        var took = Duration.ofNanos(System.nanoTime() - started);
        listener.accept(new MediaDownloaded(result.taskUUID(), file, took));
        return file;
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw new DownloadException("Cannot write " + name + " to " + directory + ": " + e, e);
    }
  }

  private DownloadedFile writeMedia(
      ModelResult result, Path temporary, String name, DownloadOptions options) throws IOException {
    var address = result.mediaURL();
    var dataUri = result.mediaDataURI();
    var base64 = result.mediaBase64Data();
    String contentType = null;
    if (address != null) {
      contentType = fetcher.fetch(address, temporary, options.listener());
    } else if (dataUri != null) {
      contentType = decode(dataUri, temporary);
    } else if (base64 != null) {
      copy(DataUri.openBase64(base64), temporary);
    } else {
      throw new DownloadException(
          "The result of task " + result.taskUUID() + " has no media to download", null);
    }
    var bytes = Files.size(temporary);
    var sha256 = ResponseChecksums.sha256(temporary);
    var target =
        options.fileName() == null
            ? TargetFile.of(name, FileExtensions.of(contentType, address, temporary))
            : TargetFile.of(name)
                .withDefaultExtension(FileExtensions.of(contentType, address, temporary));
    var file = target.moveInto(temporary, options.directory(), options.existingFilePolicy());
    return new DownloadedFile(file, bytes, sha256);
  }

  private static @Nullable String decode(String dataUri, Path file) throws IOException {
    DataUri data;
    try {
      data = DataUri.parse(dataUri);
    } catch (IllegalArgumentException e) {
      throw new DownloadException("The result's data URI is malformed", e);
    }
    copy(data.open(), file);
    return data.contentType();
  }

  private static void copy(InputStream bytes, Path file) throws IOException {
    try (bytes) {
      Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
