package dev.callsheet.importer.internal.rule;

import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.source.SourceLocation;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A rule made of a published constraint.
 *
 * @param scope the list whose every item it holds in, ending in {@code []}; the root for the task
 * @param rule as the spec language writes it
 * @param location of the constraint in the published file
 */
public record ImportedRule(ParameterPath scope, ObjectNode rule, SourceLocation location) {

  /** Its id. */
  public String id() {
    return rule.path("id").asString("");
  }

  /** A rule with what it says of why it stands beside others that imply it. */
  public ImportedRule redundant(String reason) {
    ObjectNode marked = rule.deepCopy();
    marked.put("redundant", reason);
    return new ImportedRule(scope, marked, location);
  }

  /** A rule that warns until somebody confirms that the sentence means it. */
  public ImportedRule proposed(String sentence) {
    ObjectNode marked = rule.deepCopy();
    marked.put("proposed", sentence);
    return new ImportedRule(scope, marked, location);
  }

  /** Gives rules their ids and sentences; no two get the same id. */
  public static final class Factory {
    /** Longer sentences are none that people read. */
    private static final int MAX_SENTENCE = 600;

    private static final String LONG_SENTENCE = "A published constraint holds, as the rule says.";

    private final Set<String> taken = new HashSet<>();

    /** No other rules have these ids. */
    public Factory(Set<String> taken) {
      this.taken.addAll(taken);
    }

    /** A rule of that form. */
    public ImportedRule rule(RuleForm form, ParameterPath scope, SourceLocation location) {
      String sentence = form.accept(new RuleSentence());
      return rule(
          form,
          scope,
          location,
          form.accept(new RuleId()),
          sentence.length() <= MAX_SENTENCE ? sentence : LONG_SENTENCE);
    }

    /**
     * A rule of that form that has been published under a name.
     *
     * @param base its id, unless another rule has it
     * @param sentence what it says to people
     */
    public ImportedRule rule(
        RuleForm form, ParameterPath scope, SourceLocation location, String base, String sentence) {
      String id = base;
      for (int i = 2; !taken.add(id); i++) {
        id = base + "-" + i;
      }
      ObjectNode rule = JsonNodeFactory.instance.objectNode();
      rule.put("id", id);
      rule.put("description", sentence);
      rule.setAll(form.accept(new RuleYaml()));
      return new ImportedRule(scope, rule, location);
    }
  }
}
