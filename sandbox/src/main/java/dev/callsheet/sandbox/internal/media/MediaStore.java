package dev.callsheet.sandbox.internal.media;

import dev.callsheet.runtime.MediaDurations;
import dev.callsheet.sandbox.internal.ledger.TaskKey;
import dev.callsheet.sandbox.internal.limit.Retention;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** The media of all results, and what callers stored, by the name they are fetched under. */
public final class MediaStore implements MediaDurations {
  private static final int UUID_LENGTH = 36;

  private final URI base;
  private final InstantSource clock;
  private final Retention uploads;
  private final Map<String, HostedMedia> byFileName = new ConcurrentHashMap<>();
  private final Map<String, HostedMedia> byUuid = new ConcurrentHashMap<>();
  private final Map<String, Queue<HostedMedia>> resultsByTask = new ConcurrentHashMap<>();

  /**
   * An empty store.
   *
   * @param base what comes before the file's name in a URL, with a slash at its end
   * @param tasks how long the results of tasks are kept, by the task
   * @param uploads how long what callers store is kept, by its UUID
   */
  public MediaStore(URI base, InstantSource clock, Retention tasks, Retention uploads) {
    this.base = base;
    this.clock = clock;
    this.uploads = uploads;
    tasks.onForget(this::forgetResults);
    uploads.onForget(this::forget);
  }

  /** Stores what a caller sent; it stays until it is removed. */
  public HostedMedia upload(String taskUUID, byte[] bytes) {
    HostedMedia media = put(taskUUID, new UploadedContent(bytes), null);
    uploads.keep(key(media.uuid()), bytes.length + taskUUID.length());
    return media;
  }

  /** Stores what a caller sent, where it was told beforehand that it would be. */
  public HostedMedia upload(UUID uuid, byte[] bytes) {
    HostedMedia media = put(uuid, uuid.toString(), "", new UploadedContent(bytes), null);
    uploads.keep(key(uuid), bytes.length);
    return media;
  }

  /** Where a caller's file will be, once it is stored under that UUID. */
  public URI addressOf(UUID uuid) {
    return base.resolve(uuid.toString());
  }

  /** Stores the result of a task. */
  public HostedMedia store(String taskUUID, HostedMediaContent content, @Nullable Instant expires) {
    HostedMedia media = put(taskUUID, content, expires);
    resultsByTask
        .computeIfAbsent(TaskKey.of(taskUUID), task -> new ConcurrentLinkedQueue<>())
        .add(media);
    return media;
  }

  private HostedMedia put(String taskUUID, HostedMediaContent content, @Nullable Instant expires) {
    UUID uuid = UUID.randomUUID();
    return put(uuid, uuid + "." + content.extension(), taskUUID, content, expires);
  }

  private HostedMedia put(
      UUID uuid,
      String fileName,
      String taskUUID,
      HostedMediaContent content,
      @Nullable Instant expires) {
    HostedMedia media =
        new HostedMedia(uuid, taskUUID, content, clock.instant(), base.resolve(fileName), expires);
    byFileName.put(fileName, media);
    byUuid.put(key(uuid), media);
    return media;
  }

  private void forgetResults(String task) {
    Queue<HostedMedia> results = resultsByTask.remove(task);
    if (results != null) {
      results.forEach(this::drop);
    }
  }

  private void forget(String uuid) {
    HostedMedia media = byUuid.get(uuid);
    if (media != null) {
      drop(media);
    }
  }

  private void drop(HostedMedia media) {
    byUuid.remove(key(media.uuid()));
    byFileName.remove(fileName(media.url().toString()));
  }

  /** What is fetched under that name, unless it has expired. */
  public Optional<HostedMedia> find(String fileName) {
    return Optional.ofNullable(byFileName.get(fileName)).filter(this::isAvailable);
  }

  private Optional<HostedMedia> withUuid(String uuid) {
    return Optional.ofNullable(byUuid.get(uuid.toLowerCase(Locale.ROOT))).filter(this::isAvailable);
  }

  /** Whether there is something under that UUID, not expired. */
  public boolean contains(String uuid) {
    return withUuid(uuid).isPresent();
  }

  /** Removes what is under that UUID; returns whether there was anything. */
  public boolean remove(String uuid) {
    Optional<HostedMedia> media = withUuid(uuid);
    media.ifPresent(this::drop);
    return media.isPresent();
  }

  /** Known of what is in the store, by its UUID or its address, and of what travels in requests. */
  @Override
  public Optional<BigDecimal> secondsOf(String media) {
    Optional<HostedMedia> hosted =
        media.startsWith(base.toString())
            ? Optional.ofNullable(byFileName.get(fileName(media)))
            : media.length() == UUID_LENGTH
                ? Optional.ofNullable(byUuid.get(media.toLowerCase(Locale.ROOT)))
                : Optional.empty();
    return hosted
        .flatMap(found -> found.content().seconds())
        .or(() -> MediaDurations.inline().secondsOf(media));
  }

  private static String fileName(String url) {
    return url.substring(url.lastIndexOf('/') + 1);
  }

  private static String key(UUID uuid) {
    return uuid.toString();
  }

  private boolean isAvailable(HostedMedia media) {
    return media.expires() == null || clock.instant().isBefore(media.expires());
  }
}
