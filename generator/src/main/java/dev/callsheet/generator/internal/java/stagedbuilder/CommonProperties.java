package dev.callsheet.generator.internal.java.stagedbuilder;

import dev.callsheet.generator.internal.java.type.JavaModel;
import dev.callsheet.generator.internal.java.type.ModeBuilderClass;
import dev.callsheet.generator.internal.java.type.RecordProperty;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which properties of a request the builders of all its modes leave to be set, all of each. */
public final class CommonProperties {
  private CommonProperties() {}

  /** In the order of the request; none where a model has no modes. */
  public static Set<RecordProperty> of(JavaModel model) {
    List<RemainingProperties> modes =
        model.modes().stream().map(mode -> remaining(model, mode)).toList();
    Set<RecordProperty> common = new LinkedHashSet<>();
    if (!modes.isEmpty()) {
      model.request().properties().stream()
          .filter(property -> modes.stream().allMatch(mode -> mode.isWhollyAvailable(property)))
          .forEach(common::add);
    }
    return common;
  }

  /** What a mode leaves to be set once its stages are passed. */
  static RemainingProperties remaining(JavaModel model, ModeBuilderClass mode) {
    BuilderStages stages = BuilderStages.of(model, mode.profile());
    return new RemainingProperties(mode.profile(), new HashSet<>(stages.settledPaths()));
  }
}
