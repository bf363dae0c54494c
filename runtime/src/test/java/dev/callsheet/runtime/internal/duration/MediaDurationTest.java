package dev.callsheet.runtime.internal.duration;

import static dev.callsheet.runtime.internal.duration.Bytes.big;
import static dev.callsheet.runtime.internal.duration.Bytes.joined;
import static dev.callsheet.runtime.internal.duration.Bytes.little;
import static dev.callsheet.runtime.internal.duration.Bytes.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaDurationTest {
  private static final byte[] FILE_TYPE = box("ftyp", text("isom"), big(4, 0));

  /** Encoded by lame, oggenc, opusenc and flac from a tone; an MP3 is as long as its frames. */
  @ParameterizedTest
  @CsvSource({
    "constant.mp3, 0.936",
    "variable-tagged.mp3, 0.936",
    "uncounted.mp3, 0.936",
    "vorbis.ogg, 0.75",
    "opus.ogg, 0.75",
    "tone.flac, 0.75",
    "short.wav, 0.25"
  })
  void readsWhatEncodersWrite(String file, String seconds) throws IOException {
    assertThat(seconds(resource(file))).contains(new BigDecimal(seconds));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 600, 1440, 2.4",
    "1, 24000, 145145, 6.047708",
    "0, 1000, 4294967294, 4294967.294"
  })
  void readsTheHeaderOfAMovie(int version, int timescale, long duration, String seconds)
      throws IOException {
    byte[] movie =
        joined(
            FILE_TYPE,
            box("mdat", new byte[100]),
            box("moov", movieHeader(version, timescale, duration), box("trak", new byte[20])));

    assertThat(seconds(movie)).contains(new BigDecimal(seconds));
  }

  @Test
  void readsALongBox() throws IOException {
    byte[] data = joined(big(4, 1), text("mdat"), big(8, 16 + 5), new byte[5]);

    assertThat(seconds(joined(FILE_TYPE, data, box("moov", movieHeader(0, 10, 25)))))
        .contains(new BigDecimal("2.5"));
  }

  @Test
  void readsWhatExtendsTheHeaderOfAMovieOfFragments() throws IOException {
    byte[] extends_ = box("mvex", box("mehd", big(4, 0), big(4, 90)));

    assertThat(seconds(joined(FILE_TYPE, box("moov", movieHeader(0, 10, 0), extends_))))
        .contains(new BigDecimal("9"));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 0xffff_ffffL})
  void aMovieMayLeaveItsLengthOpen(long duration) throws IOException {
    byte[] movie =
        joined(FILE_TYPE, box("moov", movieHeader(0, 10, duration)), box("moof", new byte[4]));

    assertThat(seconds(movie)).isEmpty();
  }

  @Test
  void readsTheInformationOfAMatroskaFile() throws IOException {
    byte[] scale = element(0x2ad7b1, 3, big(3, 500_000));
    byte[] duration = element(0x4489, 2, big(8, Double.doubleToLongBits(4800)));

    assertThat(seconds(matroska(joined(scale, duration)))).contains(new BigDecimal("2.4"));
    assertThat(seconds(matroska(joined(duration, scale)))).contains(new BigDecimal("2.4"));
    assertThat(seconds(matroska(element(0x4489, 2, big(4, Float.floatToIntBits(2400f))))))
        .contains(new BigDecimal("2.4"));
    assertThat(seconds(matroska(scale))).isEmpty();
  }

  @Test
  void readsTheFramesOfAnAvi() throws IOException {
    byte[] header = joined(little(4, 40_000), new byte[12], little(4, 60), new byte[20]);
    byte[] list = joined(text("hdrl"), chunk("avih", header));

    assertThat(seconds(joined(text("RIFF"), little(4, 500), text("AVI "), chunk("LIST", list))))
        .contains(new BigDecimal("2.4"));
  }

  @Test
  void countsTheBytesOfAWavThatWasWrittenBeforeItsLengthWasKnown() throws IOException {
    byte[] format =
        joined(little(2, 1), little(2, 1), little(4, 8000), little(4, 8000), new byte[4]);
    byte[] open = joined(text("data"), little(4, 0xffff_ffffL), new byte[2000]);

    assertThat(
            seconds(
                joined(
                    text("RIFF"),
                    little(4, 0),
                    text("WAVE"),
                    chunk("LIST", joined(text("INFO"), chunk("ISFT", new byte[3]))),
                    chunk("fmt ", format),
                    open)))
        .contains(new BigDecimal("0.25"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"constant.mp3", "uncounted.mp3", "vorbis.ogg", "tone.flac", "short.wav"})
  void neverFailsOnDamagedMedia(String file) throws IOException {
    byte[] whole = resource(file);
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      byte[] damaged = Arrays.copyOf(whole, random.nextInt(whole.length + 1));
      for (int j = 0; j < 3 && damaged.length > 4; j++) {
        damaged[4 + random.nextInt(damaged.length - 4)] = (byte) random.nextInt(256);
      }
      assertThat(seconds(damaged).filter(length -> length.signum() <= 0)).isEmpty();
    }
  }

  @Test
  void mediaThatTravelsInARequestIsMeasuredThere() throws IOException {
    String base64 = Base64.getEncoder().encodeToString(resource("opus.ogg"));

    assertThat(InlineMedia.seconds("data:audio/ogg;base64," + base64))
        .contains(new BigDecimal("0.75"));
    assertThat(InlineMedia.seconds(base64)).contains(new BigDecimal("0.75"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "9c0e6b3e-6d0c-4e5f-8f4e-3a4b5c6d7e8f",
        "https://example.com/a/long/address/of/some/video/that/is/not/here.mp4?and=a&query=too",
        "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGMAAQ==",
        "data:audio/ogg;base64,that is no Base64 at all, however long it may be, and it is long"
      })
  void ofAllElseTheLengthIsNotKnown(String media) {
    assertThat(InlineMedia.seconds(media)).isEmpty();
  }

  private static Optional<BigDecimal> seconds(byte[] media) throws IOException {
    return MediaDuration.of(new ByteArrayInputStream(media));
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = MediaDurationTest.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  private static byte[] box(String type, byte[]... parts) {
    byte[] content = joined(parts);
    return joined(big(4, 8 + content.length), text(type), content);
  }

  private static byte[] movieHeader(int version, int timescale, long duration) {
    int width = version == 1 ? 8 : 4;
    return box(
        "mvhd",
        big(4, (long) version << 24),
        new byte[2 * width],
        big(4, timescale),
        big(width, duration),
        new byte[80]);
  }

  private static byte[] chunk(String type, byte[] content) {
    return joined(text(type), little(4, content.length), content, new byte[content.length % 2]);
  }

  private static byte[] element(long id, int idLength, byte[] content) {
    return joined(big(idLength, id), big(1, 0x80 | content.length), content);
  }

  private static byte[] matroska(byte[] information) {
    return joined(
        element(0x1a45dfa3L, 4, new byte[8]),
        big(4, 0x18538067L),
        big(8, 0x01ff_ffff_ffff_ffffL), // of unknown size, as a recording's is
        element(0xec, 1, new byte[3]),
        element(0x1549a966L, 4, information),
        element(0x1f43b675L, 4, new byte[3]));
  }
}
