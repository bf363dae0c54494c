package dev.callsheet.generator.site;

import dev.callsheet.generator.page.ModelAnalysis;
import dev.callsheet.generator.page.ModelPage;
import dev.callsheet.generator.page.ParameterEntry;
import dev.callsheet.generator.page.RuleEntry;
import dev.callsheet.spec.analysis.ModeMatrix;
import dev.callsheet.spec.analysis.Presence;
import dev.callsheet.spec.logic.ParameterPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Brings together what a page says of a parameter at several places. */
final class ParameterViews {
  private final Map<ParameterPath, List<RuleEntry>> rules = new HashMap<>();
  private final Map<String, Map<ParameterPath, Presence>> presences;

  ParameterViews(ModelPage page, ModelAnalysis analysis) {
    for (RuleEntry rule : page.rules()) {
      for (ParameterPath path : rule.parameters()) {
        rules.computeIfAbsent(path, any -> new ArrayList<>()).add(rule);
      }
    }
    ModeMatrix modes = analysis.modes();
    this.presences = modes == null ? Map.of() : modes.byMode();
  }

  /** A parameter of a request, with what is inside. */
  ParameterView of(ParameterEntry entry) {
    return new ParameterView(
        entry,
        rules.getOrDefault(entry.path(), List.of()).stream().distinct().toList(),
        presences(entry),
        entry.forms().stream().map(this::form).toList(),
        entry.members().stream().map(this::of).toList());
  }

  /** A field of a result, with what is inside: no rule speaks of it. */
  static ParameterView ofResult(ParameterEntry entry) {
    return new ParameterView(
        entry,
        List.of(),
        List.of(),
        entry.forms().stream().map(ParameterViews::formOfResult).toList(),
        entry.members().stream().map(ParameterViews::ofResult).toList());
  }

  private ParameterView.FormView form(ParameterEntry.Form form) {
    return new ParameterView.FormView(
        form,
        form.forms().stream().map(this::form).toList(),
        form.members().stream().map(this::of).toList());
  }

  private static ParameterView.FormView formOfResult(ParameterEntry.Form form) {
    return new ParameterView.FormView(
        form,
        form.forms().stream().map(ParameterViews::formOfResult).toList(),
        form.members().stream().map(ParameterViews::ofResult).toList());
  }

  /** What each mode makes of a parameter; empty where all make of it what it says itself. */
  private List<ModeTable.Cell> presences(ParameterEntry entry) {
    Presence usual = entry.required() ? Presence.REQUIRED : Presence.OPTIONAL;
    List<ModeTable.Cell> cells = ModeTable.cells(presences, entry.path());
    return cells.stream().allMatch(cell -> cell.presence() == usual) ? List.of() : cells;
  }
}
