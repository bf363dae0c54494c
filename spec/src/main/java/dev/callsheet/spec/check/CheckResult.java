package dev.callsheet.spec.check;

import dev.callsheet.spec.analysis.ModeMatrix;
import dev.callsheet.spec.analysis.NotAnalysed;
import dev.callsheet.spec.model.ModelSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check of one model file found.
 *
 * @param model null when the file could not be read as a model
 * @param flaws in the order of the spec by kind; those of the published wording last
 * @param notAnalysed what lies, in whole or in part, outside what can be decided
 * @param modes what each mode makes of each parameter; null unless it was asked for
 */
public record CheckResult(
    @Nullable ModelSpec model,
    List<Flaw> flaws,
    List<NotAnalysed> notAnalysed,
    @Nullable ModeMatrix modes) {

  /** Copies the lists, so that a result never changes. */
  public CheckResult {
    flaws = List.copyOf(flaws);
    notAnalysed = List.copyOf(notAnalysed);
  }

  /** How many flaws are of that level. */
  public long count(Level level) {
    return flaws.stream().filter(flaw -> flaw.level() == level).count();
  }
}
