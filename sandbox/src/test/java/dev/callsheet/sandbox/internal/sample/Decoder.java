package dev.callsheet.sandbox.internal.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A decoder that we did not write: {@code ffmpeg} and {@code ffprobe}, which {@code .ci/run} has.
 */
final class Decoder {
  private Decoder() {}

  static void require() {
    assumeTrue(isThere("ffmpeg") && isThere("ffprobe"), "needs ffmpeg and ffprobe");
  }

  private static boolean isThere(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /** What is asked of the first stream and the file, joined by commas. */
  static String describe(Path file, String stream, String format) throws Exception {
    return text(
            "ffprobe",
            "-v",
            "error",
            "-show_entries",
            "stream=" + stream,
            "-show_entries",
            "format=" + format,
            "-of",
            "csv=p=0",
            file.toString())
        .strip()
        .replaceAll("\\s+", ",");
  }

  /** The brightness of each pixel of each frame, 0 to 255 in full range, in rows. */
  static List<byte[]> brightness(Path file, int width, int height) throws Exception {
    byte[] all =
        run(
            "ffmpeg",
            "-v",
            "error",
            "-i",
            file.toString(),
            "-f",
            "rawvideo",
            "-pix_fmt",
            "gray",
            "-");
    List<byte[]> frames = new ArrayList<>();
    for (int at = 0; at < all.length; at += width * height) {
      frames.add(Arrays.copyOfRange(all, at, at + width * height));
    }
    return frames;
  }

  /** The samples of a sound, of 16 bits, channel by channel. */
  static byte[] samples(Path file) throws Exception {
    return run("ffmpeg", "-v", "error", "-i", file.toString(), "-f", "s16le", "-");
  }

  private static String text(String... command) throws Exception {
    return new String(run(command), StandardCharsets.UTF_8);
  }

  /** What a program writes; it complains of nothing. */
  private static byte[] run(String... command) throws IOException, InterruptedException {
    Path errors = Files.createTempFile("decoder", ".txt");
    try {
      Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
      byte[] output = process.getInputStream().readAllBytes();
      assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
      assertThat(Files.readString(errors)).isEmpty();
      return output;
    } finally {
      Files.delete(errors);
    }
  }
}
