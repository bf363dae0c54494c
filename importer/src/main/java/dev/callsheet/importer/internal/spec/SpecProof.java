package dev.callsheet.importer.internal.spec;

import dev.callsheet.importer.finding.ImportFinding.Kind;
import dev.callsheet.importer.internal.condition.ParameterTree;
import dev.callsheet.importer.internal.finding.FindingCollector;
import dev.callsheet.importer.internal.rule.ImportedRule;
import dev.callsheet.spec.catalogue.ModelFile;
import dev.callsheet.spec.check.CheckFinding;
import dev.callsheet.spec.check.InterpretationSelection;
import dev.callsheet.spec.check.SpecChecker;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.parser.IncludeResolver;
import dev.callsheet.spec.source.SourceLocation;
import dev.callsheet.spec.source.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Proves a draft, and mends what the proof shows: a rule, a default or a parameter that the
 * language refuses is taken out and reported, a rule that the fragments say already is taken out,
 * one that others imply says so, and modes or prices that do not fit together are taken out and
 * reported. What is left is a flaw of the published file.
 */
final class SpecProof {
  /** How often a draft is mended; each time, less is left to mend. */
  private static final int MAX_ROUNDS = 8;

  private static final Pattern RULE_ID = Pattern.compile("\\s*- id: \"?([a-z0-9-]+)\"?\\s*");
  private static final Set<String> MODE_FLAWS =
      Set.of("dead-mode", "overlapping-modes", "uncovered-requests");
  private static final Set<String> PRICE_FLAWS =
      Set.of("dead-price", "overlapping-prices", "unpriced-requests");

  private final String name;
  private final IncludeResolver files;
  private final SourceLocation start;
  private final FindingCollector findings;

  /**
   * A proof.
   *
   * @param start where findings without another place are said to be
   */
  SpecProof(String name, IncludeResolver files, SourceLocation start, FindingCollector findings) {
    this.name = name;
    this.files = files;
    this.start = start;
    this.findings = findings;
  }

  /** The draft that is left. */
  SpecDraft mended(SpecDraft draft) {
    SpecDraft current = draft;
    for (int round = 0; round < MAX_ROUNDS; round++) {
      String text = current.text();
      List<CheckFinding> flaws = check(text);
      SpecDraft next = mended(current, text, flaws);
      if (next.equals(current)) {
        flaws.forEach(flaw -> findings.add(Kind.CHECKED, start, flaw.message()));
        return current;
      }
      current = next;
    }
    check(current.text()).forEach(flaw -> findings.add(Kind.CHECKED, start, flaw.message()));
    return current;
  }

  /** What is wrong with a draft. */
  List<CheckFinding> flaws(SpecDraft draft) {
    return check(draft.text());
  }

  private List<CheckFinding> errors(SpecDraft draft) {
    return check(draft.text()).stream()
        .filter(flaw -> flaw.kind().equals(CheckFinding.SPEC_ERROR))
        .toList();
  }

  private List<CheckFinding> check(String text) {
    ModelFile file = new ModelFile(new SourceText(name, text), files, null, null);
    return new SpecChecker(InterpretationSelection.ENFORCED, false)
        .checkFiles(List.of(file))
        .get(0)
        .findings();
  }

  private SpecDraft mended(SpecDraft draft, String text, List<CheckFinding> flaws) {
    Map<String, CheckFinding> refused = new LinkedHashMap<>();
    Map<String, CheckFinding> redundant = new LinkedHashMap<>();
    boolean isUnusable = false;
    for (CheckFinding flaw : flaws) {
      if (flaw.kind().equals(CheckFinding.SPEC_ERROR)) {
        Optional<String> rule = ruleAt(text, flaw.location());
        rule.ifPresent(id -> refused.putIfAbsent(id, flaw));
        isUnusable |= rule.isEmpty();
      } else if (flaw.kind().equals("false-optional")) {
        return required(draft, flaw);
      } else if (flaw.kind().equals("redundant-rule")) {
        redundant.put(flaw.subject(), flaw);
      } else if (MODE_FLAWS.contains(flaw.kind()) && !draft.modes().isEmpty()) {
        findings.add(Kind.CHECKED, start, "The modes are left out: " + flaw.message());
        return draft.withoutModes();
      } else if (PRICE_FLAWS.contains(flaw.kind()) && draft.pricing().isPresent()) {
        findings.add(Kind.CHECKED, start, "The price list is left out: " + flaw.message());
        return draft.withoutPricing();
      }
    }
    if (!refused.isEmpty()) {
      return withoutRefused(draft, refused);
    }
    if (isUnusable) {
      return unusable(draft);
    }
    return redundant.isEmpty() ? draft : withoutRedundant(draft, redundant);
  }

  /** With a parameter declared required that every valid request provides. */
  private SpecDraft required(SpecDraft draft, CheckFinding flaw) {
    ParameterPath path = ParameterPath.parse(flaw.subject());
    ObjectNode request = draft.request().deepCopy();
    for (JsonNode owner : new ParameterTree(request).shapes(path.parent())) {
      ((ObjectNode) owner).withArray("required").add(path.lastName());
    }
    findings.add(
        Kind.NOTE, start, "The spec requires what all rules together do: " + flaw.message());
    return draft.withRequest(request);
  }

  /** Without what can be left out as a whole, one thing after the other. */
  private SpecDraft unusable(SpecDraft draft) {
    SpecDraft without = new RefusedParameters(this::errors, start, findings).leftOut(draft);
    if (!without.equals(draft)) {
      return without;
    }
    if (draft.pricing().isPresent()) {
      return draft.withoutPricing();
    }
    if (!draft.modes().isEmpty()) {
      return draft.withoutModes();
    }
    return draft.shared().includes().isEmpty() ? draft : draft.withoutFragments(draft.platform());
  }

  private SpecDraft withoutRefused(SpecDraft draft, Map<String, CheckFinding> refused) {
    List<ImportedRule> left = new ArrayList<>();
    for (ImportedRule rule : draft.rules()) {
      CheckFinding flaw = refused.get(rule.id());
      if (flaw == null) {
        left.add(rule);
      } else {
        findings.add(
            Kind.NOT_IMPORTED,
            rule.location(),
            "the rule `" + rule.id() + "` is left out: " + flaw.message());
      }
    }
    return draft.withRules(left);
  }

  /** What the fragments imply first: others may be needed once these are gone. */
  private SpecDraft withoutRedundant(SpecDraft draft, Map<String, CheckFinding> redundant) {
    List<ImportedRule> left = new ArrayList<>();
    List<ImportedRule> marked = new ArrayList<>();
    for (ImportedRule rule : draft.rules()) {
      CheckFinding flaw = redundant.get(rule.id());
      if (flaw == null) {
        left.add(rule);
        marked.add(rule);
      } else if (isShared(flaw)) {
        findings.add(Kind.NOTE, rule.location(), "the fragments say it already: " + flaw.message());
      } else {
        left.add(rule);
        marked.add(rule.redundant("Published beside others that imply it."));
      }
    }
    return left.size() < draft.rules().size() ? draft.withRules(left) : draft.withRules(marked);
  }

  /** Whether only rules of fragments cause a flaw. */
  private boolean isShared(CheckFinding flaw) {
    return !flaw.causes().isEmpty()
        && flaw.causes().stream().noneMatch(cause -> cause.location().file().equals(name));
  }

  /** The rule that a line of the text belongs to. */
  private Optional<String> ruleAt(String text, SourceLocation location) {
    if (!location.file().equals(name)) {
      return Optional.empty();
    }
    List<String> lines = text.lines().toList();
    for (int i = Math.min(location.line(), lines.size()) - 1; i >= 0; i--) {
      Matcher id = RULE_ID.matcher(lines.get(i));
      if (id.matches()) {
        return Optional.of(id.group(1));
      }
      if (!lines.get(i).isEmpty() && lines.get(i).matches("[a-z].*")) {
        return Optional.empty(); // another section begins here
      }
    }
    return Optional.empty();
  }
}
