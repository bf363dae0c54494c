package dev.callsheet.runtime.internal.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.runtime.client.media.Media;
import dev.callsheet.runtime.client.media.MediaStorage;
import dev.callsheet.runtime.client.media.StoredMedia;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MeasuringMediaStorageTest {
  private static final URI ADDRESS = URI.create("https://example.com/a.ogg");

  private final MeasuringMediaStorage storage = new MeasuringMediaStorage(new StorageStub());

  @Test
  void knowsTheLengthOfWhatItStored() throws IOException {
    StoredMedia stored = storage.upload(Media.of(sound()));

    assertThat(storage.secondsOf(stored.parameter())).contains(new BigDecimal("0.75"));
    assertThat(storage.secondsOf(ADDRESS.toString())).contains(new BigDecimal("0.75"));
  }

  @Test
  void knowsTheLengthOfADataUriThatItStored() throws IOException {
    StoredMedia stored = storage.upload(Media.of(URI.create(Media.of(sound()).parameter())));

    assertThat(storage.secondsOf(stored.parameter())).contains(new BigDecimal("0.75"));
  }

  @Test
  void ofOtherMediaItKnowsWhatTheRequestShows() throws IOException {
    StoredMedia elsewhere = storage.upload(Media.of(URI.create("https://example.com/b.ogg")));

    assertThat(storage.secondsOf(elsewhere.parameter())).isEmpty();
    assertThat(storage.secondsOf(Media.of(sound()).parameter())).contains(new BigDecimal("0.75"));
  }

  private static byte[] sound() throws IOException {
    String name = "/dev/callsheet/runtime/internal/duration/opus.ogg";
    try (InputStream in = MeasuringMediaStorageTest.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  private static final class StorageStub implements MediaStorage {
    @Override
    public StoredMedia upload(Media media) {
      return new StoredMedia(UUID.randomUUID(), ADDRESS);
    }

    @Override
    public void delete(UUID media) {}
  }
}
