package dev.callsheet.importer.internal.prose;

import dev.callsheet.importer.internal.condition.Condition;
import dev.callsheet.importer.internal.condition.ParameterTree;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.source.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Looks for rules, and for what a platform ignores, in the descriptions of a request's parameters.
 * What the description of a member of a list's items says is about each item.
 */
public final class DescriptionReader {
  /** Sentences of a description that end behind so much are not looked through, but reported. */
  private static final int MAX_DESCRIPTION = 4_000;

  private static final int MAX_SENTENCE = 300;

  /** Where a sentence ends: not after a number, nor in an abbreviation such as "e.g.". */
  private static final Pattern SENTENCE_END =
      Pattern.compile("(?<=[a-z`'\"\\])][.!?;])\\s+(?=[A-Z`'\"*-])|\\n+");

  /** What takes back a part of what the rest of a sentence says; the known forms have no such. */
  private static final Pattern EXCEPTION =
      Pattern.compile("(?i)\\b(?:unless|except|excepting|excluding|apart from|other than)\\b");

  private final ParameterTree request;
  private final List<DescribedRule> rules = new ArrayList<>();
  private final List<IgnoredParameters> ignored = new ArrayList<>();
  private final List<Sentence> notUnderstood = new ArrayList<>();

  private DescriptionReader(ParameterTree request) {
    this.request = request;
  }

  /** What a sentence seems to say that is not understood. */
  public enum Topic {
    /** That something is ignored. */
    IGNORING,
    /** That something is demanded of requests. */
    DEMAND,
    /** That it is not known, since the description is too long to be looked through. */
    REST
  }

  /** A sentence and the place of what it describes. */
  public record Sentence(Topic topic, String text, SourceLocation location) {}

  /**
   * What descriptions say. A sentence that is in none of the lists demands nothing.
   *
   * @param rules in the order of the file
   * @param ignored likewise
   * @param notUnderstood sentences that seem to say something of the kind in other words
   */
  public record Statements(
      List<DescribedRule> rules, List<IgnoredParameters> ignored, List<Sentence> notUnderstood) {}

  /**
   * What the descriptions of parameters say.
   *
   * @param request the parameters that there are
   */
  public static Statements read(List<Description> descriptions, ParameterTree request) {
    DescriptionReader reader = new DescriptionReader(request);
    descriptions.forEach(reader::read);
    return new Statements(
        List.copyOf(reader.rules), List.copyOf(reader.ignored), List.copyOf(reader.notUnderstood));
  }

  private void read(Description description) {
    ParameterPath path = description.path();
    boolean inItems = path.leadsThroughLists();
    ParameterPath scope = inItems ? path.beforeLastList().eachItem() : ParameterPath.ROOT;
    ParameterPath own = inItems ? path.afterLastList() : path;
    ParameterTree around = inItems ? request.item(scope).orElse(request) : request;
    boolean isOfParameter =
        description.subject() == Description.Subject.PARAMETER
            && request.exists(path)
            && !own.isRoot()
            && (!inItems || request.item(scope).isPresent());
    SentenceReader reader =
        new SentenceReader(scope, new DescriptionWords(around, own), description.location());
    List<JsonNode> shapes = path.isRoot() ? List.of() : request.shapes(path);
    String text = description.text();
    if (text.length() > MAX_DESCRIPTION) {
      int end = endOfLastSentence(text);
      note(Topic.REST, text.substring(end), description.location());
      text = text.substring(0, end);
    }
    for (String sentence : SENTENCE_END.split(text, -1)) {
      String words = sentence.strip();
      boolean isUnderstood =
          isOfParameter && words.length() <= MAX_SENTENCE && reader.isUnderstood(words);
      if (!isUnderstood) {
        topic(words, shapes).ifPresent(topic -> note(topic, words, description.location()));
      }
    }
  }

  /** Where the last sentence ends that is looked through: half of one may say the opposite. */
  private static int endOfLastSentence(String text) {
    Matcher ends = SENTENCE_END.matcher(text).region(0, MAX_DESCRIPTION).useTransparentBounds(true);
    int last = 0;
    while (ends.find()) {
      last = ends.end();
    }
    return last;
  }

  /** What a sentence seems to say in words of its own. */
  private static Optional<Topic> topic(String sentence, List<JsonNode> shapes) {
    if (IgnoringSentence.isMention(sentence)) {
      return Optional.of(Topic.IGNORING);
    }
    return DemandMention.isIn(sentence, shapes) ? Optional.of(Topic.DEMAND) : Optional.empty();
  }

  private void note(Topic topic, String sentence, SourceLocation location) {
    notUnderstood.add(new Sentence(topic, shortened(sentence), location));
  }

  private static String shortened(String text) {
    return text.length() <= MAX_SENTENCE ? text : text.substring(0, MAX_SENTENCE) + " ...";
  }

  /** Understands the sentences of one description. */
  private final class SentenceReader {
    private final ParameterPath scope;
    private final SourceLocation location;
    private final DescriptionSentence ofRules;
    private final IgnoringSentence ofIgnoring;

    SentenceReader(ParameterPath scope, DescriptionWords words, SourceLocation location) {
      this.scope = scope;
      this.location = location;
      this.ofRules = new DescriptionSentence(words);
      this.ofIgnoring = new IgnoringSentence(words);
    }

    /** Takes what a sentence says; whether it says something of a known form. */
    boolean isUnderstood(String sentence) {
      if (EXCEPTION.matcher(sentence).find()) {
        return false;
      }
      Optional<IgnoringSentence.Ignored> what = ofIgnoring.parse(sentence);
      what.ifPresent(
          said ->
              ignored.add(
                  new IgnoredParameters(
                      scope, said.parameters(), said.when(), sentence, location)));
      Optional<Condition> demand = ofRules.demand(sentence);
      demand.ifPresent(said -> rules.add(new DescribedRule(scope, said, sentence, location)));
      boolean isOnlyHalf = what.isEmpty() && IgnoringSentence.isMention(sentence);
      return !isOnlyHalf && (what.isPresent() || demand.isPresent());
    }
  }
}
