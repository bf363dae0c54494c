package dev.callsheet.sandbox.internal.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.callsheet.runtime.client.media.Media;
import dev.callsheet.runtime.client.media.MediaType;
import dev.callsheet.sandbox.internal.codec.CellPicture;
import dev.callsheet.sandbox.internal.sample.SampleDescription.AudioSettings;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files that stand in for results, without a decoder of videos and sounds. */
final class SampleFormatTest {
  private static SampleDescription description(String prompt, long seed) {
    return new SampleDescription(
        "inkwell:etching@1", prompt, seed, 192, 128, 500, 10, AudioSettings.USUAL);
  }

  @ParameterizedTest
  @EnumSource
  void twoResultsDifferAndOneIsTheSameEachTime(SampleFormat format) {
    byte[] file = format.write(description("A heron", 1));
    assertThat(format.write(description("A heron", 1))).isEqualTo(file);
    assertThat(format.write(description("A heron", 2))).isNotEqualTo(file);
    assertThat(format.write(description("Two herons", 1))).isNotEqualTo(file);
  }

  @ParameterizedTest
  @EnumSource
  void aFileIsRecognizedByItsFirstBytes(SampleFormat format) {
    byte[] file = format.write(description("A heron", 1));
    assertThat(MediaType.ofBytes(Arrays.copyOf(file, MediaType.SIGNATURE_LENGTH)))
        .map(MediaType::extension)
        .contains(format.extension());
  }

  @ParameterizedTest
  @EnumSource(names = {"MP4", "MOV", "WEBM", "WAV"})
  void theClientReadsTheLengthOfAFile(SampleFormat format) {
    byte[] file = format.write(description("A heron", 1));
    assertThat(Media.of(file).seconds())
        .hasValueSatisfying(seconds -> assertThat(seconds).isEqualByComparingTo("0.5"));
  }

  @ParameterizedTest
  @CsvSource({"PNG,0", "JPG,8"})
  void anImageShowsThePictureInItsColours(SampleFormat format, int tolerance) throws Exception {
    SampleDescription description = description("A heron", 1);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(format.write(description)));
    CellPicture meant = SamplePicture.of(description);
    assertThat(image.getWidth()).isEqualTo(192);
    assertThat(image.getHeight()).isEqualTo(128);
    for (int y = 0; y < 128; y++) {
      for (int x = 0; x < 192; x++) {
        int wanted = meant.colour(x / CellPicture.CELL, y / CellPicture.CELL);
        for (int shift = 0; shift <= 16; shift += 8) {
          assertThat((image.getRGB(x, y) >> shift) & 0xFF)
              .as("%d,%d", x, y)
              .isCloseTo((wanted >> shift) & 0xFF, offset(tolerance));
        }
      }
    }
  }

  /** The letters of the prompt are on it: a picture of it is not that of another of that length. */
  @Test
  void thePictureShowsModelPromptAndSeed() {
    int letters = countOfWhite(description("iiii", 1));
    assertThat(countOfWhite(description("MMMM", 1))).isGreaterThan(letters);
    assertThat(countOfWhite(description("", 1))).isZero();
  }

  private static int countOfWhite(SampleDescription small) {
    CellPicture picture =
        SamplePicture.of(
            new SampleDescription(
                small.model(), small.prompt(), 1, 640, 360, 1, 1, AudioSettings.USUAL));
    int count = 0;
    for (int i = 0; i < picture.columns() * picture.rows(); i++) {
      count += picture.colour(i % picture.columns(), i / picture.columns()) == 0xFFFFFF ? 1 : 0;
    }
    return count;
  }

  @Test
  void aDrawingIsXmlWhateverThePromptIs() throws Exception {
    String prompt = "<script>&\"' \u0000\uFFFF\uD800 𝔘 鷺";
    byte[] file = SampleFormat.SVG.write(description(prompt, 1));
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(file));
    assertThat(document.getDocumentElement().getAttribute("width")).isEqualTo("192");
    assertThat(document.getElementsByTagName("script").getLength()).isZero();
    assertThat(document.getDocumentElement().getTextContent())
        .contains("<script>&\"'", "inkwell:etching@1", "seed 1");
  }

  @Test
  void aSculptureIsAConsistentGlb() {
    byte[] file = SampleFormat.GLB.write(description("A heron", 1));
    ByteBuffer glb = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(glb.getInt(8)).isEqualTo(file.length);
    int length = glb.getInt(12);
    JsonNode json =
        JsonMapper.shared().readTree(new String(file, 20, length, StandardCharsets.UTF_8));
    int binary = glb.getInt(20 + length);
    assertThat(28 + length + binary).isEqualTo(file.length);
    assertThat(json.path("buffers").path(0).path("byteLength").asInt()).isEqualTo(binary);
    JsonNode positions = json.path("accessors").path(0);
    JsonNode indices = json.path("accessors").path(3);
    int first = 28 + length + json.path("bufferViews").path(3).path("byteOffset").asInt();
    for (int i = 0; i < indices.path("count").asInt(); i++) {
      assertThat(glb.getInt(first + 4 * i)).isBetween(0, positions.path("count").asInt() - 1);
    }
  }

  @Test
  void whatIsAskedForBeyondMeasureIsKeptWithin() {
    SampleDescription huge =
        new SampleDescription(
            "m",
            "p".repeat(100_000),
            1,
            1 << 30,
            1 << 30,
            Long.MAX_VALUE,
            1000,
            AudioSettings.USUAL);
    assertThat(huge.width()).isEqualTo(huge.height()).isBetween(4000, 8192);
    assertThat(huge.milliseconds()).isEqualTo(300_000);
    assertThat(huge.framesPerSecond()).isEqualTo(1);
    assertThat(huge.prompt()).hasSize(1000);
  }

  @ParameterizedTest
  @CsvSource({
    "8192, 8192,   1000, 120,  74",
    "8192, 4096, 300000,  24,   1",
    "3840, 2160,  10000,  60,  60",
    "1920, 1080, 300000,  30,   8",
    " 640,  360, 300000,  30,  15",
    "   1,    1,      1,   1,   1",
    "8192,    1, 300000, 120,  15"
  })
  void longAndLargeVideosHaveFewerFrames(
      int width, int height, long milliseconds, int asked, int expected) {
    SampleDescription video =
        new SampleDescription("m", "", 1, width, height, milliseconds, asked, AudioSettings.USUAL);
    assertThat(video.framesPerSecond()).isEqualTo(expected);
    assertThat(video.milliseconds()).isEqualTo(milliseconds);
    long pixels = (long) video.width() * video.height();
    assertThat(pixels * expected * milliseconds / 1000).isLessThanOrEqualTo(5_000_000_000L);
    if (asked > 1 && expected > 1) {
      assertThat(pixels).isEqualTo((long) width * height);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "192000, 2,  10000, 192000",
    "192000, 2, 300000,  24000",
    " 44100, 2, 170000,  44100",
    " 44100, 2, 300000,  22050",
    " 48000, 1, 300000,  48000",
  })
  void longSoundsHaveFewerSamples(int rate, int channels, long milliseconds, int expected) {
    AudioSettings asked = new AudioSettings(rate, channels, 128);
    SampleDescription sound = new SampleDescription("m", "", 1, 1, 1, milliseconds, 1, asked);
    assertThat(new SampleMelody(sound).sampleRate()).isEqualTo(expected);
    assertThat(new SampleMelody(sound, any -> true).sampleRate()).isEqualTo(rate);
  }

  @Test
  void linesAreBrokenBetweenWordsAndEndInDotsWhereTheyAreCut() {
    assertThat(BitmapFont.wrap("one two three", 7, 9)).isEqualTo(List.of("one two", "three"));
    assertThat(BitmapFont.wrap("one two three", 7, 1)).isEqualTo(List.of("one ..."));
    assertThat(BitmapFont.wrap("abcdefghij", 4, 9)).isEqualTo(List.of("abcd", "efgh", "ij"));
    assertThat(BitmapFont.plain("Ünïcode\n \u201Cq\u201D")).isEqualTo("Unicode \"q\"");
  }
}
