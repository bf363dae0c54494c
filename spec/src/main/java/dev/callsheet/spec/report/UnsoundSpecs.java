package dev.callsheet.spec.report;

import dev.callsheet.spec.catalogue.Catalogue;
import dev.callsheet.spec.check.Flaw;
import dev.callsheet.spec.check.Level;
import dev.callsheet.spec.check.Readings;
import dev.callsheet.spec.check.SpecCheck;
import dev.callsheet.spec.model.ModelSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Models that nothing should be generated from: as enforced, their rules contradict. */
public final class UnsoundSpecs {
  private UnsoundSpecs() {}

  /**
   * All that is wrong with models, with no line break at the end; empty when they are sound. The
   * bundled ones were proved when Callsheet was built, and are not proved again.
   */
  public static Optional<String> among(Collection<ModelSpec> models) {
    CheckTextReport report = new CheckTextReport(false);
    StringBuilder text = new StringBuilder();
    flaws(models).forEach(flaw -> append(report, flaw, text));
    return Optional.of(text.toString().stripTrailing()).filter(found -> !found.isEmpty());
  }

  /** As {@link #among}, flaw by flaw. */
  public static List<Flaw> flaws(Collection<ModelSpec> models) {
    SpecCheck check = new SpecCheck(Readings.ENFORCED, false);
    return models.parallelStream()
        .filter(model -> !isBundled(model))
        .flatMap(model -> check.model(model).flaws().stream())
        .filter(flaw -> flaw.level() == Level.ERROR)
        .toList();
  }

  private static boolean isBundled(ModelSpec model) {
    return Catalogue.bundled().find(model.id()).filter(model::equals).isPresent();
  }

  private static void append(CheckTextReport report, Flaw flaw, StringBuilder text) {
    try {
      report.write(flaw, text);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible); // a StringBuilder takes anything
    }
  }
}
