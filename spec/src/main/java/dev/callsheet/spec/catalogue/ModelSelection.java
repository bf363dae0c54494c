package dev.callsheet.spec.catalogue;

import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.source.Glob;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The models of a catalogue that something is made of: the user's own, and others by name. However
 * many are bundled, nothing is made of those that nobody names.
 *
 * @param patterns ids, or patterns of ids with {@code *}, to add to the user's own models; with
 *     {@code !} in front, to leave out
 */
public record ModelSelection(List<String> patterns) {
  private static final String LEAVE_OUT = "!";

  /** Copies the list, so that a selection never changes. */
  public ModelSelection {
    patterns = List.copyOf(patterns);
  }

  /** The names of what is added and of what is left out that fit no model, as they were given. */
  public List<String> unknown(ModelCatalogue catalogue) {
    return patterns.stream()
        .filter(pattern -> catalogue.matching(withoutSign(pattern)).isEmpty())
        .toList();
  }

  /** The patterns of models to add, without wildcards: ids. */
  public List<String> namedIds() {
    return patterns.stream()
        .filter(pattern -> !isLeftOut(pattern) && Glob.isLiteral(pattern))
        .toList();
  }

  /** The chosen models, ordered by id, each once. */
  public List<ModelSpec> from(ModelCatalogue catalogue) {
    Set<ModelSpec> chosen = new LinkedHashSet<>(catalogue.own());
    patterns.stream()
        .filter(pattern -> !isLeftOut(pattern))
        .map(catalogue::matching)
        .forEach(chosen::addAll);
    patterns.stream()
        .filter(ModelSelection::isLeftOut)
        .map(pattern -> catalogue.matching(withoutSign(pattern)))
        .flatMap(Collection::stream)
        .forEach(chosen::remove);
    return chosen.stream().sorted(Comparator.comparing(ModelSpec::id)).toList();
  }

  private static boolean isLeftOut(String pattern) {
    return pattern.startsWith(LEAVE_OUT);
  }

  private static String withoutSign(String pattern) {
    return isLeftOut(pattern) ? pattern.substring(LEAVE_OUT.length()) : pattern;
  }
}
