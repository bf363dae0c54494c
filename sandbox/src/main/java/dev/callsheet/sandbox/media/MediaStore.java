package dev.callsheet.sandbox.media;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The media of all results, by the name they are fetched under. */
public final class MediaStore {
  private final URI base;
  private final InstantSource clock;
  private final Map<String, StoredMedia> byFileName = new ConcurrentHashMap<>();

  /**
   * An empty store.
   *
   * @param base what comes before the file's name in a URL, with a slash at its end
   */
  public MediaStore(URI base, InstantSource clock) {
    this.base = base;
    this.clock = clock;
  }

  /** Stores a sample as a result of that task. */
  public StoredMedia store(String taskUUID, Sample sample, @Nullable Instant expires) {
    UUID uuid = UUID.randomUUID();
    String fileName = uuid + "." + sample.format().extension();
    StoredMedia media = new StoredMedia(uuid, taskUUID, sample, base.resolve(fileName), expires);
    byFileName.put(fileName, media);
    return media;
  }

  /** What is fetched under that name, unless it has expired. */
  public Optional<StoredMedia> find(String fileName) {
    return Optional.ofNullable(byFileName.get(fileName)).filter(this::isAlive);
  }

  private boolean isAlive(StoredMedia media) {
    return media.expires() == null || clock.instant().isBefore(media.expires());
  }
}
