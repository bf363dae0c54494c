package dev.callsheet.spec.baseline;

import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.lint.Excerpt;
import dev.callsheet.spec.lint.Finding;
import dev.callsheet.spec.repair.Remedy;
import dev.callsheet.spec.source.Location;
import dev.callsheet.spec.source.SourceText;
import java.util.List;

/** A finding in a baseline or among suppressions. */
final class SettingsFinding {
  private static final int LONGEST = 160;

  private SettingsFinding() {}

  static Finding of(SettingsRule rule, SourceText source, Location location, String message) {
    String line = source.line(location.line());
    String shown = line == null ? "" : line;
    return new Finding(
        rule.id(),
        Severity.WARNING,
        null,
        "",
        location,
        location.column(),
        message,
        List.of(),
        new Excerpt(
            shown.codePointCount(0, shown.length()) <= LONGEST
                ? shown
                : shown.substring(0, shown.offsetByCodePoints(0, LONGEST)) + "…",
            Math.min(location.column() - 1, LONGEST)),
        Remedy.NONE);
  }
}
