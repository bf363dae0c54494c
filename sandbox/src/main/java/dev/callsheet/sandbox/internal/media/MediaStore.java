package dev.callsheet.sandbox.internal.media;

import dev.callsheet.runtime.MediaDurations;
import dev.callsheet.runtime.client.media.Media;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The media of all results, and what callers stored, by the name they are fetched under. */
public final class MediaStore implements MediaDurations {
  private final URI base;
  private final InstantSource clock;
  private final Map<String, HostedMedia> byFileName = new ConcurrentHashMap<>();

  /**
   * An empty store.
   *
   * @param base what comes before the file's name in a URL, with a slash at its end
   */
  public MediaStore(URI base, InstantSource clock) {
    this.base = base;
    this.clock = clock;
  }

  /** Stores what a caller sent; it stays until it is removed. */
  public HostedMedia upload(String taskUUID, byte[] bytes) {
    return store(taskUUID, new UploadedContent(bytes), null);
  }

  /** Stores what a caller sent, where it was told beforehand that it would be. */
  public HostedMedia upload(UUID uuid, byte[] bytes) {
    return put(uuid, uuid.toString(), "", new UploadedContent(bytes), null);
  }

  /** Where a caller's file will be, once it is stored under that UUID. */
  public URI addressOf(UUID uuid) {
    return base.resolve(uuid.toString());
  }

  /** Stores the result of a task. */
  public HostedMedia store(String taskUUID, HostedMediaContent content, @Nullable Instant expires) {
    UUID uuid = UUID.randomUUID();
    return put(uuid, uuid + "." + content.extension(), taskUUID, content, expires);
  }

  private HostedMedia put(
      UUID uuid,
      String fileName,
      String taskUUID,
      HostedMediaContent content,
      @Nullable Instant expires) {
    HostedMedia media = new HostedMedia(uuid, taskUUID, content, base.resolve(fileName), expires);
    byFileName.put(fileName, media);
    return media;
  }

  /** What is fetched under that name, unless it has expired. */
  public Optional<HostedMedia> find(String fileName) {
    return Optional.ofNullable(byFileName.get(fileName)).filter(this::isAvailable);
  }

  /** Whether there is something under that UUID, not expired. */
  public boolean contains(String uuid) {
    return byFileName.values().stream()
        .anyMatch(media -> media.uuid().toString().equalsIgnoreCase(uuid) && isAvailable(media));
  }

  /** Removes what is under that UUID; returns whether there was anything. */
  public boolean remove(String uuid) {
    return byFileName
        .values()
        .removeIf(media -> media.uuid().toString().equalsIgnoreCase(uuid) && isAvailable(media));
  }

  /** Known of what is in the store, by its UUID or its address, and of what travels in requests. */
  @Override
  public Optional<BigDecimal> secondsOf(String media) {
    return byFileName.values().stream()
        .filter(hosted -> hosted.isNamed(media))
        .findFirst()
        .flatMap(hosted -> Media.of(hosted.content().bytes()).seconds())
        .or(() -> MediaDurations.inline().secondsOf(media));
  }

  private boolean isAvailable(HostedMedia media) {
    return media.expires() == null || clock.instant().isBefore(media.expires());
  }
}
