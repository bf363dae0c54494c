package dev.callsheet.runtime.internal.job;

import dev.callsheet.runtime.ModelResult;
import dev.callsheet.runtime.client.download.DownloadOptions;
import dev.callsheet.runtime.client.download.DownloadedFile;
import dev.callsheet.runtime.client.error.DownloadException;
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
 * @param renewal asks for it again when its addresses have expired
 */
record DownloadableDelivery<R extends ModelResult>(
    UUID job,
    R result,
    List<UnreadableField> unreadableFields,
    ReplyItem item,
    int number,
    Protocol protocol,
    Downloader downloader,
    JobAcknowledgement acknowledgement,
    ResultRenewal renewal)
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
    var media = media();
    var file = download(media, 1, options).get(0);
    if (media.size() <= 1) {
      acknowledgement.onDownloaded(number);
    }
    return file;
  }

  @Override
  public List<DownloadedFile> downloadAll(Path directory) {
    var media = media();
    var files = download(media, media.size(), DownloadOptions.into(directory));
    acknowledgement.onDownloaded(number);
    return files;
  }

  private List<ResultMedia> media() {
    var media = protocol.media(result, item.json());
    return media.isEmpty() ? List.of(NO_MEDIA) : media;
  }

  /** Downloads the first pieces; where an address is of no use any more, from the new ones on. */
  private List<DownloadedFile> download(
      List<ResultMedia> media, int count, DownloadOptions options) {
    var current = media;
    var files = new ArrayList<DownloadedFile>();
    for (var piece = 0; piece < count; piece++) {
      var stem = piece == 0 ? stem() : stem() + "-" + (piece + 1);
      try {
        files.add(downloader.download(current.get(piece), job, stem, options));
      } catch (DownloadException useless) {
        current = renewed(current.size(), useless);
        files.add(downloader.download(current.get(piece), job, stem, options));
      }
    }
    return files;
  }

  /** The media as the platform has them now, if their addresses have expired. */
  private List<ResultMedia> renewed(int count, DownloadException useless) {
    if (useless.status().isEmpty() || !protocol.renewsResults()) {
      throw useless;
    }
    var fresh = renewal.renewed().stream().skip(number - 1L).findFirst();
    var media = fresh.map(one -> protocol.media(result, one.json())).orElse(List.of());
    if (media.size() != count) {
      throw useless;
    }
    return media;
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
