package dev.callsheet.generator.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts the parameters of a request under the headings that published pages have. */
final class ParameterSections {
  /** Headings that are not just their words. */
  private static final Map<String, String> TITLES =
      Map.of("api-options", "API Options", "core", "Core Parameters");

  private static final List<String> SMALL_WORDS = List.of("to", "of", "and", "in");

  private ParameterSections() {}

  /**
   * The sections in the order of their first parameters. Where all that a section has is one
   * object, the section lists its members, as pages do: {@code inputs} is not explained, but what
   * is in it.
   *
   * @param sections the names of the sections, by parameter
   */
  static List<ParameterSection> of(List<ParameterEntry> parameters, Map<String, String> sections) {
    Map<String, List<ParameterEntry>> bySection = new LinkedHashMap<>();
    for (ParameterEntry parameter : parameters) {
      String section = sections.getOrDefault(parameter.name(), "");
      bySection.computeIfAbsent(section, name -> new ArrayList<>()).add(parameter);
    }
    return bySection.entrySet().stream()
        .map(section -> section(titleOf(section.getKey()), section.getValue()))
        .toList();
  }

  /** Words joined by hyphens as a heading: {@code Text to Video}. */
  static String title(String name) {
    return Arrays.stream(name.split("-", -1))
        .filter(word -> !word.isEmpty())
        .map(word -> SMALL_WORDS.contains(word) ? word : capitalized(word))
        .collect(Collectors.joining(" "));
  }

  private static String titleOf(String section) {
    return section.isEmpty() ? "Other Parameters" : TITLES.getOrDefault(section, title(section));
  }

  private static String capitalized(String word) {
    int first = word.offsetByCodePoints(0, 1);
    return word.substring(0, first).toUpperCase(Locale.ROOT) + word.substring(first);
  }

  private static ParameterSection section(String title, List<ParameterEntry> parameters) {
    List<ParameterEntry> containers = new ArrayList<>();
    List<ParameterEntry> shown = parameters;
    while (shown.size() == 1 && isContainer(shown.get(0))) {
      containers.add(shown.get(0));
      shown = shown.get(0).members();
    }
    return new ParameterSection(title, containers, shown);
  }

  /** An object: what is inside is a member of it, and not of its items. */
  private static boolean isContainer(ParameterEntry entry) {
    return !entry.members().isEmpty()
        && entry.members().get(0).path().parent().equals(entry.path());
  }
}
