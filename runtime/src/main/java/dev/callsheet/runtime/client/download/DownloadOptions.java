package dev.callsheet.runtime.client.download;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where a download goes, and how.
 *
 * @param directory the directory; made if need be
 * @param fileName the file's name; null to name it by the media's UUID and type
 * @param existingFilePolicy what becomes of it when there is another file of that name
 * @param isVerified whether the file is made only of what begins as media of the result's kind do
 * @param listener called with the progress at times, on a thread that it must not block
 */
public record DownloadOptions(
    Path directory,
    @Nullable String fileName,
    ExistingFilePolicy existingFilePolicy,
    boolean isVerified,
    Consumer<? super DownloadProgress> listener) {

  /**
   * Checks the file name.
   *
   * @throws IllegalArgumentException if it is a path
   */
  public DownloadOptions {
    if (fileName != null && (fileName.isBlank() || !isPlainName(fileName))) {
      throw new IllegalArgumentException(
          "A file's name, not a path, is needed: '" + fileName + "'");
    }
  }

  /** Into a directory, under the media's own name, keeping what is there. */
  public static DownloadOptions into(Path directory) {
    return new DownloadOptions(directory, null, ExistingFilePolicy.KEEP_BOTH, true, progress -> {});
  }

  /**
   * The same, under another name. One without an extension gets that of the media's type.
   *
   * @throws IllegalArgumentException if it is a path
   */
  public DownloadOptions withFileName(String fileName) {
    return new DownloadOptions(directory, fileName, existingFilePolicy, isVerified, listener);
  }

  /** The same, when there is another file of that name. */
  public DownloadOptions existingFilePolicy(ExistingFilePolicy policy) {
    return new DownloadOptions(directory, fileName, policy, isVerified, listener);
  }

  /**
   * The same, but whatever the server sends becomes the file, be it a web page: for a format so new
   * that it is taken for none.
   */
  public DownloadOptions withoutVerification() {
    return new DownloadOptions(directory, fileName, existingFilePolicy, false, listener);
  }

  /** The same, with a listener for its progress. */
  public DownloadOptions onProgress(Consumer<? super DownloadProgress> progressListener) {
    return new DownloadOptions(
        directory, fileName, existingFilePolicy, isVerified, progressListener);
  }

  private static boolean isPlainName(String name) {
    return name.chars().noneMatch(c -> c == '/' || c == '\\' || c < ' ')
        && !name.equals(".")
        && !name.equals("..");
  }
}
