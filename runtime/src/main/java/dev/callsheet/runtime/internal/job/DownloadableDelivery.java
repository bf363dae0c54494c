package dev.callsheet.runtime.internal.job;

import dev.callsheet.runtime.ModelResult;
import dev.callsheet.runtime.client.download.DownloadOptions;
import dev.callsheet.runtime.client.download.DownloadedFile;
import dev.callsheet.runtime.client.job.Delivery;
import dev.callsheet.runtime.client.job.UnreadableField;
import dev.callsheet.runtime.internal.download.Downloader;
import dev.callsheet.runtime.internal.download.ResultMedia;
import dev.callsheet.runtime.internal.wire.ReplyItem;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * A delivered result, with the downloader for its media.
 *
 * @param job the id of its job
 * @param number the number of the result within its job, from 1
 * @param protocol finds what it cost, and its media
 * @param acknowledgement learns of each download
 */
record DownloadableDelivery<R extends ModelResult>(
    UUID job,
    R result,
    List<UnreadableField> unreadableFields,
    ReplyItem item,
    int number,
    Protocol protocol,
    Downloader downloader,
    JobAcknowledgement acknowledgement)
    implements Delivery<R> {
  private static final ResultMedia NO_MEDIA = new ResultMedia(null, null, null, null, null);

  @Override
  public Optional<BigDecimal> cost() {
    return protocol.cost(item.json());
  }

  @Override
  public JsonNode json() {
    return item.json().deepCopy();
  }

  @Override
  public DownloadedFile download(DownloadOptions options) {
    var media = protocol.media(result, item.json());
    var first = media.isEmpty() ? NO_MEDIA : media.get(0);
    var file = downloader.download(first, job, stem(), options);
    if (media.size() <= 1) {
      acknowledgement.onDownloaded(number);
    }
    return file;
  }

  @Override
  public List<DownloadedFile> downloadAll(Path directory) {
    var media = protocol.media(result, item.json());
    var options = DownloadOptions.into(directory);
    var files = new ArrayList<DownloadedFile>();
    for (var piece : media.isEmpty() ? List.of(NO_MEDIA) : media) {
      var stem = files.isEmpty() ? stem() : stem() + "-" + (files.size() + 1);
      files.add(downloader.download(piece, job, stem, options));
    }
    acknowledgement.onDownloaded(number);
    return files;
  }

  private String stem() {
    var uuid = result.mediaUUID();
    return uuid == null ? job + "-" + number : uuid.toString();
  }

  @Override
  public String toString() {
    return "Delivery " + number + " of job " + job;
  }
}
