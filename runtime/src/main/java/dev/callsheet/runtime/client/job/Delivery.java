package dev.callsheet.runtime.client.job;

import dev.callsheet.runtime.ModelResult;
import dev.callsheet.runtime.client.Job;
import dev.callsheet.runtime.client.download.DownloadOptions;
import dev.callsheet.runtime.client.download.DownloadedFile;
import dev.callsheet.runtime.internal.download.Downloader;
import dev.callsheet.runtime.internal.wire.ReplyItem;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A result that a task delivered.
 *
 * @param <R> the type of the result
 */
public final class Delivery<R extends ModelResult> {
  private final R result;
  private final ReplyItem item;
  private final int number;
  private final Downloader downloader;
  private final Runnable onDownloaded;

  public Delivery(R result, ReplyItem item, int number, Downloader downloader, Runnable taken) {
    this.result = result;
    this.item = item;
    this.number = number;
    this.downloader = downloader;
    this.onDownloaded = taken;
  }

  /** The result. */
  public R result() {
    return result;
  }

  /** What it cost in US dollars, if the server says so: ask with {@code includeCost}. */
  public Optional<BigDecimal> cost() {
    return item.json().path("cost").decimalValueOpt();
  }

  /** The result as the server wrote it, with every field. */
  public JsonNode json() {
    return item.json().deepCopy();
  }

  /**
   * Brings the media into a directory, which is made if need be. The file is named by the media's
   * UUID (or the task's and this result's number, where it has none) and by its type. It appears
   * all at once, when it is complete. A file of that name with the same content is kept and
   * returned; a different one is never overwritten: the new file then gets a number at its end.
   *
   * <p>It blocks until the file is there, and works after the client is closed, too. A job whose
   * results are all on disk is {@linkplain Job#acknowledge acknowledged} by that.
   *
   * @return the file
   * @throws dev.callsheet.runtime.client.error.DownloadException if the media cannot be had, or the
   *     file cannot be written
   */
  public Path download(Path directory) {
    return download(DownloadOptions.into(directory)).file();
  }

  /**
   * Brings the media to disk, as {@link #download(Path)} does, with a name, a progress display or
   * another way with files that are there already. A connection that breaks is taken up where it
   * ended, where the server allows it; checksums that the server names are verified.
   *
   * @throws dev.callsheet.runtime.client.error.DownloadException if the media cannot be had, or the
   *     file cannot be written
   */
  public DownloadedFile download(DownloadOptions options) {
    var media = result.mediaUUID();
    var stem = media == null ? result.taskUUID() + "-" + number : media.toString();
    var file = downloader.download(result, stem, options);
    onDownloaded.run();
    return file;
  }

  @Override
  public String toString() {
    return "Delivery " + number + " of task " + result.taskUUID();
  }
}
