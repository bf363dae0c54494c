package dev.callsheet.runtime.internal.media;

import dev.callsheet.runtime.MediaDurations;
import dev.callsheet.runtime.client.media.LocalMedia;
import dev.callsheet.runtime.client.media.Media;
import dev.callsheet.runtime.client.media.MediaStorage;
import dev.callsheet.runtime.client.media.StoredMedia;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Remembers how long the media are that it stored from here, so that the price of a request that
 * names them is known. For any number of threads.
 */
public final class MeasuringMediaStorage implements MediaStorage, MediaDurations {
  /** Of so many media the length is remembered; of those that were stored last. */
  private static final int REMEMBERED = 10_000;

  private final MediaStorage storage;
  private final Map<String, BigDecimal> secondsByName =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, BigDecimal> eldest) {
              return size() > REMEMBERED;
            }
          });

  /** Stores in a storage. */
  public MeasuringMediaStorage(MediaStorage storage) {
    this.storage = storage;
  }

  @Override
  public StoredMedia upload(Media media) {
    Optional<BigDecimal> length = seconds(media);
    StoredMedia stored = storage.upload(media);
    length.ifPresent(
        seconds -> {
          secondsByName.put(stored.parameter(), seconds);
          if (stored.mediaURL() != null) {
            secondsByName.put(stored.mediaURL().toString(), seconds);
          }
        });
    return stored;
  }

  @Override
  public void delete(UUID media) {
    storage.delete(media);
  }

  @Override
  public Optional<BigDecimal> secondsOf(String media) {
    return Optional.ofNullable(secondsByName.get(media))
        .or(() -> MediaDurations.inline().secondsOf(media));
  }

  private static Optional<BigDecimal> seconds(Media media) {
    return media instanceof LocalMedia local
        ? local.seconds()
        : MediaDurations.inline().secondsOf(media.parameter());
  }
}
