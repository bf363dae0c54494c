package dev.callsheet.sandbox.internal.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The size of pictures that others have written, and of what is none. */
final class PictureHeaderTest {
  private static byte[] picture(String format) throws Exception {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(300, 211, BufferedImage.TYPE_INT_RGB), format, file);
    return file.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "gif"})
  void isThatOfThePicture(String format) throws Exception {
    assertThat(PictureHeader.size(picture(format))).contains(new PixelSize(300, 211));
  }

  /** Of the specification: a lossy picture, a lossless one, one with a header of its own. */
  @ParameterizedTest
  @CsvSource({
    "52494646 00000000 57454250 56503820 00000000 000000 9d012a 2c01 d300, 300, 211",
    "52494646 00000000 57454250 5650384c 00000000 2f 2b813400 0000000000, 300, 211",
    "52494646 00000000 57454250 56503858 0a000000 00000000 2b0100 d20000, 300, 211"
  })
  void isThatOfAWebpPicture(String file, int width, int height) {
    byte[] bytes = HexFormat.of().parseHex(file.replace(" ", ""));
    assertThat(PictureHeader.size(bytes)).contains(new PixelSize(width, height));
  }

  @Test
  void isThatOfAJpegWithBytesBetweenItsSegments() {
    byte[] bytes = HexFormat.of().parseHex("ffd8ffffffe000041234ffffc0000b0800d3012c");
    assertThat(PictureHeader.size(bytes)).contains(new PixelSize(300, 211));
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "gif"})
  void aPictureThatEndsAnywhereIsNoFault(String format) throws Exception {
    byte[] file = picture(format);
    for (int length = 0; length < Math.min(700, file.length); length++) {
      assertThat(PictureHeader.size(Arrays.copyOf(file, length))).isNotNull();
    }
  }

  @Test
  void whatIsNoPictureHasNone() {
    assertThat(PictureHeader.size("a heron".getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(PictureHeader.size(new byte[] {(byte) 0xff, (byte) 0xd8, 0, 0, 0, 0})).isEmpty();
  }
}
