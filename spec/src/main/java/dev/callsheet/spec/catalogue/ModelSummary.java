package dev.callsheet.spec.catalogue;

import dev.callsheet.runtime.Price;
import dev.callsheet.spec.model.Deprecation;
import dev.callsheet.spec.model.ModelMode;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.price.LowestPrice;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a list of models says of one; of bundled models it is known without reading their specs.
 *
 * @param id its identifier in requests
 * @param platform the name of who sells it; null where the spec does not say
 * @param name its name for people
 * @param creator who made it; null when not published
 * @param capabilities what it can do, in the platform's words
 * @param modes the names of its modes, in the order of the spec
 * @param isDeprecated whether it is not to be used any more
 * @param sunset the day from which on it is not accepted; null when there is none
 * @param lowestPrice the price that it begins at; null when none is published
 */
public record ModelSummary(
    String id,
    @Nullable String platform,
    String name,
    @Nullable String creator,
    List<String> capabilities,
    List<String> modes,
    boolean isDeprecated,
    @Nullable LocalDate sunset,
    @Nullable Price lowestPrice) {
  /** Copies the lists, so that a summary never changes. */
  public ModelSummary {
    capabilities = List.copyOf(capabilities);
    modes = List.copyOf(modes);
  }

  /** The summary of a model. */
  public static ModelSummary of(ModelSpec model) {
    Deprecation deprecation = model.metadata().deprecation();
    return new ModelSummary(
        model.id(),
        model.metadata().platformName().orElse(null),
        model.metadata().name(),
        model.metadata().creator(),
        model.metadata().capabilities(),
        model.modes().stream().map(ModelMode::name).toList(),
        deprecation != null,
        deprecation == null ? null : deprecation.sunset(),
        LowestPrice.of(model).orElse(null));
  }
}
