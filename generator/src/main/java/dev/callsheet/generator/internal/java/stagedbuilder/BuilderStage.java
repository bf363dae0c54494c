package dev.callsheet.generator.internal.java.stagedbuilder;

import dev.callsheet.spec.analysis.RequiredChoice;
import dev.callsheet.spec.logic.ParameterPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a mode's requests must have and that a stage of its builder asks for.
 *
 * @param alternatives each is the parameters that are given together; one of them is enough
 * @param choice where there are several, the choice that they come from
 */
record BuilderStage(List<List<ParameterPath>> alternatives, @Nullable RequiredChoice choice) {
  /** All parameters that an answer could set. */
  List<ParameterPath> paths() {
    return alternatives.stream().flatMap(List::stream).toList();
  }

  /** Whether, once it is answered, none of its parameters can be set any more. */
  boolean isSettled() {
    return choice == null || choice.isExclusive();
  }
}
