package dev.callsheet.benchmarks.report;

import java.util.List;
import java.util.Locale;

/**
 * Goals as bars, in SVG: from a line that stands for what was wanted, to the right as far as a
 * figure is better, to the left as far as it is worse. The scale is logarithmic, and ends at eight
 * times. Colours follow those of the page around it, light or dark.
 */
final class GoalPlot {
  private static final int ROW = 18;
  private static final int TOP = 40;
  private static final int WIDTH = 880;
  private static final int GOAL_AT = 530;
  private static final int DOUBLING = 48;
  private static final int DOUBLINGS = 3;
  private static final int FIGURES_AT = GOAL_AT + DOUBLING * DOUBLINGS + 12;

  private GoalPlot() {}

  static String svg(List<GoalRow> goals) {
    int bottom = TOP + ROW * goals.size();
    StringBuilder svg = new StringBuilder(beginning(WIDTH, bottom + 10));
    for (int doublings = -DOUBLINGS; doublings <= DOUBLINGS; doublings++) {
      int x = GOAL_AT + DOUBLING * doublings;
      String label = doublings == 0 ? "wanted" : (doublings < 0 ? "1/" : "") + times(doublings);
      svg.append(text(x, TOP - 14, "middle", label));
      svg.append(
          String.format(
              "<path class=\"axis\" d=\"M%d %dV%d\" stroke-width=\"%s\"/>%n",
              x, TOP - 8, bottom, doublings == 0 ? "1.5" : "0.3"));
    }
    for (int i = 0; i < goals.size(); i++) {
      svg.append(row(goals.get(i), TOP + ROW * i));
    }
    return svg.append("</svg>\n").toString();
  }

  private static String beginning(int width, int height) {
    return String.format(
        """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img">
      <title>Goals and what was measured: bars to the right are reached, bars to the left are missed</title>
      <style>
        text { font: 12px system-ui, sans-serif; fill: #1f2328 }
        .axis { stroke: #8c959f } .back { fill: #fff } .reached { fill: #2da44e } .missed { fill: #cf222e }
        @media (prefers-color-scheme: dark) {
          text { fill: #e6edf3 } .axis { stroke: #6e7681 } .back { fill: #0d1117 }
          .reached { fill: #3fb950 } .missed { fill: #f85149 }
        }
      </style>
      <rect class="back" width="100%%" height="100%%"/>
      """,
        width, height);
  }

  private static String times(int doublings) {
    return (1 << Math.abs(doublings)) + " x";
  }

  private static String row(GoalRow goal, int y) {
    double doublings = Math.log(goal.timesAsGood()) / Math.log(2);
    double length = DOUBLING * Math.min(DOUBLINGS, Math.abs(doublings));
    double bar = Math.max(2, length);
    return text(GOAL_AT - DOUBLING * DOUBLINGS - 12, y + 13, "end", goal.withPart().description())
        + String.format(
            Locale.ROOT,
            "<rect class=\"%s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>%n",
            goal.isReached() ? "reached" : "missed",
            goal.isReached() ? GOAL_AT : GOAL_AT - bar,
            y + 3,
            bar,
            ROW - 6)
        + text(FIGURES_AT, y + 13, "start", goal.measured() + ", " + goal.wanted());
  }

  private static String text(int x, int y, String anchor, String content) {
    return String.format(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>%n",
        x, y, anchor, content.replace("`", "").replace("&", "&amp;").replace("<", "&lt;"));
  }
}
