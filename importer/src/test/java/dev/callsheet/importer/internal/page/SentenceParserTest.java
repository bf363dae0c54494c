package dev.callsheet.importer.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.importer.internal.condition.Condition;
import dev.callsheet.importer.internal.condition.ConditionSimplifier;
import dev.callsheet.importer.internal.condition.ParameterTree;
import dev.callsheet.importer.internal.rule.ImportedRule;
import dev.callsheet.importer.internal.rule.RuleLifter;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.source.SourceLocation;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every form of sentence that published pages state rules in, and the rule that it is. */
class SentenceParserTest {
  private static final ParameterTree PARAMETERS =
      new ParameterTree(
          (ObjectNode)
              new JsonMapper()
                  .readTree(
                      """
                      {"type": "object", "properties": {
                        "a": {"type": "string"}, "b": {"type": "string"}, "c": {"type": "string"},
                        "n": {"type": "integer"}, "flag": {"type": "boolean"},
                        "list": {"type": "array", "items": {"type": "string"}},
                        "width": {"type": "integer"}, "height": {"type": "integer"},
                        "in": {"type": "object", "properties": {"p": {"type": "string"}, "q": {"type": "string"}}}}}
                      """));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          `width` and `height` must be used together.                    | {'allOrNone':['width','height']}
          `p` and `q` must be used together (in `in`).                   | {'allOrNone':['in.p','in.q']}
          `a` cannot be used with `b`.                                   | {'atMostOneOf':['a','b']}
          `a` cannot be used with `width/height`.                        | {'when':'a','forbid':['width','height']}
          `p` cannot be used with `q` (in `in`).                         | {'atMostOneOf':['in.p','in.q']}
          Inside `in`, `p` cannot be used with `q`.                      | {'atMostOneOf':['in.p','in.q']}
          `a` and `b` cannot be used together.                           | {'atMostOneOf':['a','b']}
          Provide exactly one of: `a`, `b`.                              | {'exactlyOneOf':['a','b']}
          Provide exactly one of: `a` or `b` or `width/height`.          | {'exactlyOneOf':['a','b',['width','height']]}
          Either provide `a`, or specify `b` or `width/height`.          | {'atLeastOneOf':['a','b',['width','height']]}
          When `a` is provided, `b` is required.                         | {'when':'a','require':'b'}
          When `a` or `b` is provided, `c` is required.                  | {'when':{'anyOf':['a','b']},'require':'c'}
          When `a` and `b` are provided, `c` is required.                | {'when':['a','b'],'require':'c'}
          When `a` is provided, `b` or `c` is required.                  | {'when':'a','require':{'anyOf':['b','c']}}
          When `a` is not provided, `b` is required.                     | {'when':{'not':'a'},'require':'b'}
          When `a` is provided, `b` cannot be used.                      | {'when':'a','forbid':['b']}
          When `a` is provided, `b`, `c`, and `n` cannot be used.        | {'when':'a','forbid':['b','c','n']}
          When `a` is provided, `b` must be `x`.                         | {'when':'a','constrain':{'b':{'const':'x'}}}
          When `a` is provided, `n` must be `5`.                         | {'when':'a','constrain':{'n':{'const':5}}}
          When `a` and `b` are provided, `flag` must be `true`.          | {'when':['a','b'],'constrain':{'flag':{'const':true}}}
          When `a` is `x`, `b` cannot be used.                           | {'when':{'a':{'const':'x'}},'forbid':['b']}
          When `a` is provided, `n` is limited to `5`, `10`.             | {'when':'a','constrain':{'n':{'enum':[5,10]}}}
          When `a` is provided, `list` is limited to 4 items.            | {'when':'a','constrain':{'list':{'maxItems':4}}}
          When `a` is provided, `list` requires at least 1 item.         | {'when':'a','constrain':{'list':{'minItems':1}}}
          When `a` or `b` is provided, `n` must be at most `10`.         | {'when':{'anyOf':['a','b']},'constrain':{'n':{'maximum':10}}}
          When `a` and `n` are provided, `n` must be between `1` and `8`. | {'when':['a','n'],'require':{'n':{'minimum':1,'maximum':8}}}
          When `a` is provided, `list` is limited to 2 items and `n` must be between `3` and `9`. | {'when':'a','constrain':{'list':{'maxItems':2},'n':{'minimum':3,'maximum':9}}}
          When `a` is provided, `n` must be `8` and `dimensions` is limited to `1280\u00D7720`. | {'when':'a','constrain':{'n':{'const':8}}} {'when':'a','combinations':{'of':['width','height'],'rows':[{'values':[1280,720]}]}}
          """)
  void aSentenceIsThisRule(String sentence, String rules) {
    assertThat(rules(new SentenceParser(PARAMETERS).parse(sentence).orElseThrow()))
        .isEqualTo(rules.replace('\'', '"'));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Only on Tuesdays.",
        "When `a` is provided, call us.",
        "`a` must be used together with",
      })
  void anyOtherSentenceIsNotUnderstood(String sentence) {
    assertThat(new SentenceParser(PARAMETERS).parse(sentence)).isEmpty();
  }

  private static String rules(Condition demand) {
    ImportedRule.Factory factory = new ImportedRule.Factory(Set.of());
    SourceLocation location = new SourceLocation("page.md", 1, 1);
    List<String> rules =
        RuleLifter.lift(new ConditionSimplifier(PARAMETERS).simplify(demand)).stream()
            .map(form -> factory.rule(form, ParameterPath.ROOT, location).rule())
            .peek(rule -> rule.remove(List.of("id", "description")))
            .map(ObjectNode::toString)
            .toList();
    return String.join(" ", rules);
  }
}
