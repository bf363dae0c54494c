package dev.callsheet.benchmarks.report;

import java.util.List;

/**
 * What a part has measured.
 *
 * @param id of the part, such as {@code P1}
 * @param title what it is about
 * @param text how it was measured, in Markdown
 * @param tables the figures
 * @param goals what they were meant to be
 */
public record ReportSection(
    String id, String title, String text, List<MarkdownTable> tables, List<PerformanceGoal> goals) {
  /** The section as it stands on the page, which says when and where as well. */
  public String markdown(MachineDescription machine) {
    MarkdownTable met = new MarkdownTable(GoalRow.COLUMNS);
    goals.forEach(goal -> met.row(goal.row(id).cells()));
    StringBuilder page = new StringBuilder();
    page.append("## ").append(id).append(": ").append(title).append("\n\n");
    page.append(text.strip()).append("\n\n");
    tables.forEach(table -> page.append(table.markdown()).append("\n\n"));
    if (!goals.isEmpty()) {
      page.append(met.markdown()).append("\n\n");
    }
    page.append(machine.sentence(id)).append('\n');
    return page.toString();
  }
}
