package dev.callsheet.importer.internal.schema;

import dev.callsheet.importer.finding.ImportException;
import java.util.Map;
import java.util.Optional;

/**
 * A file of OpenAPI that describes one model.
 *
 * @param info what is said of the model
 * @param request the schema of one task
 * @param result the schema of one result; empty when there is none
 * @param documentation the address of its page; may be empty
 */
public record PublishedFile(
    SchemaNode info, SchemaNode request, Optional<SchemaNode> result, String documentation) {

  /**
   * Finds the parts: the request is the body of the only operation that has one, or the schema
   * {@code RequestBody}; lists of tasks and results stand for their items. A file may also be the
   * schema of a task alone.
   *
   * @throws ImportException when there is no request in it
   */
  public static PublishedFile of(SchemaDocument document) throws ImportException {
    SchemaNode root = document.root();
    if (!root.isObject()) {
      throw new ImportException(root.location(), "this is no file of OpenAPI, which is an object");
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
            .filter(SchemaNode::isObject),
        root.at("externalDocs", "url").map(url -> url.value().asString("")).orElse(""));
  }

  private static Optional<SchemaNode> operationBody(SchemaNode root) {
    return root.members("paths").values().stream()
        .flatMap(path -> path.names().stream().flatMap(method -> path.get(method).stream()))
        .flatMap(operation -> operation.at("requestBody", "content").stream())
        .flatMap(content -> content.at("application/json", "schema").stream())
        .findFirst();
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
