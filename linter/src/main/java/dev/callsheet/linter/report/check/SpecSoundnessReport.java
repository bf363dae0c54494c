package dev.callsheet.linter.report.check;

import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.check.CheckFinding;
import dev.callsheet.spec.check.InterpretationSelection;
import dev.callsheet.spec.check.SpecChecker;
import dev.callsheet.spec.model.ModelSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Finds models whose enforced rules contradict; nothing should be generated from them. */
public final class SpecSoundnessReport {
  private SpecSoundnessReport() {}

  /**
   * The errors of models as text, with no line break at the end; empty when there are none. Bundled
   * models were checked when Callsheet was built, and are not checked again.
   */
  public static Optional<String> errorText(Collection<ModelSpec> models) {
    CheckTextReport report = new CheckTextReport(false);
    StringBuilder text = new StringBuilder();
    errors(models).forEach(flaw -> append(report, flaw, text));
    return Optional.of(text.toString().stripTrailing()).filter(found -> !found.isEmpty());
  }

  /** The same as {@link #errorText}, as data. */
  public static List<CheckFinding> errors(Collection<ModelSpec> models) {
    SpecChecker check = new SpecChecker(InterpretationSelection.ENFORCED, false);
    return models.parallelStream()
        .filter(model -> !isBundled(model))
        .flatMap(model -> check.check(model).findings().stream())
        .filter(flaw -> flaw.level() == Severity.ERROR)
        .toList();
  }

  private static boolean isBundled(ModelSpec model) {
    return ModelCatalogue.bundled().find(model.id()).filter(model::equals).isPresent();
  }

  private static void append(CheckTextReport report, CheckFinding flaw, StringBuilder text) {
    try {
      report.write(flaw, text);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible); // a StringBuilder takes anything
    }
  }
}
