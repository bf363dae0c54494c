package dev.callsheet.sandbox.internal.media;

import dev.callsheet.runtime.MediaDurations;
import dev.callsheet.runtime.internal.datauri.DataUri;
import dev.callsheet.sandbox.internal.ledger.TaskKey;
import dev.callsheet.sandbox.internal.limit.Retention;
import dev.callsheet.sandbox.internal.state.SandboxState;
import dev.callsheet.sandbox.internal.state.SandboxState.Section;
import java.io.IOException;
import java.io.InputStream;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The media of all results, and what callers stored, by the name they are fetched under. */
public final class MediaStore implements MediaDurations {
  private static final int UUID_LENGTH = 36;

  /** The name of a caller's file in the state. */
  private static final String FILE = "file";

  private final URI base;
  private final InstantSource clock;
  private final Retention uploads;
  private final SandboxState state;
  private final Map<String, HostedMedia> byFileName = new ConcurrentHashMap<>();
  private final Map<String, HostedMedia> byUuid = new ConcurrentHashMap<>();
  private final Map<String, Queue<HostedMedia>> resultsByTask = new ConcurrentHashMap<>();

  /**
   * A store with what the state has of callers' files.
   *
   * @param base what comes before the file's name in a URL, with a slash at its end
   * @param tasks how long the results of tasks are kept, by the task
   * @param uploads how long what callers store is kept, by its UUID
   */
  public MediaStore(
      URI base, InstantSource clock, Retention tasks, Retention uploads, SandboxState state) {
    this.base = base;
    this.clock = clock;
    this.uploads = uploads;
    this.state = state;
    state.restore(Section.UPLOADS, (uuid, name, value) -> restoreUpload(uuid, value));
    tasks.onForget(this::forgetResults);
    uploads.onForget(this::forget);
  }

  private void restoreUpload(String uuid, JsonNode value) {
    state
        .file(uuid)
        .ifPresent(
            bytes -> {
              HostedMedia media =
                  add(
                      UUID.fromString(uuid),
                      value.path("name").asString(),
                      value.path("task").asString(),
                      new UploadedContent(bytes),
                      Instant.parse(value.path("at").asString()),
                      null);
              uploads.restore(uuid, media.storedAt(), uploadWeight(media.taskUUID(), bytes));
            });
  }

  /** Drops the results that callers deleted, once all of them have been restored. */
  public void restoreDeletions() {
    state.restore(Section.DELETED_RESULTS, (task, uuid, value) -> forget(uuid));
  }

  /** Stores what a caller sent; it stays until it is removed. */
  public HostedMedia upload(String taskUUID, byte[] bytes) {
    UploadedContent content = new UploadedContent(bytes);
    UUID uuid = UUID.randomUUID();
    return upload(uuid, fileName(uuid, content), taskUUID, content);
  }

  /** Stores what a caller sent, where it was told beforehand that it would be. */
  public HostedMedia upload(UUID uuid, byte[] bytes) {
    return upload(uuid, uuid.toString(), "", new UploadedContent(bytes));
  }

  private HostedMedia upload(UUID uuid, String fileName, String taskUUID, UploadedContent content) {
    Instant now = clock.instant();
    state.putFile(key(uuid), content.bytes());
    state.put(
        Section.UPLOADS,
        key(uuid),
        FILE,
        () ->
            JsonNodeFactory.instance
                .objectNode()
                .put("name", fileName)
                .put("task", taskUUID)
                .put("at", now.toString()));
    HostedMedia media = add(uuid, fileName, taskUUID, content, now, null);
    uploads.keep(key(uuid), uploadWeight(taskUUID, content.bytes()));
    return media;
  }

  private static long uploadWeight(String taskUUID, byte[] bytes) {
    return (long) bytes.length + taskUUID.length();
  }

  /** Where a caller's file will be, once it is stored under that UUID. */
  public URI addressOf(UUID uuid) {
    return base.resolve(uuid.toString());
  }

  /** Stores the result of a task. */
  public HostedMedia store(String taskUUID, HostedMediaContent content, @Nullable Instant expires) {
    UUID uuid = UUID.randomUUID();
    return restore(uuid, taskUUID, content, clock.instant(), expires);
  }

  /** Stores the result of a task as another sandbox did. */
  public HostedMedia restore(
      UUID uuid,
      String taskUUID,
      HostedMediaContent content,
      Instant storedAt,
      @Nullable Instant expires) {
    HostedMedia media = add(uuid, fileName(uuid, content), taskUUID, content, storedAt, expires);
    resultsByTask
        .computeIfAbsent(TaskKey.of(taskUUID), task -> new ConcurrentLinkedQueue<>())
        .add(media);
    return media;
  }

  private static String fileName(UUID uuid, HostedMediaContent content) {
    return uuid + "." + content.extension();
  }

  private HostedMedia add(
      UUID uuid,
      String fileName,
      String taskUUID,
      HostedMediaContent content,
      Instant storedAt,
      @Nullable Instant expires) {
    HostedMedia media =
        new HostedMedia(uuid, taskUUID, content, storedAt, base.resolve(fileName), expires);
    byFileName.put(fileName, media);
    byUuid.put(key(uuid), media);
    return media;
  }

  private void forgetResults(String task) {
    Queue<HostedMedia> results = resultsByTask.remove(task);
    if (results != null) {
      results.forEach(this::drop);
      state.forget(Section.DELETED_RESULTS, task);
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
    if (media.content() instanceof UploadedContent) {
      state.forget(Section.UPLOADS, key(media.uuid()));
      state.deleteFile(key(media.uuid()));
    }
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
    media.ifPresent(
        found -> {
          drop(found);
          if (!(found.content() instanceof UploadedContent)) {
            state.put(
                Section.DELETED_RESULTS,
                TaskKey.of(found.taskUUID()),
                key(found.uuid()),
                () -> JsonNodeFactory.instance.booleanNode(true));
          }
        });
    return media.isPresent();
  }

  /** Known of what is in the store, by its UUID or its address, and of what travels in requests. */
  @Override
  public Optional<BigDecimal> secondsOf(String media) {
    return named(media)
        .flatMap(found -> found.content().seconds())
        .or(() -> MediaDurations.inline().secondsOf(media));
  }

  /** How large the same are to see. */
  public Optional<PixelSize> sizeOf(String media) {
    return named(media)
        .flatMap(found -> found.content().size())
        .or(() -> DataUri.isDataUri(media) ? inlineSize(media) : Optional.empty());
  }

  private static Optional<PixelSize> inlineSize(String media) {
    try (InputStream bytes = DataUri.parse(media).open()) {
      return PictureHeader.size(bytes.readNBytes(PictureHeader.LENGTH));
    } catch (IllegalArgumentException | IOException unreadable) {
      return Optional.empty();
    }
  }

  /** By its UUID or its address. */
  private Optional<HostedMedia> named(String media) {
    return media.startsWith(base.toString())
        ? Optional.ofNullable(byFileName.get(fileName(media)))
        : media.length() == UUID_LENGTH
            ? Optional.ofNullable(byUuid.get(media.toLowerCase(Locale.ROOT)))
            : Optional.empty();
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
