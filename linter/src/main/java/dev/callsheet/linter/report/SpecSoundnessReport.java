package dev.callsheet.linter.report;

import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.check.CheckFinding;
import dev.callsheet.spec.check.FindingLevel;
import dev.callsheet.spec.check.InterpretationSelection;
import dev.callsheet.spec.check.SpecChecker;
import dev.callsheet.spec.model.ModelSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Models that nothing should be generated from: as enforced, their rules contradict. */
public final class SpecSoundnessReport {
  private SpecSoundnessReport() {}

  /**
   * All that is wrong with models, with no line break at the end; empty when they are sound. The
   * bundled ones were proved when Callsheet was built, and are not proved again.
   */
  public static Optional<String> errorText(Collection<ModelSpec> models) {
    CheckTextReport report = new CheckTextReport(false);
    StringBuilder text = new StringBuilder();
    errors(models).forEach(flaw -> append(report, flaw, text));
    return Optional.of(text.toString().stripTrailing()).filter(found -> !found.isEmpty());
  }

  /** As {@link #errorText}, flaw by flaw. */
  public static List<CheckFinding> errors(Collection<ModelSpec> models) {
    SpecChecker check = new SpecChecker(InterpretationSelection.ENFORCED, false);
    return models.parallelStream()
        .filter(model -> !isBundled(model))
        .flatMap(model -> check.check(model).findings().stream())
        .filter(flaw -> flaw.level() == FindingLevel.ERROR)
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
