package dev.callsheet.sandbox.internal.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.sandbox.internal.codec.CellArea;
import dev.callsheet.sandbox.internal.codec.CellPicture;
import dev.callsheet.sandbox.internal.sample.SampleDescription.AudioSettings;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Samples decoded by a program that is not ours: every pixel of every frame is near what was meant,
 * so that what an encoder thinks a decoder has is what it has.
 */
final class SampleDecodingTest {
  /** How far a pixel's brightness may be from the one meant. */
  private static final int TOLERANCE = 8;

  @TempDir Path folder;

  @BeforeAll
  static void requireDecoder() {
    Decoder.require();
  }

  private static SampleDescription description(
      int width, int height, long milliseconds, int framesPerSecond) {
    return new SampleDescription(
        "inkwell:flipbook@1",
        "A heron, asleep & awake, über dem Wasser 鷺",
        7,
        width,
        height,
        milliseconds,
        framesPerSecond,
        AudioSettings.USUAL);
  }

  private Path file(SampleFormat format, SampleDescription description) throws Exception {
    return Files.write(folder.resolve("sample." + format.extension()), format.write(description));
  }

  @ParameterizedTest
  @CsvSource({
    "MP4,h264,320,180,2500,12",
    "MOV,h264,178,322,1234,7",
    "WEBM,vp8,320,180,2500,12",
    "WEBM,vp8,178,322,1234,7",
    "MP4,h264,1024,576,400,60",
    "WEBM,vp8,16,16,400,30",
    "MP4,h264,2,2,100,1"
  })
  void aVideoHasTheSizeTheLengthAndThePicturesAskedFor(
      SampleFormat format, String codec, int width, int height, long milliseconds, int frames)
      throws Exception {
    SampleDescription description = description(width, height, milliseconds, frames);
    Path file = file(format, description);
    assertThat(Decoder.describe(file, "codec_name,width,height,r_frame_rate", "duration"))
        .isEqualTo(
            "%s,%d,%d,%d/1,%d.%03d000"
                .formatted(codec, width, height, frames, milliseconds / 1000, milliseconds % 1000));
    SampleFilm film = new SampleFilm(description);
    List<byte[]> shown = Decoder.brightness(file, width, height);
    assertThat(shown).hasSize(film.frameCount());
    for (int i = 0; i < shown.size(); i++) {
      film.showFrame(i);
      assertShows(shown.get(i), film.picture(), "frame " + i);
    }
  }

  @Test
  void aClockRunsAndNothingElseChanges() throws Exception {
    SampleDescription description = description(640, 360, 1000, 10);
    List<byte[]> shown = Decoder.brightness(file(SampleFormat.MP4, description), 640, 360);
    List<CellArea> changed = new SampleFilm(description).showFrame(0);
    int top = changed.get(0).row() * CellPicture.CELL / 16 * 16;
    for (int i = 1; i < shown.size(); i++) {
      assertThat(differs(shown.get(i - 1), shown.get(i), 0, top * 640)).as("above").isFalse();
      assertThat(differs(shown.get(i - 1), shown.get(i), top * 640, 640 * 360))
          .as("clock")
          .isTrue();
    }
  }

  private static boolean differs(byte[] one, byte[] other, int from, int to) {
    return Arrays.mismatch(one, from, to, other, from, to) >= 0;
  }

  @ParameterizedTest
  @CsvSource({
    "WEBP,320,180",
    "WEBP,33,77",
    "JPG,320,180",
    "JPG,33,77",
    "PNG,33,77",
    "WEBP,1024,640"
  })
  void anImageHasTheSizeAndThePictureAskedFor(SampleFormat format, int width, int height)
      throws Exception {
    SampleDescription description = description(width, height, 1, 1);
    Path file = file(format, description);
    assertThat(Decoder.describe(file, "width,height", "format_name"))
        .startsWith(width + "," + height);
    List<byte[]> shown = Decoder.brightness(file, width, height);
    assertThat(shown).hasSize(1);
    assertShows(shown.get(0), SamplePicture.of(description), format.name());
  }

  private static void assertShows(byte[] shown, CellPicture meant, String what) {
    for (int i = 0; i < shown.length; i++) {
      int x = i % meant.width();
      int y = i / meant.width();
      int colour = meant.colour(x / CellPicture.CELL, y / CellPicture.CELL);
      double brightness =
          0.299 * ((colour >> 16) & 0xFF)
              + 0.587 * ((colour >> 8) & 0xFF)
              + 0.114 * (colour & 0xFF);
      if (Math.abs((shown[i] & 0xFF) - brightness) > TOLERANCE) {
        assertThat(shown[i] & 0xFF)
            .as("%s at %d,%d", what, x, y)
            .isEqualTo((int) Math.round(brightness));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "WAV,44100,2",
    "FLAC,44100,2",
    "OGG,44100,2",
    "FLAC,8000,1",
    "OGG,16000,1",
    "WAV,22050,1"
  })
  void aSoundWithoutLossHasTheSamplesMeant(SampleFormat format, int rate, int channels)
      throws Exception {
    SampleDescription description = sound(2340, rate, channels, 128);
    Path file = file(format, description);
    assertThat(Decoder.describe(file, "sample_rate,channels", "duration"))
        .isEqualTo(rate + "," + channels + ",2.340000");
    SampleMelody melody = new SampleMelody(description);
    ByteBuffer samples = ByteBuffer.wrap(Decoder.samples(file)).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(samples.capacity()).isEqualTo(melody.sampleCount() * channels * 2);
    for (int i = 0; i < melody.sampleCount(); i++) {
      for (int channel = 0; channel < channels; channel++) {
        if (samples.getShort() != melody.sample(i)) {
          assertThat(samples.getShort(samples.position() - 2))
              .as("%d", i)
              .isEqualTo((short) melody.sample(i));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "44100,2,128",
    "48000,1,64",
    "32000,2,320",
    "24000,2,8",
    "22050,1,32",
    "16000,1,24",
    "8000,1,8",
    "11025,2,64"
  })
  void anMp3LastsAsLongAsAskedAndPlaysThePitchesMeant(int rate, int channels, int kilobits)
      throws Exception {
    SampleDescription description = sound(2345, rate, channels, kilobits);
    Path file = file(SampleFormat.MP3, description);
    String[] found =
        Decoder.describe(file, "codec_name,sample_rate,channels", "duration").split(",");
    assertThat(found).startsWith("mp3", "" + rate, "" + channels);
    assertThat(Double.parseDouble(found[3])).isBetween(2.345, 2.345 + 1152.0 / rate);
    ByteBuffer samples = ByteBuffer.wrap(Decoder.samples(file)).order(ByteOrder.LITTLE_ENDIAN);
    int from = rate / 4 + rate / 16;
    double best = 0;
    double loudest = 0;
    for (double pitch = 200; pitch < 800; pitch += 2) {
      double loudness = loudness(samples, channels, rate, from, rate / 8, pitch);
      best = loudness > loudest ? pitch : best;
      loudest = Math.max(loudness, loudest);
    }
    double meant = new SampleMelody(description).pitch(from);
    assertThat(best).isBetween(meant - rate / 1152.0 - 12, meant + rate / 1152.0 + 12);
    assertThat(loudest).isGreaterThan(1000);
  }

  /** How loud a pitch is in a part of a sound. */
  private static double loudness(
      ByteBuffer samples, int channels, int rate, int from, int count, double pitch) {
    double sine = 0;
    double cosine = 0;
    for (int i = 0; i < count; i++) {
      short sample = samples.getShort((from + i) * channels * 2);
      sine += sample * Math.sin(2 * Math.PI * pitch * i / rate);
      cosine += sample * Math.cos(2 * Math.PI * pitch * i / rate);
    }
    return Math.hypot(sine, cosine) * 2 / count;
  }

  private static SampleDescription sound(long milliseconds, int rate, int channels, int kilobits) {
    return new SampleDescription(
        "inkwell:bell@1",
        "ding",
        3,
        1,
        1,
        milliseconds,
        1,
        new AudioSettings(rate, channels, kilobits));
  }
}
