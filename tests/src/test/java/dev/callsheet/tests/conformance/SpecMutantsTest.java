package dev.callsheet.tests.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.generator.vectors.LimitRequests;
import dev.callsheet.generator.vectors.TestVector;
import dev.callsheet.generator.vectors.TestVectorSet;
import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.catalogue.ModelFile;
import dev.callsheet.spec.diff.SpecChanges;
import dev.callsheet.spec.diff.SpecDiff;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.parser.SpecException;
import dev.callsheet.spec.parser.SpecParser;
import dev.callsheet.spec.validation.ModelValidator;
import dev.callsheet.tests.RepresentativeModels;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The vectors of a model notice when it is changed: for each rule that is left out or turned into
 * its opposite, and for each bound in the model's file that is moved by one, there is a vector that
 * is valid and was not, or the other way. Where none is, the solver has to find that the changed
 * spec means the same, or it is listed as not noticed. {@code tests/conformance/run mutants} tries
 * all of all models.
 */
class SpecMutantsTest {
  private static final int MUTANTS = Integer.getInteger("callsheet.conformance.mutants", 12);
  private static final Path MODELS = Path.of("../spec/models");

  /** The changed bounds that are known to go unnoticed: no smallest request comes near them. */
  private static final Path KNOWN = Path.of("src/test/resources/conformance/unnoticed-bounds.txt");

  /** The sections of a file that say which requests are valid. */
  private static final Pattern SECTION =
      Pattern.compile("(?m)^(parameters|rules):\\n(?:(?:[ #-].*)?\\n)*");

  private static final Pattern BOUND =
      Pattern.compile(
          "\\b(minimum|maximum|exclusiveMinimum|exclusiveMaximum|minLength|maxLength|minItems"
              + "|maxItems|atMost|atLeast|equals): (-?\\d+(?:\\.\\d+)?)(?=[,}\\s])");

  /**
   * What became of the changed specs of a model.
   *
   * @param survived what neither a vector noticed nor the solver found to mean the same
   */
  private record Tally(String model, int noticed, int equivalent, List<String> survived) {
    String row() {
      return "| %s | %d | %d | %d |".formatted(model, noticed, equivalent, survived.size());
    }
  }

  @Test
  void vectorsNoticeEveryChangedRuleAndBound() throws Exception {
    List<Tally> tallies = new ArrayList<>();
    for (ModelSpec model : RepresentativeModels.list()) {
      TestVectorSet made = TestVectorSet.of(model);
      List<TestVector> vectors = new ArrayList<>(made.vectors());
      vectors.addAll(LimitRequests.of(model));
      tallies.add(rules(model, vectors, made.impossible()));
      tallies.add(bounds(model, vectors));
    }
    System.out.println("| changed | noticed | equivalent | survived |\n| --- | --- | --- | --- |");
    tallies.forEach(tally -> System.out.println(tally.row()));
    tallies.forEach(tally -> tally.survived().forEach(System.out::println));
    List<String> known = Files.readAllLines(KNOWN);
    assertThat(tallies.stream().flatMap(tally -> tally.survived().stream()))
        .as("what no vector notices and %s does not list", KNOWN)
        .isSubsetOf(known);
    assertThat(tallies.stream().mapToInt(Tally::noticed).sum()).isGreaterThan(MUTANTS);
  }

  /** Leaves out each rule, and turns each into its opposite. */
  private static Tally rules(ModelSpec model, List<TestVector> vectors, List<String> impossible) {
    ModelValidator validator = new ModelValidator(model, RuleInterpretation.ENFORCED);
    List<List<String>> broken = vectors.stream().map(vector -> errors(validator, vector)).toList();
    List<String> survived = new ArrayList<>();
    int noticed = 0;
    int equivalent = 0;
    for (Rule rule : model.rules()) {
      if (rule.severity() != Severity.ERROR || rule.redundancy() != null) {
        continue; // it makes no request wrong, or says of itself that others do
      }
      boolean isMissed = broken.stream().noneMatch(List.of(rule.id())::equals);
      boolean isTurnedUnnoticed = broken.stream().noneMatch(List::isEmpty);
      noticed += (isMissed ? 0 : 1) + (isTurnedUnnoticed ? 0 : 1);
      if (isMissed && impossible.contains("invalid/" + rule.id())) {
        equivalent++; // the solver has found that no request breaks it alone
      } else if (isMissed) {
        survived.add(model.id() + ": nothing breaks `" + rule.id() + "` alone");
      }
      if (isTurnedUnnoticed) {
        survived.add(model.id() + ": nothing keeps `" + rule.id() + "`");
      }
    }
    return new Tally(model.id() + ", rules", noticed, equivalent, survived);
  }

  /** The rules that a vector breaks as errors, each once. */
  private static List<String> errors(ModelValidator validator, TestVector vector) {
    return validator.validate(vector.request()).stream()
        .filter(violation -> violation.severity() == Severity.ERROR)
        .map(Violation::rule)
        .distinct()
        .toList();
  }

  /** Moves each bound of the model's file by one, up and down. */
  private static Tally bounds(ModelSpec model, List<TestVector> vectors) throws IOException {
    Path file = MODELS.resolve(model.location().file().replaceFirst(".*models/", ""));
    String text = Files.readString(file);
    List<String> mutants = new ArrayList<>();
    for (MatchResult section : SECTION.matcher(text).results().toList()) {
      for (MatchResult bound : BOUND.matcher(section.group()).results().toList()) {
        for (int step : List.of(-1, 1)) {
          String moved = new BigDecimal(bound.group(2)).add(BigDecimal.valueOf(step)).toString();
          int at = section.start() + bound.start(2);
          mutants.add(text.substring(0, at) + moved + text.substring(at + bound.group(2).length()));
        }
      }
    }
    Collections.shuffle(mutants, new Random(model.id().hashCode()));
    List<String> survived = new ArrayList<>();
    int noticed = 0;
    int equivalent = 0;
    for (String mutant : mutants.subList(0, Math.min(MUTANTS, mutants.size()))) {
      Optional<ModelSpec> changed = parsed(file, mutant);
      if (changed.isEmpty() || notice(vectors, model, changed.get())) {
        noticed++; // what is no spec any more is noticed by everybody
      } else if (meansTheSame(model, changed.get())) {
        equivalent++;
      } else {
        survived.add(MODELS.relativize(file) + ": " + changedLine(text, mutant));
      }
    }
    return new Tally(model.id() + ", bounds", noticed, equivalent, survived);
  }

  private static Optional<ModelSpec> parsed(Path file, String text) {
    try {
      return Optional.of(new SpecParser(ModelFile.bundledFragments()).parse(file.toString(), text));
    } catch (SpecException noSpec) {
      return Optional.empty();
    }
  }

  private static boolean notice(List<TestVector> vectors, ModelSpec model, ModelSpec changed) {
    ModelValidator before = new ModelValidator(model, RuleInterpretation.ENFORCED);
    ModelValidator after = new ModelValidator(changed, RuleInterpretation.ENFORCED);
    return vectors.stream()
        .anyMatch(vector -> !errors(before, vector).equals(errors(after, vector)));
  }

  /** By the solver, in either direction; what it cannot tell is not the same. */
  private static boolean meansTheSame(ModelSpec model, ModelSpec changed) {
    SpecChanges changes = SpecDiff.between(model, changed);
    return changes.changes().isEmpty();
  }

  private static String changedLine(String before, String after) {
    List<String> old = before.lines().toList();
    List<String> now = after.lines().toList();
    for (int i = 0; i < old.size(); i++) {
      if (!old.get(i).equals(now.get(i))) {
        return old.get(i).strip() + " -> " + now.get(i).strip();
      }
    }
    return "no line";
  }
}
