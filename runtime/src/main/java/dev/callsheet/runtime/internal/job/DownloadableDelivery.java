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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * A delivered result, with the downloader for its media.
 *
 * @param job the id of its job
 * @param number the number of the result within its job, from 1
 * @param acknowledgement learns of each download
 */
record DownloadableDelivery<R extends ModelResult>(
    UUID job,
    R result,
    List<UnreadableField> unreadableFields,
    ReplyItem item,
    int number,
    Downloader downloader,
    JobAcknowledgement acknowledgement)
    implements Delivery<R> {
  @Override
  public Optional<BigDecimal> cost() {
    return item.cost();
  }

  @Override
  public JsonNode json() {
    return item.json().deepCopy();
  }

  @Override
  public DownloadedFile download(DownloadOptions options) {
    var uuid = result.mediaUUID();
    var stem = uuid == null ? job + "-" + number : uuid.toString();
    var media = ResultMedia.of(result, item.json());
    var file = downloader.download(media, job, stem, options);
    if (media.isOnePiece()) {
      acknowledgement.onDownloaded(number);
    }
    return file;
  }

  @Override
  public String toString() {
    return "Delivery " + number + " of job " + job;
  }
}
