package dev.callsheet.generator.schema;

import dev.callsheet.spec.model.ModelMetadata;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Platform;
import dev.callsheet.spec.model.RuleInterpretation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Models as one document of OpenAPI 3.1: what a model's requests and results are, as components,
 * and the operations that take them. Requests are those of {@link SchemaExport}, so that the same
 * holds of rules and of what is not expressed; {@value #MODEL} beside them says what schemas do not
 * say of a model, and makes the document one that {@code callsheet import} reads back.
 */
public final class OpenApiExport {
  /** The keyword beside a request's schema that says which model it is of. */
  public static final String MODEL = "x-callsheet-model";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String SCHEMAS = "#/components/schemas/";

  private final RuleInterpretation reading;
  private final ObjectNode schemas = JSON.objectNode();
  private final ObjectNode paths = JSON.objectNode();
  private final ObjectNode securitySchemes = JSON.objectNode();

  private OpenApiExport(RuleInterpretation reading) {
    this.reading = reading;
  }

  /**
   * The document.
   *
   * @param models of one platform or of several
   * @throws IllegalArgumentException when platforms take requests at the same path
   */
  public static ObjectNode of(Collection<ModelSpec> models, RuleInterpretation reading) {
    return new OpenApiExport(reading).document(models);
  }

  private ObjectNode document(Collection<ModelSpec> models) {
    Map<String, List<NamedModel>> byPlatform = new LinkedHashMap<>();
    for (ModelSpec model : models) {
      NamedModel named = new NamedModel(freeName(pascalCase(model.metadata().name())), model);
      addSchemas(named);
      byPlatform
          .computeIfAbsent(model.metadata().platformName().orElse(""), any -> new ArrayList<>())
          .add(named);
    }
    Set<String> titles = new LinkedHashSet<>();
    for (List<NamedModel> ofPlatform : byPlatform.values()) {
      Platform platform = ofPlatform.get(0).spec().metadata().platform();
      titles.add(platform == null ? "no platform" : platform.title());
      addOperations(platform, ofPlatform);
    }
    ObjectNode document = JSON.objectNode().put("openapi", "3.1.0");
    document
        .putObject("info")
        .put("title", "Models of " + String.join(", ", titles))
        .put("version", "1.0.0")
        .put(
            "description",
            "Made from the specs of Callsheet. Rules that JSON Schema cannot say are listed beside"
                + " a request under `"
                + SchemaExport.NOT_EXPRESSED
                + "`.");
    document.set("paths", paths);
    ObjectNode components = document.putObject("components");
    components.set("schemas", schemas);
    if (!securitySchemes.isEmpty()) {
      components.set("securitySchemes", securitySchemes);
    }
    return document;
  }

  /** A model with the name of its request among the components. */
  private record NamedModel(String name, ModelSpec spec) {
    ObjectNode request() {
      return JSON.objectNode().put("$ref", SCHEMAS + name + "Request");
    }

    ObjectNode result() {
      return JSON.objectNode().put("$ref", SCHEMAS + name + "Result");
    }
  }

  private static String unionName(@Nullable Platform platform) {
    return platform == null ? "AnyModel" : pascalCase(platform.title());
  }

  private static String pascalCase(String text) {
    String name =
        List.of(text.split("[^A-Za-z0-9]+", -1)).stream()
            .filter(word -> !word.isEmpty())
            .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
            .collect(Collectors.joining());
    return name.isEmpty() ? "Model" : name;
  }

  private String freeName(String base) {
    String free = base;
    for (int i = 2; schemas.has(free + "Request"); i++) {
      free = base + "_" + i;
    }
    return free;
  }

  private void addSchemas(NamedModel model) {
    ArrayNode notExpressed = JSON.arrayNode();
    ObjectNode request = SchemaExport.task(model.spec(), reading, notExpressed);
    ObjectNode described = JSON.objectNode();
    ModelMetadata metadata = model.spec().metadata();
    described.put("title", metadata.name());
    if (!metadata.summary().isEmpty()) {
      described.put("description", metadata.summary());
    }
    described.set(MODEL, identity(metadata).set("result", model.result()));
    if (!notExpressed.isEmpty()) {
      described.set(SchemaExport.NOT_EXPRESSED, notExpressed);
    }
    schemas.set(model.name() + "Request", described.setAll(request));
    schemas.set(model.name() + "Result", ShapeSchema.of(model.spec().response(), JSON.arrayNode()));
  }

  private static ObjectNode identity(ModelMetadata metadata) {
    ObjectNode model = JSON.objectNode().put("id", metadata.id());
    metadata.platformName().ifPresent(name -> model.put("platform", name));
    model.put("name", metadata.name());
    putUnlessEmpty(model, "creator", metadata.creator());
    model.put("status", metadata.status());
    putUnlessEmpty(model, "released", metadata.releaseDate());
    if (!metadata.capabilities().isEmpty()) {
      metadata.capabilities().forEach(model.putArray("capabilities")::add);
    }
    putUnlessEmpty(model, "documentation", metadata.documentation());
    putUnlessEmpty(model, "summary", metadata.summary());
    putUnlessEmpty(model, "description", metadata.description());
    return model;
  }

  private static void putUnlessEmpty(ObjectNode json, String name, @Nullable Object value) {
    if (value != null && !value.toString().isEmpty()) {
      json.put(name, value.toString());
    }
  }

  private void addOperations(@Nullable Platform platform, List<NamedModel> models) {
    Map<SubmitAddress, List<NamedModel>> byAddress = new LinkedHashMap<>();
    for (NamedModel model : models) {
      byAddress
          .computeIfAbsent(SubmitAddress.of(platform, model.spec()), any -> new ArrayList<>())
          .add(model);
    }
    byAddress.forEach((address, atAddress) -> addOperation(platform, address, atAddress));
  }

  private void addOperation(
      @Nullable Platform platform, SubmitAddress address, List<NamedModel> models) {
    if (paths.has(address.path())) {
      throw new IllegalArgumentException(
          "models of several platforms are sent to the path `" + address.path() + "`");
    }
    ObjectNode path = paths.putObject(address.path());
    if (!address.server().isEmpty()) {
      path.putArray("servers").addObject().put("url", address.server());
    }
    address.addParameters(path);
    ObjectNode operation = path.putObject("post");
    NamedModel only = models.size() == 1 ? models.get(0) : null;
    operation.put("operationId", "submit" + (only == null ? unionName(platform) : only.name()));
    operation.put("summary", only == null ? "A request to a model" : only.spec().metadata().name());
    addSecurity(platform, operation);
    ObjectNode body = operation.putObject("requestBody").put("required", true);
    body.putObject("content").putObject("application/json").set("schema", body(platform, models));
    ObjectNode reply = operation.putObject("responses").putObject("200");
    boolean isRunware = SubmitBody.isList(platform);
    reply.put(
        "description",
        isRunware
            ? "Results, or that the request was accepted."
            : "The request was accepted; what a result holds says the model's component.");
    if (isRunware) {
      ArrayNode results = JSON.arrayNode();
      models.forEach(model -> results.add(model.result()));
      ObjectNode data = JSON.objectNode().put("type", "array");
      data.set("items", JSON.objectNode().set("anyOf", results));
      ObjectNode schema = JSON.objectNode().put("type", "object");
      schema.putObject("properties").set("data", data);
      reply.putObject("content").putObject("application/json").set("schema", schema);
    }
    operation
        .withObject("responses")
        .putObject("default")
        .put("description", "The request was refused.");
  }

  /** The body; generators of code want a union to have a name. */
  private ObjectNode body(@Nullable Platform platform, List<NamedModel> models) {
    Map<String, ObjectNode> requests = new LinkedHashMap<>();
    models.forEach(model -> requests.put(model.spec().id(), model.request()));
    ObjectNode request = SubmitBody.of(platform, requests);
    if (request.has("oneOf")) {
      String name = freeName(unionName(platform));
      schemas.set(name + "Request", request);
      request = JSON.objectNode().put("$ref", SCHEMAS + name + "Request");
    }
    return SubmitBody.isList(platform)
        ? JSON.objectNode().put("type", "array").put("minItems", 1).set("items", request)
        : request;
  }

  private void addSecurity(@Nullable Platform platform, ObjectNode operation) {
    SubmitAddress.key(platform)
        .ifPresent(
            key -> {
              String name = (platform == null ? "" : platform.name()) + "-key";
              ObjectNode scheme = JSON.objectNode();
              if (key.header().equalsIgnoreCase("Authorization")
                  && key.value().equals("Bearer {key}")) {
                scheme.put("type", "http").put("scheme", "bearer");
              } else {
                scheme.put("type", "apiKey").put("in", "header").put("name", key.header());
              }
              securitySchemes.set(name, scheme);
              operation.putArray("security").addObject().putArray(name);
            });
  }
}
