package dev.callsheet.sandbox.internal.sample;

import dev.callsheet.sandbox.internal.codec.CellArea;
import dev.callsheet.sandbox.internal.codec.CellPicture;
import dev.callsheet.sandbox.internal.codec.Film;
import java.util.List;
import java.util.Locale;

/** A sample's picture with a clock that runs, and a bar that fills from left to right. */
final class SampleFilm implements Film {
  private static final long MINUTE = 60_000;
  private static final String LONGEST_CLOCK = "00:00.000";

  private final SampleDescription description;
  private final SamplePicture background;
  private final CellArea bar;
  private final CellArea clock;

  SampleFilm(SampleDescription description) {
    this.description = description;
    this.background = SamplePicture.ofFilm(description);
    CellPicture picture = background.cells();
    int scale = background.scale();
    int height = Math.max(1, 2 * scale);
    this.bar = new CellArea(0, picture.rows() - height, picture.columns(), height);
    int line = (BitmapFont.HEIGHT + 2) * scale;
    this.clock =
        new CellArea(
            background.margin(), bar.row() - line, BitmapFont.width(LONGEST_CLOCK, scale), line);
  }

  @Override
  public CellPicture picture() {
    return background.cells();
  }

  @Override
  public int framesPerSecond() {
    return description.framesPerSecond();
  }

  @Override
  public long milliseconds() {
    return description.milliseconds();
  }

  @Override
  public List<CellArea> showFrame(int number) {
    CellPicture picture = picture();
    long time = number * 1000L / framesPerSecond();
    picture.fill(clock, background.colours().ground());
    String text =
        String.format(
            Locale.ROOT, "%02d:%02d.%03d", time / MINUTE, time % MINUTE / 1000, time % 1000);
    BitmapFont.write(
        picture,
        text,
        clock.column(),
        clock.row() + background.scale(),
        background.scale(),
        SampleColours.TEXT);
    int from = filled(number - 1);
    int to = filled(number);
    if (number == 0) {
      picture.fill(bar, background.colours().ground());
    }
    CellArea grown = new CellArea(from, bar.row(), to - from, bar.rows());
    picture.fill(grown, background.colours().bright());
    return List.of(clock, grown);
  }

  /** How many columns of the bar are filled when a frame is shown. */
  private int filled(int number) {
    return (int) ((number + 1L) * bar.columns() / frameCount());
  }
}
