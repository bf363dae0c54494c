package dev.callsheet.cli.workbench;

import dev.callsheet.generator.page.HttpRequestExample;
import dev.callsheet.generator.page.JsonText;
import dev.callsheet.generator.page.RequestExample;
import dev.callsheet.linter.Linter;
import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.repair.Repair;
import dev.callsheet.linter.validation.RequestValidator;
import dev.callsheet.linter.validation.RequestValidator.DispatchedTask;
import dev.callsheet.runtime.Price;
import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RenamedRequest;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.price.PriceEstimator;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Says of a request what {@code lint} and {@code price} say, and how it is sent. */
final class RequestReview {
  private static final String FILE = "request.json";

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final Linter linter;
  private final RequestValidator dispatch;

  RequestReview(ModelCatalogue catalogue) {
    this.linter = new Linter(catalogue, RuleInterpretation.ENFORCED);
    this.dispatch = new RequestValidator(catalogue, RuleInterpretation.ENFORCED, Clock.systemUTC());
  }

  /**
   * All that is said of a text.
   *
   * @param sandbox where it would be sent
   * @param key what the sandbox takes as a key
   * @return the findings; the prices and the Java of the requests in it, unless one has an error;
   *     and what is sent for each, as far as its model is known
   */
  ObjectNode of(String text, URI sandbox, String key) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    List<Finding> findings =
        linter.withFreshBudget().lint(FILE, text.getBytes(StandardCharsets.UTF_8)).findings();
    ArrayNode shown = json.putArray("findings");
    findings.forEach(finding -> addFinding(shown.addObject(), finding));
    boolean isValid = findings.stream().noneMatch(each -> each.severity() == Severity.ERROR);
    ArrayNode requests = json.putArray("requests");
    for (JsonNode item : items(text)) {
      dispatch
          .dispatch(item)
          .ifPresent(task -> addRequest(requests.addObject(), task, isValid, sandbox, key));
    }
    return json;
  }

  /** What stands in a text: a list, or one thing; nothing where it is not JSON. */
  private static List<JsonNode> items(String text) {
    try {
      JsonNode whole = MAPPER.readTree(text);
      return whole.isArray() ? whole.valueStream().toList() : List.of(whole);
    } catch (JacksonException notJson) {
      return List.of();
    }
  }

  private static void addFinding(ObjectNode json, Finding finding) {
    json.put("rule", finding.rule())
        .put("severity", finding.severity().id())
        .put("message", finding.message())
        .put("pointer", finding.pointer())
        .put("line", finding.location().line())
        .put("column", finding.location().column())
        .put("endColumn", finding.endColumn());
    ArrayNode related = json.putArray("related");
    finding
        .related()
        .forEach(
            other ->
                related
                    .addObject()
                    .put("pointer", other.pointer())
                    .put("line", other.location().line())
                    .put("column", other.location().column()));
    ArrayNode repairs = json.putArray("repairs");
    finding.fixSuggestions().repairs().forEach(repair -> addRepair(repairs.addObject(), repair));
  }

  private static void addRepair(ObjectNode json, Repair repair) {
    json.put("description", repair.description());
    ArrayNode edits = json.putArray("edits");
    repair
        .replacements()
        .forEach(
            edit ->
                edits
                    .addObject()
                    .put("from", edit.startOffset())
                    .put("to", edit.endOffset())
                    .put("text", edit.newText()));
  }

  private void addRequest(
      ObjectNode json, DispatchedTask task, boolean isValid, URI sandbox, String key) {
    ModelSpec model = task.model();
    json.put("model", model.id());
    HttpRequestExample.of(model, task.task())
        .map(request -> request.sentTo(sandbox))
        .ifPresent(request -> addSent(json, request, key));
    if (isValid) {
      JsonNode today = RenamedRequest.of(task.task(), model).request();
      json.put("java", RequestExample.of(model, today).java());
      addPrice(json.putObject("price"), PriceEstimator.price(model, today));
    }
  }

  private static void addSent(ObjectNode json, HttpRequestExample request, String key) {
    json.put("curl", request.curl());
    json.put("path", request.target());
    ObjectNode headers = json.putObject("headers");
    request.headers().forEach((name, value) -> headers.put(name, value.replace("{key}", key)));
    json.put("body", JsonText.pretty(request.body()));
  }

  private static void addPrice(ObjectNode json, Price price) {
    json.put("total", price.toString()).put("why", price.why());
    ArrayNode charges = json.putArray("charges");
    for (Price.Charge charge : price.charges()) {
      charges
          .addObject()
          .put("id", charge.id())
          .put("price", charge.price().toString())
          .put("why", charge.price().why());
    }
  }
}
