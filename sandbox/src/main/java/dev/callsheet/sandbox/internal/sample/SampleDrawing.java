package dev.callsheet.sandbox.internal.sample;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** A sample's picture as SVG. */
final class SampleDrawing {
  private static final int LETTERS = 26;
  private static final int LINES = 8;
  private static final int CIRCLES = 12;

  /** How wide a letter is to how high a line is. */
  private static final double LETTER = 0.5;

  private SampleDrawing() {}

  static byte[] of(SampleDescription description) {
    int width = description.width();
    int height = description.height();
    SampleColours colours = SampleColours.of(description);
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$d\" height=\"%2$d\""
                + " viewBox=\"0 0 %1$d %2$d\">%n<rect width=\"%1$d\" height=\"%2$d\""
                + " fill=\"#%3$06x\"/>%n",
            width,
            height,
            colours.ground()));
    SplittableRandom random = description.random();
    for (int i = 0; i < CIRCLES; i++) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<circle cx=\"%d\" cy=\"%d\" r=\"%d\" fill=\"#%06x\"/>%n",
              random.nextInt(width),
              random.nextInt(height),
              1 + random.nextInt(1 + Math.min(width, height) / 6),
              colours.shade()));
    }
    double line = Math.min(width / (LETTERS * LETTER), height / (LINES + 2.0));
    int letters = (int) Math.max(1, (width - line) / (line * LETTER));
    double y = line * 1.2;
    text(svg, y, line, colours.bright(), description.model());
    String prompt = description.prompt().replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    int lines = (int) Math.max(1, (height - 3.5 * line) / line);
    List<String> wrapped = BitmapFont.wrap(prompt, letters, lines);
    for (String each : wrapped) {
      y += line;
      text(svg, y, line, SampleColours.TEXT, each);
    }
    text(svg, height - line / 2, line, colours.bright(), "seed " + description.seed());
    return svg.append("</svg>\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void text(StringBuilder svg, double y, double line, int colour, String text) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" font-family=\"monospace\" font-size=\"%.1f\""
                + " fill=\"#%06x\">%s</text>%n",
            line / 2,
            y,
            line * 0.8,
            colour,
            escaped(text)));
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            letter -> {
              switch (letter) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                default -> escaped.appendCodePoint(isInXml(letter) ? letter : 0xFFFD);
              }
            });
    return escaped.toString();
  }

  private static boolean isInXml(int letter) {
    return letter >= ' '
        && letter != 0xFFFE
        && letter != 0xFFFF
        && !(letter >= 0xD800 && letter <= 0xDFFF);
  }
}
