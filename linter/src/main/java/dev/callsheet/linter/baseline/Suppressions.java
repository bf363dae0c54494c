package dev.callsheet.linter.baseline;

import dev.callsheet.runtime.StructuralRule;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.parser.UncheckedSpecException;
import dev.callsheet.spec.source.Glob;
import dev.callsheet.spec.source.SourceLocation;
import dev.callsheet.spec.source.SourceText;
import dev.callsheet.spec.source.SpellingSuggestion;
import dev.callsheet.spec.source.YamlNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Findings that are accepted, each with a reason.
 *
 * @param source the file that they were read from
 * @param entries in the order of the file
 */
record Suppressions(SourceText source, List<Suppression> entries) {
  private static final List<String> KEYS = List.of("rule", "files", "pointer", "reason", "until");

  /** Copies the list, so that they never change. */
  public Suppressions {
    entries = List.copyOf(entries);
  }

  /**
   * A suppression.
   *
   * @param rule whose findings are suppressed
   * @param files patterns of the files they are suppressed in, relative to this file's directory
   * @param pointer a pattern of their pointers; null for all
   * @param reason why the findings are accepted
   * @param until the last day on which it applies; null for always
   * @param location where it is in the file
   */
  public record Suppression(
      String rule,
      List<Glob> files,
      @Nullable Glob pointer,
      String reason,
      @Nullable LocalDate until,
      SourceLocation location) {
    /** Copies the list, so that a suppression never changes. */
    public Suppression {
      files = List.copyOf(files);
    }

    boolean appliesTo(String file) {
      return files.stream().anyMatch(glob -> glob.matches(file));
    }

    boolean isExpired(LocalDate today) {
      return until != null && until.isBefore(today);
    }
  }

  /**
   * Reads suppressions.
   *
   * @param catalogue the models whose rules may be named
   * @throws FilterFileException when the content is not a list of suppressions
   * @throws IOException when they cannot be read
   */
  public static Suppressions read(Path file, ModelCatalogue catalogue)
      throws FilterFileException, IOException {
    FilterFileReader reader = FilterFileReader.open(file);
    List<Suppression> read = new ArrayList<>();
    for (YamlNode.Mapping entry : reader.entries("callsheet-suppressions", "suppressions")) {
      reader.checkKeys(entry, KEYS);
      String rule = reader.requiredText(entry, "rule", "the id of the rule to suppress");
      checkRule(rule, catalogue, entry, reader);
      read.add(
          new Suppression(
              rule,
              files(entry, reader),
              entry.text("pointer").map(Glob::new).orElse(null),
              reader.requiredText(
                  entry, "reason", "a sentence on why the finding is right as it is"),
              until(entry, reader),
              entry.keyLocation("rule")));
    }
    reader.throwIfProblems();
    return new Suppressions(reader.source(), read);
  }

  private static void checkRule(
      String rule, ModelCatalogue catalogue, YamlNode.Mapping entry, FilterFileReader reader) {
    if (rule.isEmpty()) {
      return;
    }
    SourceLocation location = entry.get("rule").map(YamlNode::location).orElse(entry.location());
    if (!isRule(rule, catalogue)) {
      reader.addProblem(
          location,
          "`"
              + rule
              + "` is no rule of any model"
              + SpellingSuggestion.hint(rule, rules(catalogue)));
    } else if (!SuppressionPolicy.isSuppressible(rule)) {
      reader.addProblem(location, "`" + rule + "` cannot be suppressed; fix the request instead");
    }
  }

  private static List<Glob> files(YamlNode.Mapping entry, FilterFileReader reader) {
    YamlNode files = entry.get("files").orElse(null);
    if (files == null) {
      return List.of(new Glob("**"));
    }
    List<Glob> globs = new ArrayList<>();
    for (YamlNode item : files.itemsOrSelf()) {
      item.asText()
          .filter(text -> !text.isBlank())
          .ifPresentOrElse(
              text -> globs.add(new Glob(text)),
              () ->
                  reader.addProblem(
                      item.location(), "`files` must be a pattern such as `legacy/**/*.json`"));
    }
    return globs;
  }

  private static @Nullable LocalDate until(YamlNode.Mapping entry, FilterFileReader reader) {
    YamlNode until = entry.get("until").orElse(null);
    if (until == null) {
      return null;
    }
    try {
      return LocalDate.parse(until.asText().orElse(""));
    } catch (DateTimeParseException noDate) {
      reader.addProblem(until.location(), "`until` must be a day such as 2027-01-31");
      return null;
    }
  }

  /** Whether there is such a rule; no more models are parsed than it takes to find one with it. */
  private static boolean isRule(String rule, ModelCatalogue catalogue) {
    return structuralRules().anyMatch(rule::equals)
        || catalogue.ids().stream().flatMap(id -> rules(catalogue, id)).anyMatch(rule::equals);
  }

  /** None of a spec that is wrong: whoever uses that is told so. */
  private static Stream<String> rules(ModelCatalogue catalogue, String id) {
    try {
      return catalogue.withId(id).stream().flatMap(Suppressions::rules);
    } catch (UncheckedSpecException wrong) {
      return Stream.empty();
    }
  }

  private static Set<String> rules(ModelCatalogue catalogue) {
    return Stream.concat(
            catalogue.ids().stream().flatMap(id -> rules(catalogue, id)), structuralRules())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Stream<String> rules(ModelSpec model) {
    return model.rulesAndAdvice().stream().map(Rule::id);
  }

  private static Stream<String> structuralRules() {
    return Arrays.stream(StructuralRule.values()).map(StructuralRule::id);
  }
}
