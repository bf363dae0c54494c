package dev.callsheet.runtime.client.download;

import dev.callsheet.runtime.ModelResult;
import dev.callsheet.runtime.client.error.DownloadException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Brings a result's media into a directory. */
public final class Downloader {
  private final Fetcher fetcher;

  /** A downloader that fetches addresses with {@code fetcher}. */
  public Downloader(Fetcher fetcher) {
    this.fetcher = fetcher;
  }

  /**
   * Writes the media to a temporary file in {@code directory} (made if need be), then moves it to
   * its name.
   *
   * @param stem the file name without its extension
   * @return the file
   * @throws DownloadException if there is no media, it cannot be had, or it cannot be written
   */
  public Path download(ModelResult result, Path directory, String stem) {
    try {
      Files.createDirectories(directory);
      var temporary =
          Files.createFile(directory.resolve("." + stem + "-" + UUID.randomUUID() + ".part"));
      try {
        return bring(result, temporary, directory, stem);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw new DownloadException("Cannot write " + stem + " to " + directory + ": " + e, e);
    }
  }

  private Path bring(ModelResult result, Path temporary, Path directory, String stem)
      throws IOException {
    var address = result.mediaURL();
    var dataUri = result.mediaDataURI();
    var base64 = result.mediaBase64Data();
    String contentType = null;
    if (address != null) {
      contentType = fetcher.fetch(address, temporary);
    } else if (dataUri != null) {
      contentType = decode(dataUri, temporary);
    } else if (base64 != null) {
      copy(DataUri.openBase64(base64), temporary);
    } else {
      throw new DownloadException(
          "The result of task " + result.taskUUID() + " has no media to download", null);
    }
    var extension = Extension.of(contentType, address, temporary);
    return TargetFile.place(temporary, directory, stem, extension);
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
