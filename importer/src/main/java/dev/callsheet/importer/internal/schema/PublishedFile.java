package dev.callsheet.importer.internal.schema;

import dev.callsheet.importer.finding.ImportException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a file of OpenAPI says of one model.
 *
 * @param info what is said of the model
 * @param request the schema of one task
 * @param result the schema of one result; empty when there is none
 * @param output the schema of what a result has as its {@code output}; empty when a result has more
 * @param documentation the address of its page; may be empty
 * @param owner who keeps the model, where the file says it beside the model's name; may be empty
 * @param variant which of a file's models it is; null where the file is about one model
 */
public record PublishedFile(
    SchemaNode info,
    SchemaNode request,
    Optional<SchemaNode> result,
    Optional<SchemaNode> output,
    String documentation,
    String owner,
    @Nullable Variant variant) {
  /**
   * One of the models of a file.
   *
   * @param id its identifier
   * @param platform who sells it; empty where the file does not say
   * @param server the address that its requests go to; empty where the file does not say
   * @param operation what its requests are posted to, such as {@code image-to-video}; empty where
   *     that does not tell it from others
   */
  public record Variant(String id, String platform, String server, String operation) {}

  /** The platform whose requests have a member that no other's have. */
  public static final String RUNWARE = "runware";

  private static final String RUNWARE_TASK = "taskType";

  /** Where fal says which model a file is of. */
  private static final String FAL = "x-fal-metadata";

  /**
   * Finds the parts: the request is the body of the only operation that has one, or the schema
   * {@code RequestBody}; lists of tasks and results stand for their items. A file may also be the
   * schema of a task alone, or that of a model packed by Cog, with {@code Input} and {@code
   * Output}; or what Replicate's API says of a model, which holds such a file.
   *
   * @throws ImportException when there is no request in it
   */
  public static PublishedFile of(SchemaDocument document) throws ImportException {
    SchemaNode root = document.root();
    if (!root.isObject()) {
      throw new ImportException(root.location(), "this is no file of OpenAPI, which is an object");
    }
    SchemaNode openApi = root.at("latest_version", "openapi_schema").orElse(root);
    Optional<SchemaNode> input = openApi.at("components", "schemas", "Input");
    if (input.isPresent() && input.get().isObject()) {
      return ofCog(root, openApi, input.get());
    }
    SchemaNode request =
        root.at("components", "schemas", "RequestBody")
            .or(() -> operationBody(root))
            .or(() -> Optional.of(root).filter(schema -> schema.has("properties")))
            .orElseThrow(
                () ->
                    new ImportException(
                        root.location(),
                        "there is no request in this file: neither `components.schemas.RequestBody`"
                            + " nor the JSON body of an operation under `paths`, nor `properties`"
                            + " of a task"));
    SchemaNode task = request.get("items").filter(SchemaNode::isObject).orElse(request);
    if (!task.isObject()) {
      throw new ImportException(task.location(), "the schema of a request is an object");
    }
    return new PublishedFile(
        root.get("info").orElse(root),
        task,
        root.at("components", "schemas", "ResponseBody", "properties", "data")
            .map(data -> data.get("items").orElse(data))
            .or(() -> fetchedResult(root))
            .filter(SchemaNode::isObject),
        Optional.empty(),
        root.at("externalDocs", "url")
            .or(() -> root.at("info", FAL, "playgroundUrl"))
            .map(url -> url.value().asString(""))
            .orElse(""),
        "",
        null);
  }

  /** The answer where results are fetched from, below an address that ends in their id. */
  private static Optional<SchemaNode> fetchedResult(SchemaNode root) {
    return root.members("paths").entrySet().stream()
        .filter(path -> path.getKey().endsWith("/requests/{request_id}"))
        .flatMap(path -> path.getValue().at("get", "responses", "200").stream())
        .flatMap(response -> Operation.json(response.members("content")).stream())
        .findFirst();
  }

  /** The model's identifier; empty when the file does not say it. */
  public Optional<String> id() {
    if (variant != null) {
      return Optional.of(variant.id()).filter(id -> !id.isEmpty());
    }
    if (!owner.isEmpty()) {
      return info.text("name").map(name -> owner + "/" + name);
    }
    return Optional.ofNullable(parameters().get("model"))
        .filter(model -> output.isEmpty())
        .flatMap(model -> model.text("const"))
        .or(() -> info.text("x-air-id"))
        .or(() -> info.at(FAL, "endpointId").map(id -> id.value().asString("")))
        .filter(id -> !id.isEmpty());
  }

  private static PublishedFile ofCog(SchemaNode root, SchemaNode openApi, SchemaNode input) {
    return new PublishedFile(
        root,
        input,
        Optional.empty(),
        openApi.at("components", "schemas", "Output").filter(SchemaNode::isObject),
        root.text("url").orElse(""),
        root.text("owner").orElse(""),
        null);
  }

  /** What the file says of the model in the words of a spec; empty where it says it otherwise. */
  public Optional<SchemaNode> described() {
    return Optional.of(info).filter(model -> request.has(PublishedModels.DESCRIBED));
  }

  /** The platform that publishes files like this one; may be empty. */
  public String platform() {
    if (variant != null) {
      return variant.platform();
    }
    if (info.has(FAL)) {
      return "fal";
    }
    if (output.isPresent() || !owner.isEmpty()) {
      return "replicate";
    }
    return parameters().containsKey(RUNWARE_TASK) ? RUNWARE : "";
  }

  private static Optional<SchemaNode> operationBody(SchemaNode root) {
    return Operation.of(root).stream().flatMap(each -> each.json().stream()).findFirst();
  }

  /** What is said of the model under a key of the platform's, such as {@code x-status}. */
  public Optional<SchemaNode> about(String key) {
    return info.get(key);
  }

  /** The schemas of the task's parameters, by their names. */
  public Map<String, SchemaNode> parameters() {
    return request.members("properties");
  }
}
