package dev.callsheet.sandbox.internal.http;

import dev.callsheet.runtime.client.RawRequest;
import dev.callsheet.sandbox.page.SchemaSource;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Shape;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Runware's models for clients that look them up: {@code /registry.json} has all of them, {@code
 * /resolve/MODEL} the JSON Schemas of one, as the platform has both at another host.
 */
public final class SchemaHandler extends Handler.Abstract {
  /** Where the schemas of a model are, with its identifier behind it. */
  public static final String RESOLVE = "/resolve/";

  /** Where the list of models is. */
  public static final String REGISTRY = "/registry.json";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final ModelCatalogue catalogue;
  private final SchemaSource schemas;

  /** Shows the models of this catalogue that are Runware's. */
  public SchemaHandler(ModelCatalogue catalogue, SchemaSource schemas) {
    this.catalogue = catalogue;
    this.schemas = schemas;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String path = request.getHttpURI().getPath();
    PreparedHttpReply reply;
    if (!HttpMethod.GET.is(request.getMethod()) && !HttpMethod.HEAD.is(request.getMethod())) {
      reply = MethodRefusal.of(List.of("GET", "HEAD"));
    } else if (path.equals(REGISTRY)) {
      reply = PreparedHttpReply.json(200, registry());
    } else {
      reply = resolve(path.substring(RESOLVE.length()));
    }
    reply.send(response, callback);
    return true;
  }

  private PreparedHttpReply resolve(String encoded) {
    String name = decoded(encoded).orElse(encoded);
    Optional<ModelSpec> model =
        models().stream()
            .filter(spec -> spec.id().equals(name) || slug(spec).equals(name))
            .findFirst();
    if (model.isEmpty()) {
      return sentence(404, "No spec describes a model " + name + " of Runware.");
    }
    Optional<JsonNode> request = schemas.requestSchema(model.get());
    if (request.isEmpty()) {
      return sentence(404, "This sandbox was started without schemas.");
    }
    ObjectNode found = JSON.objectNode();
    found.set("requestSchema", request.get());
    found.set("responseSchema", schemas.responseSchema(model.get()).orElse(JSON.nullNode()));
    URI documentation = model.get().metadata().documentation();
    found.put("documentation", documentation == null ? null : documentation.toString());
    return PreparedHttpReply.json(200, found);
  }

  private static Optional<String> decoded(String encoded) {
    try {
      return Optional.of(URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException broken) {
      return Optional.empty();
    }
  }

  private List<ModelSpec> models() {
    return catalogue.models().stream()
        .filter(model -> model.metadata().platformName().orElse("").equals(RawRequest.PLATFORM))
        .toList();
  }

  private ObjectNode registry() {
    ObjectNode registry = JSON.objectNode();
    ObjectNode models = registry.putObject("models");
    ObjectNode modalities = JSON.objectNode();
    for (ModelSpec model : models()) {
      String taskType = taskType(model);
      models.putObject(model.id()).put("taskType", taskType).put("id", slug(model));
      if (taskType.endsWith("Inference")) {
        modalities.put(taskType.replace("Inference", ""), taskType);
      }
    }
    registry.putObject("architectureTaskTypes");
    registry.set("modalityTaskTypes", modalities);
    return registry.put("version", Integer.toHexString(models.hashCode()));
  }

  private static String taskType(ModelSpec model) {
    return model
        .parameter(ParameterPath.parse("taskType"))
        .map(parameter -> constant(parameter.shape()))
        .orElse("");
  }

  private static String constant(Shape shape) {
    return shape instanceof Shape.Choice choice && choice.isConstant()
        ? choice.values().get(0).asString("")
        : "";
  }

  /** The last part of the address of its documentation, by which people know it. */
  private static String slug(ModelSpec model) {
    URI documentation = model.metadata().documentation();
    return documentation == null
        ? model.id()
        : documentation.getPath().substring(documentation.getPath().lastIndexOf('/') + 1);
  }

  private static PreparedHttpReply sentence(int status, String message) {
    return PreparedHttpReply.json(status, JSON.objectNode().put("error", message));
  }
}
