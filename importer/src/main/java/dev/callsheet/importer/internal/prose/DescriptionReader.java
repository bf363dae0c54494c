package dev.callsheet.importer.internal.prose;

import dev.callsheet.importer.internal.condition.ParameterTree;
import dev.callsheet.importer.internal.schema.SchemaNode;
import dev.callsheet.spec.logic.ParameterPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Looks for rules in the descriptions of a request's parameters, outside of lists. */
public final class DescriptionReader {
  private static final int MAX_DEPTH = 6;

  /** Longer descriptions, and longer sentences, are not looked through. */
  private static final int MAX_DESCRIPTION = 4_000;

  private static final int MAX_SENTENCE = 300;

  /** Where a sentence ends: not after a number, nor in an abbreviation such as "e.g.". */
  private static final Pattern SENTENCE_END =
      Pattern.compile("(?<=[a-z`'\"\\])][.!?;])\\s+(?=[A-Z`'\"*-])|\\n+");

  private final ParameterTree parameters;
  private final List<DescribedRule> rules = new ArrayList<>();

  private DescriptionReader(ParameterTree parameters) {
    this.parameters = parameters;
  }

  /**
   * The rules that descriptions state, in the order of the file.
   *
   * @param request the published schema of a request
   * @param parameters the parameters that were made of it
   */
  public static List<DescribedRule> read(SchemaNode request, ParameterTree parameters) {
    DescriptionReader reader = new DescriptionReader(parameters);
    reader.readMembers(request, ParameterPath.ROOT);
    return List.copyOf(reader.rules);
  }

  private void readMembers(SchemaNode object, ParameterPath path) {
    for (Map.Entry<String, SchemaNode> member : object.members("properties").entrySet()) {
      ParameterPath own = path.member(member.getKey());
      if (own.steps().size() <= MAX_DEPTH && parameters.exists(own)) {
        read(member.getValue(), own);
        readMembers(member.getValue(), own);
      }
    }
  }

  private void read(SchemaNode schema, ParameterPath own) {
    String description = schema.text("description").orElse("");
    if (description.length() > MAX_DESCRIPTION) {
      return;
    }
    DescriptionSentence parser = new DescriptionSentence(parameters, own);
    for (String sentence : SENTENCE_END.split(description, -1)) {
      String text = sentence.strip();
      if (text.length() <= MAX_SENTENCE) {
        parser
            .demand(text)
            .ifPresent(demand -> rules.add(new DescribedRule(demand, text, schema.location())));
      }
    }
  }
}
