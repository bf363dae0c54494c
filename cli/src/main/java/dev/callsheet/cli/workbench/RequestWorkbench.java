package dev.callsheet.cli.workbench;

import dev.callsheet.runtime.client.RawRequest;
import dev.callsheet.sandbox.page.Workbench;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.catalogue.ModelSummary;
import dev.callsheet.spec.model.ModelSpec;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Lets requests to the models of a platform be written on the sandbox's page. */
public final class RequestWorkbench implements Workbench {
  private final ModelCatalogue catalogue;
  private final String platform;
  private final Function<ModelSpec, Optional<String>> documentation;
  private final RequestReview review;
  private final Map<String, ModelForm> forms = new ConcurrentHashMap<>();

  /**
   * A workbench.
   *
   * @param platform who is played
   * @param documentation the address of a model's page, from the root of the documentation
   */
  public RequestWorkbench(
      ModelCatalogue catalogue,
      String platform,
      Function<ModelSpec, Optional<String>> documentation) {
    this.catalogue = catalogue;
    this.platform = platform;
    this.documentation = documentation;
    this.review = new RequestReview(catalogue);
  }

  @Override
  public JsonNode models() {
    ArrayNode models = JsonNodeFactory.instance.arrayNode();
    for (ModelSummary model : catalogue.readableSummaries()) {
      if (platform.equals(Objects.requireNonNullElse(model.platform(), RawRequest.PLATFORM))) {
        ObjectNode json = models.addObject().put("id", model.id()).put("name", model.name());
        json.put("creator", model.creator());
        json.put("from", model.lowestPrice() == null ? null : model.lowestPrice().toString());
      }
    }
    return models;
  }

  @Override
  public Optional<JsonNode> model(String id) {
    return catalogue
        .find(platform, id)
        .map(
            model ->
                forms
                    .computeIfAbsent(model.id(), same -> ModelForm.of(model))
                    .toJson(documentation.apply(model)));
  }

  @Override
  public JsonNode review(String text, URI sandbox, String key) {
    return review.of(text, sandbox, key);
  }
}
