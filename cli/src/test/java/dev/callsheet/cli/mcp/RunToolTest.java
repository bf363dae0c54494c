package dev.callsheet.cli.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.mcp.AgentTool.Consent;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** When requests are sent, and when not. */
class RunToolTest {
  private static final Consent UNASKED =
      question -> {
        throw new AssertionError("nobody is to be asked: " + question);
      };

  private final List<List<String>> sent = new ArrayList<>();
  private String total = "{\"kind\": \"exact\", \"amount\": \"0.56\", \"currency\": \"USD\"}";

  @Test
  void whereNobodyCanBeAskedAndNoLimitIsSetNothingIsSent() {
    ToolAnswer answer = run(tool(null, false), 5, question -> Consent.Answer.NOBODY_TO_ASK);
    assertThat(answer.isError()).isTrue();
    assertThat(answer.text()).contains("cannot ask a person", "--max-cost");
    assertThat(sent).isEmpty();
  }

  @Test
  void aPersonWhoDeclinesIsObeyed() {
    assertThat(run(tool(null, false), 5, question -> Consent.Answer.NO).text())
        .contains("did not agree");
    assertThat(sent).isEmpty();
  }

  @Test
  void aPersonWhoAgreesKnowsWhatItMayCost() {
    List<String> questions = new ArrayList<>();
    ToolAnswer answer =
        run(
            tool(null, false),
            5,
            question -> {
              questions.add(question);
              return Consent.Answer.YES;
            });
    assertThat(answer.isError()).isFalse();
    assertThat(questions).containsExactly("Send 1 request for at most 0.56 USD?");
    assertThat(sent).containsExactly(List.of("run", "-", "--yes", "--max-cost", "5", "--out", "o"));
  }

  @Test
  void aLimitIsOneOfAllCallsTogether() {
    RunTool tool = tool(new BigDecimal("1"), false);
    assertThat(run(tool, 5, UNASKED).isError()).isFalse();
    ToolAnswer second = run(tool, 5, UNASKED);
    assertThat(second.isError()).isTrue();
    assertThat(second.text()).contains("--max-cost 1, of which 0.44 is left");
    assertThat(sent).hasSize(1);
  }

  @Test
  void whatIsDeclinedIsNotTakenOutOfTheBudget() {
    RunBudget budget = new RunBudget(new BigDecimal("1"));
    assertThat(budget.take(new BigDecimal("0.6"))).isEmpty();
    budget.giveBack(new BigDecimal("0.6"));
    assertThat(budget.take(new BigDecimal("1"))).isEmpty();
    assertThat(budget.take(new BigDecimal("0.01"))).isPresent();
  }

  @Test
  void moreThanTheAgentAllowsIsNotSentEvenToASandbox() {
    assertThat(run(tool(null, true), 0, UNASKED).text()).contains("0.56 USD", "`maxCost` is 0");
    assertThat(sent).isEmpty();
  }

  @Test
  void whatHasNoKnownPriceIsNotSent() {
    for (String unknown :
        List.of(
            "{\"kind\": \"unknown\"}",
            "{\"kind\": \"rate\", \"amount\": \"0.1\", \"units\": []}")) {
      total = unknown;
      assertThat(run(tool(new BigDecimal("9"), false), 5, UNASKED).text()).contains("is not known");
    }
    total = "{\"kind\": \"range\", \"from\": \"0.1\", \"to\": \"7\", \"currency\": \"USD\"}";
    assertThat(run(tool(new BigDecimal("9"), false), 5, UNASKED).text()).contains("cost 7 USD");
    assertThat(sent).isEmpty();
  }

  private RunTool tool(@Nullable BigDecimal limit, boolean isSandbox) {
    CommandRunner commands =
        (in, words) -> {
          if (words.get(0).equals("price")) {
            return new CommandRunner.Output(0, "{\"total\": " + total + "}", "");
          }
          sent.add(words);
          return new CommandRunner.Output(0, "o/a.mp4\n", "");
        };
    return new RunTool(commands, new RunBudget(limit), isSandbox, Path.of("o"));
  }

  private static ToolAnswer run(RunTool tool, int maxCost, Consent consent) {
    return tool.run(
        new ToolArguments(
            new JsonMapper().readTree("{\"requests\": {}, \"maxCost\": " + maxCost + "}")),
        consent);
  }
}
