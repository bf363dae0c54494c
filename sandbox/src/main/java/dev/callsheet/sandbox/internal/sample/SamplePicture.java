package dev.callsheet.sandbox.internal.sample;

import dev.callsheet.sandbox.internal.codec.CellArea;
import dev.callsheet.sandbox.internal.codec.CellPicture;
import java.util.List;
import java.util.SplittableRandom;

/** The picture of a sample: the model, the prompt, the seed and the size before a pattern. */
final class SamplePicture {
  /** How many letters fit into a line, and lines into a picture, before letters become larger. */
  private static final int LETTERS = 26;

  /** So that the model is in one line, the letters may be smaller. */
  private static final int MOST_LETTERS = 40;

  private static final int LINES = 9;
  private static final int PATTERN = 8;

  private final SampleDescription description;
  private final SampleColours colours;
  private final CellPicture picture;
  private final int scale;
  private final int margin;

  private SamplePicture(SampleDescription description, int width, int height) {
    this.description = description;
    this.colours = SampleColours.of(description);
    this.picture = new CellPicture(width, height);
    int letters = Math.max(LETTERS, Math.min(MOST_LETTERS, description.model().length() + 1));
    this.scale =
        Math.max(
            1,
            Math.min(
                picture.columns() / (letters * BitmapFont.ADVANCE),
                picture.rows() / (LINES * BitmapFont.LINE)));
    this.margin = 3 * scale;
  }

  /** The picture of an image. */
  static CellPicture of(SampleDescription description) {
    SamplePicture picture =
        new SamplePicture(description, description.width(), description.height());
    picture.draw(0);
    return picture.picture;
  }

  /** The picture of a video without its clock, with room for that at the bottom. */
  static SamplePicture ofFilm(SampleDescription description) {
    // H.264 tells colours for two pixels at a time.
    SamplePicture picture =
        new SamplePicture(
            description,
            Math.max(2, description.width() & ~1),
            Math.max(2, description.height() & ~1));
    picture.draw(1);
    return picture;
  }

  CellPicture cells() {
    return picture;
  }

  SampleColours colours() {
    return colours;
  }

  /** How many cells wide and high a dot of a letter is. */
  int scale() {
    return scale;
  }

  /** How many cells are between the edge and what is written. */
  int margin() {
    return margin;
  }

  private void draw(int linesBelow) {
    drawPattern();
    int letters = Math.max(1, (picture.columns() - 2 * margin) / (BitmapFont.ADVANCE * scale));
    int line = BitmapFont.LINE * scale;
    int last = picture.rows() - margin - line * (1 + linesBelow);
    int lines = Math.max(0, (last - margin) / line);
    int row = margin;
    for (String text : BitmapFont.wrap(BitmapFont.plain(description.model()), letters, lines)) {
      write(text, row, colours.bright());
      row += line;
    }
    row += scale * 2;
    String prompt = BitmapFont.plain(description.prompt());
    for (String text : BitmapFont.wrap(prompt, letters, Math.max(0, (last - row) / line))) {
      write(text, row, SampleColours.TEXT);
      row += line;
    }
    for (String text : footer(letters)) {
      write(text, last, colours.bright());
    }
  }

  /** The seed and the size, or as much of it as fits. */
  private List<String> footer(int letters) {
    String seed = "seed " + description.seed();
    String both = seed + "  " + picture.width() + "x" + picture.height();
    return BitmapFont.wrap(both.length() <= letters ? both : seed, letters, 1);
  }

  private void write(String text, int row, int colour) {
    BitmapFont.write(picture, text, margin, row, scale, colour);
  }

  private void drawPattern() {
    picture.fill(picture.area(), colours.ground());
    SplittableRandom random = description.random();
    int size = Math.max(4, Math.max(picture.columns(), picture.rows()) / PATTERN);
    for (int row = 0; row < picture.rows(); row += size) {
      for (int column = 0; column < picture.columns(); column += size) {
        if (random.nextInt(3) == 0) {
          picture.fill(new CellArea(column, row, size, size), colours.shade());
        }
      }
    }
  }
}
