package dev.callsheet.cli.mcp;

import dev.callsheet.linter.Linter;
import dev.callsheet.linter.fix.FixResult;
import dev.callsheet.linter.fix.Fixer;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.RuleInterpretation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The tools, each of them a command of the same name. */
final class AgentTools {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String FILE = "requests.json";

  private static final String REQUESTS =
      """
      "requests": {"type": ["object", "array"], "maxItems": 1000,
        "description": "A request as the platform takes it, or a list of such. A request that does not name its model stands in an envelope: {\\"platform\\": ..., \\"model\\": ..., \\"request\\": {...}}."}""";
  private static final String MODEL =
      "\"model\": {\"type\": \"string\", \"maxLength\": 200, \"description\": \"A model's id, as"
          + " list_models says it.\"}";

  private final CommandRunner commands;
  private final ModelCatalogue catalogue;
  private final RunTool running;

  AgentTools(CommandRunner commands, ModelCatalogue catalogue, RunTool running) {
    this.commands = commands;
    this.catalogue = catalogue;
    this.running = running;
  }

  List<AgentTool> all() {
    return List.of(
        new AgentTool(
            "list_models",
            "The models known: id, platform, name, modes, and the price that they begin at.",
            schema(
                "",
                "\"query\": {\"type\": \"string\", \"maxLength\": 200, \"description\": \"Only"
                    + " models with this in their id, name or modes.\"}"),
            true,
            (arguments, consent) -> listModels(arguments)),
        new AgentTool(
            "describe_model",
            "A model's parameters, modes, rules and prices, or one parameter with the rules about"
                + " it. Read it before you write a request.",
            schema(
                "\"model\"",
                MODEL,
                "\"parameter\": {\"type\": \"string\", \"maxLength\": 200}",
                "\"schema\": {\"type\": \"boolean\", \"description\": \"Also the JSON Schema of a"
                    + " request.\"}"),
            true,
            (arguments, consent) -> describe(arguments)),
        new AgentTool(
            "lint",
            "Validates requests by the rules of their models, with repairs as JSON patches. Nothing"
                + " is sent.",
            schema("\"requests\"", REQUESTS),
            true,
            (arguments, consent) -> lint(arguments)),
        new AgentTool(
            "repair",
            "Makes the repairs in requests that are unambiguous, and says what is left to mend.",
            schema("\"requests\"", REQUESTS),
            true,
            (arguments, consent) -> repair(arguments)),
        new AgentTool(
            "price",
            "What requests will cost, and why, before they are sent.",
            schema("\"requests\"", REQUESTS),
            true,
            (arguments, consent) -> price(arguments)),
        new AgentTool(
            "explain",
            "What a rule says, with a request that keeps it and one that breaks it. Findings name"
                + " their rule.",
            schema("\"rule\"", "\"rule\": {\"type\": \"string\", \"maxLength\": 200}", MODEL),
            true,
            (arguments, consent) -> explain(arguments)),
        new AgentTool(
            "run",
            "Sends requests and downloads their results. Costs money, unless the server is one for"
                + " the sandbox; a person may be asked. Nothing is sent that has an error, whose"
                + " price is not known, or that may cost more than maxCost.",
            schema(
                "\"requests\", \"maxCost\"",
                REQUESTS,
                "\"maxCost\": {\"type\": \"number\", \"minimum\": 0, \"description\": \"The most"
                    + " that these requests may cost together, in the currency of their price"
                    + " list.\"}"),
            false,
            running::run));
  }

  private static String schema(String required, String... properties) {
    return "{\"type\": \"object\", \"properties\": {"
        + String.join(", ", properties).replaceAll("^, |, $", "")
        + "}, \"required\": ["
        + required
        + "], \"additionalProperties\": false}";
  }

  private ToolAnswer listModels(ToolArguments arguments) {
    String query = arguments.json().path("query").asString("").toLowerCase(Locale.ROOT);
    JsonNode all = MAPPER.readTree(commands.run("", List.of("models", "--format", "json")).out());
    ObjectNode found = MAPPER.createObjectNode();
    ArrayNode models = found.putArray("models");
    for (JsonNode model : all) {
      if (model.toString().toLowerCase(Locale.ROOT).contains(query)) {
        models.add(model);
      }
    }
    String text =
        models
            .valueStream()
            .map(model -> model.path("id").asString() + ": " + model.path("name").asString())
            .collect(Collectors.joining("\n"));
    return ToolAnswer.of(text.isEmpty() ? "No model has that in it." : text, found);
  }

  private ToolAnswer describe(ToolArguments arguments) {
    String model = arguments.requiredName("model");
    List<String> words = new ArrayList<>(List.of("describe", model));
    arguments.name("parameter").ifPresent(words::add);
    CommandRunner.Output described = commands.run("", words);
    if (described.status() != 0) {
      return ToolAnswer.refused(described.err());
    }
    ObjectNode structured = MAPPER.createObjectNode();
    structured.put("model", model).put("description", described.out());
    if (arguments.isTrue("schema")) {
      structured.set("schema", MAPPER.readTree(commands.run("", List.of("schema", model)).out()));
    }
    return ToolAnswer.of(described.out(), structured);
  }

  private ToolAnswer lint(ToolArguments arguments) {
    String requests = arguments.requestText();
    CommandRunner.Output report = commands.run(requests, List.of("lint", "-", "--format", "json"));
    return report.status() > 1
        ? ToolAnswer.refused(report.err())
        : ToolAnswer.of(
            commands.run(requests, List.of("lint", "-")).out(),
            (ObjectNode) MAPPER.readTree(report.out()));
  }

  private ToolAnswer repair(ToolArguments arguments) {
    byte[] before = arguments.requestText().getBytes(StandardCharsets.UTF_8);
    FixResult fixed =
        new Fixer(new Linter(catalogue, RuleInterpretation.ENFORCED)).fix(FILE, before);
    String after = new String(fixed.content(), StandardCharsets.UTF_8);
    ObjectNode structured = MAPPER.createObjectNode();
    structured.set("requests", MAPPER.readTree(after));
    ArrayNode made = structured.putArray("repairs");
    fixed
        .appliedFixes()
        .forEach(each -> made.addObject().put("rule", each.rule()).put("done", each.description()));
    String left = commands.run(after, List.of("lint", "-")).out();
    String done =
        fixed.appliedFixes().stream()
            .map(each -> each.description() + " [" + each.rule() + "]\n")
            .collect(Collectors.joining());
    return ToolAnswer.of(
        (done.isEmpty() ? "No repair is unambiguous.\n" : done) + "\n" + left + "\n" + after,
        structured);
  }

  private ToolAnswer price(ToolArguments arguments) {
    String requests = arguments.requestText();
    CommandRunner.Output priced = commands.run(requests, List.of("price", "-", "--format", "json"));
    return priced.status() != 0
        ? ToolAnswer.refused(priced.err())
        : ToolAnswer.of(
            commands.run(requests, List.of("price", "-")).out(),
            (ObjectNode) MAPPER.readTree(priced.out()));
  }

  private ToolAnswer explain(ToolArguments arguments) {
    String rule = arguments.requiredName("rule");
    List<String> words = new ArrayList<>(List.of("lint", "--explain", rule));
    arguments.name("model").ifPresent(model -> words.addAll(List.of("--model", model)));
    CommandRunner.Output explained = commands.run("", words);
    return explained.status() != 0
        ? ToolAnswer.refused(explained.err())
        : ToolAnswer.of(
            explained.out(),
            MAPPER.createObjectNode().put("rule", rule).put("explanation", explained.out()));
  }
}
