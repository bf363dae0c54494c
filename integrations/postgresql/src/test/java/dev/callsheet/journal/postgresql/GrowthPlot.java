package dev.callsheet.journal.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lines in SVG, over sizes that grow by the same factor; both axes are logarithmic, so what grows
 * like the size is a line at an angle, and what does not is flat. Colours follow those of the page
 * around it, light or dark.
 */
final class GrowthPlot {
  private static final int WIDTH = 400;
  private static final int HEIGHT = 260;
  private static final int LEFT = 56;
  private static final int RIGHT = 130;
  private static final int TOP = 34;
  private static final int BOTTOM = 30;
  private static final int LABEL_HEIGHT = 13;
  private static final String[] COLOURS = {"one", "two", "three", "four", "five"};

  private final StringBuilder svg = new StringBuilder();
  private int panels;

  GrowthPlot(int count) {
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img">
        <title>How the cost of work grows with the number of workers and the size of the journal</title>
        <style>
          text { font: 11px system-ui, sans-serif; fill: #1f2328 }
          .back { fill: #fff } .axis { stroke: #8c959f; fill: none; stroke-width: 0.5 } .line { fill: none; stroke-width: 2 }
          .one { stroke: #0969da } .two { stroke: #1a7f37 } .three { stroke: #bc4c00 } .four { stroke: #8250df } .five { stroke: #cf222e }
          @media (prefers-color-scheme: dark) { text { fill: #e6edf3 } .back { fill: #0d1117 } }
        </style>
        <rect class="back" width="100%%" height="100%%"/>
        """
            .formatted(WIDTH * count, HEIGHT));
  }

  /**
   * Adds a panel.
   *
   * @param sizes under it, from left to right
   * @param lines values above zero by what they are of, as many as sizes
   */
  GrowthPlot panel(String title, List<String> sizes, Map<String, List<Double>> lines) {
    var offset = WIDTH * panels++;
    var all = lines.values().stream().flatMap(List::stream).mapToDouble(value -> value);
    var range = all.summaryStatistics();
    var low = Math.floor(Math.log10(range.getMin()));
    var high = Math.max(low + 1, Math.ceil(Math.log10(range.getMax())));
    text(offset + LEFT, 18, "start", title);
    for (var power = low; power <= high; power++) {
      var y = y(Math.pow(10, power), low, high);
      path("axis", "M%d %.1fH%d".formatted(offset + LEFT, y, offset + WIDTH - RIGHT));
      text(offset + LEFT - 6, y + 4, "end", label(power));
    }
    for (var i = 0; i < sizes.size(); i++) {
      text(x(offset, i, sizes.size()), HEIGHT - BOTTOM + 18, "middle", sizes.get(i));
    }
    var colour = 0;
    var ends = new TreeMap<Double, List<String>>(); // names of lines, from top to bottom
    for (var line : lines.entrySet()) {
      var points = new StringBuilder();
      for (var i = 0; i < sizes.size(); i++) {
        points.append(
            String.format(
                Locale.ROOT,
                "%s%.1f %.1f",
                i == 0 ? "M" : "L",
                x(offset, i, sizes.size()),
                y(line.getValue().get(i), low, high)));
      }
      path("line " + COLOURS[colour++ % COLOURS.length], points.toString());
      ends.computeIfAbsent(
              y(line.getValue().get(sizes.size() - 1), low, high), end -> new ArrayList<>())
          .add(line.getKey());
    }
    var lowest = Double.NEGATIVE_INFINITY;
    for (var end : ends.entrySet()) {
      for (var name : end.getValue()) {
        lowest = Math.max(end.getKey(), lowest + LABEL_HEIGHT);
        text(offset + WIDTH - RIGHT + 8, lowest + 4, "start", name);
      }
    }
    return this;
  }

  String svg() {
    return svg + "</svg>\n";
  }

  private static String label(double power) {
    return power < 0
        ? String.format(Locale.ROOT, "%." + (int) -power + "f", Math.pow(10, power))
        : String.format(Locale.ROOT, "%,d", (long) Math.pow(10, power));
  }

  private static double x(int offset, int number, int count) {
    return offset + LEFT + (WIDTH - LEFT - RIGHT) * (number + 0.5) / count;
  }

  private static double y(double value, double low, double high) {
    return TOP + (HEIGHT - TOP - BOTTOM) * (high - Math.log10(value)) / (high - low);
  }

  private void path(String kind, String points) {
    svg.append("<path class=\"%s\" d=\"%s\"/>%n".formatted(kind, points));
  }

  private void text(double x, double y, String anchor, String content) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
            x,
            y,
            anchor,
            content));
  }
}
