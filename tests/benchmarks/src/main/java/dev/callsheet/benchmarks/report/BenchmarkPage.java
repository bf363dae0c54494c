package dev.callsheet.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The page of figures: an introduction, all goals in a plot and a table, a section for each part.
 */
public final class BenchmarkPage {
  private static final String PLOT = "images/benchmarks.svg";

  private static final String INTRODUCTION =
      """
      # Benchmarks

      Written by `tests/benchmarks/run`, which builds Callsheet, installs those it is measured against, sees to it that
      all of them say the same of the same requests, and then measures. Name parts, as in `tests/benchmarks/run P1 P4`, to
      measure only these. It needs Maven, Node.js and Java, 17 or later, and takes under 25 minutes.

      Absolute figures say little of another machine; ratios say more. Contenders take turns, round after round, and for
      each the best round counts, since nothing but disturbance makes a round worse than another. What takes nanoseconds is
      measured by JMH in time that its thread had a processor; what takes a process, in time that passed.

      ![A bar for each goal: to the right of the line where it is reached, to the left where it is missed](images/benchmarks.svg)

      """;

  private final Path file;
  private final Map<String, String> sections = new TreeMap<>(PartOrder.BY_NUMBER);

  /** The page as it is now, if it is. */
  public BenchmarkPage(Path file) throws IOException {
    this.file = file;
    if (Files.exists(file)) {
      String[] parts = Files.readString(file).split("(?m)^## ", -1);
      for (int i = 1; i < parts.length; i++) {
        sections.put(parts[i].substring(0, parts[i].indexOf(':')), "## " + parts[i].strip());
      }
    }
  }

  /** Puts a section in its place, for the one that was there. */
  public void put(String id, String section) throws IOException {
    sections.put(id, section.strip());
    List<GoalRow> goals =
        sections.entrySet().stream()
            .flatMap(part -> GoalRow.of(part.getKey(), part.getValue()).stream())
            .toList();
    write(file.resolveSibling(PLOT), GoalPlot.svg(goals));
    write(
        file,
        INTRODUCTION + summary(goals) + "\n\n" + String.join("\n\n", sections.values()) + "\n");
  }

  private static String summary(List<GoalRow> goals) {
    MarkdownTable table = new MarkdownTable(GoalRow.COLUMNS);
    for (GoalRow goal : goals) {
      table.row(goal.withPart().cells());
    }
    long reached = goals.stream().filter(GoalRow::isReached).count();
    return reached + " of " + goals.size() + " goals are reached.\n\n" + table.markdown();
  }

  private static void write(Path file, String content) throws IOException {
    Path whole = Files.createTempFile(file.getParent(), "benchmarks", ".tmp");
    Files.writeString(whole, content);
    Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
