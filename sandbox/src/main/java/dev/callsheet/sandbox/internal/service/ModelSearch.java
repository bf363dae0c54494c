package dev.callsheet.sandbox.internal.service;

import dev.callsheet.runtime.client.RawRequest;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.catalogue.ModelSummary;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Answers {@code modelSearch}: the models of the sandbox whose identifier or name has a text. */
final class ModelSearch {
  private static final int USUAL_LIMIT = 20;

  private final ModelCatalogue catalogue;

  ModelSearch(ModelCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  void handle(ObjectNode task, ResponseEnvelope reply) {
    String text = task.path("search").asString("").toLowerCase(Locale.ROOT);
    List<ModelSummary> found =
        catalogue.summaries().stream()
            .filter(
                model ->
                    RawRequest.PLATFORM.equals(
                        Objects.requireNonNullElse(model.platform(), RawRequest.PLATFORM)))
            .filter(
                model -> (model.id() + " " + model.name()).toLowerCase(Locale.ROOT).contains(text))
            .toList();
    ObjectNode item =
        JsonNodeFactory.instance
            .objectNode()
            .put("taskType", "modelSearch")
            .put("taskUUID", task.path("taskUUID").asString(""));
    var results = item.putArray("results");
    found.stream()
        .skip(Math.max(0, task.path("offset").asLong(0)))
        .limit(Math.max(1, task.path("limit").asLong(USUAL_LIMIT)))
        .forEach(model -> results.addObject().put("air", model.id()).put("name", model.name()));
    reply.addServedTask(item.put("totalResults", found.size()));
  }
}
