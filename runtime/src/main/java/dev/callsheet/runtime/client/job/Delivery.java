package dev.callsheet.runtime.client.job;

import dev.callsheet.runtime.ModelResult;
import dev.callsheet.runtime.client.download.DownloadOptions;
import dev.callsheet.runtime.client.download.DownloadedFile;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A result that a task delivered.
 *
 * @param <R> the type of the result
 */
public interface Delivery<R extends ModelResult> {
  /** The result, as far as it can be read: without {@link #unreadableFields}. */
  R result();

  /**
   * The fields that are not what the model says, such as a seed that no {@code long} has room for.
   * They are missing in {@link #result}, and {@link #json} has them as the server wrote them. Empty
   * as a rule.
   */
  List<UnreadableField> unreadableFields();

  /**
   * What it cost in US dollars, if the server says so: ask with {@code includeCost}. A {@code cost}
   * that is no amount of money (negative, or beyond all measure) is an unreadable field.
   */
  Optional<BigDecimal> cost();

  /** The result as the server wrote it, with every field. */
  JsonNode json();

  /**
   * Downloads the media into a directory, which is made if need be. The file is named by the
   * media's UUID (or the task's and this result's number, where it has none) and by its type. It
   * appears all at once, when it is complete. A file of that name with the same content is kept and
   * returned; a different one is never overwritten: the new file then gets a number at its end.
   *
   * <p>Only media become a file: what is empty, a web page, or of another kind than the result is
   * refused. Blocks until the file is written, and works after the client is closed, too. A job
   * whose results are all on disk is thereby {@linkplain Job#acknowledge acknowledged}, unless one
   * of them comes in several files, of which this is the first: {@link #downloadAll} has them all.
   *
   * @return the file
   * @throws dev.callsheet.runtime.client.error.DownloadException if the media cannot be fetched, is
   *     something else, or the file cannot be written; the job stays in the journal
   */
  default Path download(Path directory) {
    return download(DownloadOptions.into(directory)).file();
  }

  /**
   * Downloads the media, as {@link #download(Path)} does, with a name, a progress listener or
   * another policy for existing files. A connection that breaks is resumed where it ended, where
   * the server allows it; checksums that the server names are verified.
   *
   * @throws dev.callsheet.runtime.client.error.DownloadException if the media cannot be fetched, is
   *     something else, or the file cannot be written; the job stays in the journal
   */
  DownloadedFile download(DownloadOptions options);

  /**
   * Downloads all media of a result that comes in several files, as {@link #download(Path)} does;
   * the names of the others end in a number.
   *
   * @return the files, in the order of the result; at least one
   * @throws dev.callsheet.runtime.client.error.DownloadException as {@link #download(Path)}
   */
  List<DownloadedFile> downloadAll(Path directory);
}
