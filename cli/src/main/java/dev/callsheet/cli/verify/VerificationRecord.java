package dev.callsheet.cli.verify;

import dev.callsheet.cli.report.PriceJson;
import dev.callsheet.spec.model.ModelSpec;
import java.net.URI;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was compared, to be committed beside a spec: the same replies always make the same text,
 * without dates and ids of tasks.
 */
public record VerificationRecord(ModelSpec model, URI endpoint, List<ComparedVector> vectors) {
  /** Copies the list. */
  public VerificationRecord {
    vectors = List.copyOf(vectors);
  }

  /** How many requests come out so. */
  public long count(Agreement agreement) {
    return vectors.stream().filter(vector -> vector.agreement() == agreement).count();
  }

  /** The record as JSON, with a line break at the end. */
  public String json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("model", model.id()).put("endpoint", endpoint.toString());
    ObjectNode summary = json.putObject("summary");
    for (Agreement agreement : Agreement.values()) {
      summary.put(agreement.id(), count(agreement));
    }
    ArrayNode requests = json.putArray("requests");
    vectors.forEach(vector -> add(vector, requests.addObject()));
    return json.toPrettyString() + "\n";
  }

  private static void add(ComparedVector compared, ObjectNode json) {
    json.put("name", compared.vector().name()).put("agreement", compared.agreement().id());
    ObjectNode ours = json.putObject("spec").put("valid", compared.isValid());
    if (compared.isValid()) {
      new PriceJson(ours.putObject("price")).add(compared.price());
    } else {
      ours.put("rule", compared.vector().rule());
      compared.parameters().forEach(ours.putArray("parameters")::add);
    }
    ObjectNode theirs = json.putObject("platform");
    if (compared.reply() instanceof DryRunReply.Refused refused) {
      theirs.put("valid", false).put("message", refused.message());
      refused.parameters().forEach(theirs.putArray("parameters")::add);
    } else {
      theirs
          .put("valid", true)
          .put("cost", ((DryRunReply.Accepted) compared.reply()).cost().toPlainString());
    }
  }
}
