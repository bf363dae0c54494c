package dev.callsheet.cli.mcp;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends requests, within what the agent, the server and a person allow: no more than the agent's
 * own {@code maxCost}; no more than the server's limit, all calls together; and where the server
 * has none, only after a person has agreed. What has no price that is known is not sent. A sandbox
 * costs nothing, so nobody is asked, but amounts count all the same.
 */
final class RunTool {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final CommandRunner commands;
  private final RunBudget budget;
  private final boolean isSandbox;
  private final Path out;

  /**
   * Sends through {@code callsheet run}.
   *
   * @param out where results go
   */
  RunTool(CommandRunner commands, RunBudget budget, boolean isSandbox, Path out) {
    this.commands = commands;
    this.budget = budget;
    this.isSandbox = isSandbox;
    this.out = out;
  }

  ToolAnswer run(ToolArguments arguments, AgentTool.Consent consent) {
    String requests = arguments.requestText();
    BigDecimal most = arguments.amount("maxCost");
    CommandRunner.Output priced = commands.run(requests, List.of("price", "-", "--format", "json"));
    if (priced.status() != 0) {
      return ToolAnswer.refused("Nothing was sent.\n" + priced.err() + priced.out());
    }
    JsonNode total = MAPPER.readTree(priced.out()).path("total");
    Optional<BigDecimal> upper = upperBound(total);
    if (upper.isEmpty()) {
      return ToolAnswer.refused("Nothing was sent: what it will cost is not known.");
    }
    BigDecimal cost = upper.get();
    String words = cost.toPlainString() + " " + total.path("currency").asString("USD");
    if (cost.compareTo(most) > 0) {
      return ToolAnswer.refused(
          "Nothing was sent: it may cost %s, and `maxCost` is %s."
              .formatted(words, most.toPlainString()));
    }
    Optional<String> refusal = budget.take(cost);
    if (refusal.isPresent()) {
      return ToolAnswer.refused(
          "Nothing was sent: it may cost %s, and %s.".formatted(words, refusal.get()));
    }
    Optional<String> objection = objection(consent, arguments.requests(), words);
    if (objection.isPresent()) {
      budget.giveBack(cost);
      return ToolAnswer.refused("Nothing was sent: " + objection.get());
    }
    return answer(send(requests, most), words);
  }

  /** Why a person does not want it, or cannot be asked; empty where all is well. */
  private Optional<String> objection(AgentTool.Consent consent, JsonNode requests, String cost) {
    if (isSandbox || budget.hasLimit()) {
      return Optional.empty();
    }
    int count = requests.isArray() ? requests.size() : 1;
    String question =
        "Send %d %s for at most %s?".formatted(count, count == 1 ? "request" : "requests", cost);
    return switch (consent.ask(question)) {
      case YES -> Optional.empty();
      case NO -> Optional.of("the person who was asked did not agree.");
      case NOBODY_TO_ASK ->
          Optional.of(
              "this client cannot ask a person. Start the server with --max-cost AMOUNT to allow"
                  + " that much without a question, or with --sandbox to try for nothing.");
    };
  }

  private CommandRunner.Output send(String requests, BigDecimal most) {
    List<String> words =
        new ArrayList<>(List.of("run", "-", "--yes", "--max-cost", most.toPlainString()));
    if (!out.toString().isEmpty()) {
      words.addAll(List.of("--out", out.toString()));
    }
    if (isSandbox) {
      words.add("--sandbox");
    }
    return commands.run(requests, words);
  }

  private static ToolAnswer answer(CommandRunner.Output sent, String cost) {
    ObjectNode structured = MAPPER.createObjectNode();
    structured.put("status", sent.status()).put("atMost", cost);
    sent.out().lines().forEach(structured.putArray("files")::add);
    String text = sent.out() + sent.err();
    return new ToolAnswer(text, structured, sent.status() != 0);
  }

  private static Optional<BigDecimal> upperBound(JsonNode total) {
    JsonNode amount = total.has("amount") ? total.get("amount") : total.get("to");
    String kind = total.path("kind").asString("");
    return amount == null || !(kind.equals("exact") || kind.equals("range"))
        ? Optional.empty()
        : Optional.of(new BigDecimal(amount.asString()));
  }
}
