package dev.callsheet.cli.console;

import dev.callsheet.sandbox.behavior.DurationParser;
import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine.TypeConversionException;

/** Durations as people write and read them. */
public final class DurationFormat {
  private DurationFormat() {}

  /** In seconds, to a tenth. */
  public static String inSeconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }

  /** Reads the written form: {@code 250ms}, {@code 1.5s}, {@code 20m}, {@code 2h}. */
  public static Duration parse(String text) {
    try {
      return DurationParser.parse(text);
    } catch (IllegalArgumentException wrong) {
      throw new TypeConversionException(wrong.getMessage());
    }
  }
}
