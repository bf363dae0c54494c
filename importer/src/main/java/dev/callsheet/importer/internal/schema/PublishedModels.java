package dev.callsheet.importer.internal.schema;

import dev.callsheet.importer.finding.ImportException;
import dev.callsheet.importer.finding.ImportFinding.Kind;
import dev.callsheet.importer.internal.finding.FindingCollector;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the models of a file. A file of several is one whose requests say what model they are for:
 * by the keyword {@value #DESCRIBED} among the components, as {@code callsheet schema --openapi}
 * writes it, or by operations whose body is one of several schemas, told apart by a discriminator.
 */
public final class PublishedModels {
  /** The keyword with which a request's schema says all of its model that schemas do not say. */
  static final String DESCRIBED = "x-callsheet-model";

  private PublishedModels() {}

  /**
   * The models, in the order of the file; at least one.
   *
   * @param findings what is left out of a file of several
   * @throws ImportException when there is no request in it
   */
  public static List<PublishedFile> of(SchemaDocument document, FindingCollector findings)
      throws ImportException {
    SchemaNode root = document.root();
    List<PublishedFile> models = new ArrayList<>();
    root.at("components")
        .map(components -> components.members("schemas"))
        .orElse(Map.of())
        .values()
        .forEach(
            schema ->
                schema.get(DESCRIBED).ifPresent(model -> models.add(described(schema, model))));
    if (models.isEmpty()) {
      Operations operations =
          new Operations(root, models, new ArrayList<>(), new HashSet<>(), findings);
      Operation.of(root).forEach(operations::add);
      operations.reportOthers();
    }
    return models.isEmpty() ? List.of(PublishedFile.of(document)) : models;
  }

  private static PublishedFile described(SchemaNode request, SchemaNode model) {
    return new PublishedFile(
        model,
        request,
        model.get("result").filter(SchemaNode::isObject),
        Optional.empty(),
        model.text("documentation").orElse(""),
        "",
        new PublishedFile.Variant(
            model.text("id").orElse(""), model.text("platform").orElse(""), "", ""));
  }

  /**
   * Operations that take requests to several models.
   *
   * @param others those that take requests of one form, or none in JSON
   * @param beside what has been reported of what requests have beside a body
   */
  private record Operations(
      SchemaNode root,
      List<PublishedFile> models,
      List<Operation> others,
      Set<String> beside,
      FindingCollector findings) {
    /** Where no operation is for several models, the first one with a body of JSON is read. */
    void reportOthers() {
      boolean isOfOneModel =
          Stream.of("RequestBody", "Input")
              .anyMatch(name -> root.at("components", "schemas", name).isPresent());
      if (isOfOneModel) {
        return; // all operations are about that
      }
      Optional<Operation> read =
          models.isEmpty()
              ? others.stream().filter(each -> each.json().isPresent()).findFirst()
              : Optional.empty();
      read.ifPresent(this::reportBesideBody);
      others.stream()
          .filter(other -> !read.equals(Optional.of(other)))
          .forEach(
              other ->
                  leftOut(
                      other,
                      other.json().isPresent()
                          ? "nothing in them tells which model they are for"
                          : "their body is no JSON, but "
                              + String.join(", ", other.bodies().keySet())));
    }

    private void leftOut(Operation operation, String reason) {
      findings.add(
          Kind.NOT_IMPORTED,
          operation.bodies().values().iterator().next().location(),
          "requests to `" + operation.name() + "` are left out: " + reason);
    }

    /**
     * Reports what a request has beside its body of JSON, and how else that may be encoded. Headers
     * are a platform's, whose file says them; each is a note where it is first.
     */
    private void reportBesideBody(Operation operation) {
      for (SchemaNode parameter : operation.parameters()) {
        String place = parameter.text("in").orElse("parameters");
        String what = "`" + parameter.text("name").orElse("") + "` in the " + place;
        if (beside.add(what)) {
          findings.add(
              place.equals("header") ? Kind.NOTE : Kind.NOT_IMPORTED,
              parameter.location(),
              what + " of requests to `" + operation.name() + "` is left out: a spec has bodies");
        }
      }
      for (String mediaType : operation.otherMediaTypes()) {
        findings.add(
            Kind.NOTE,
            operation.bodies().getOrDefault(mediaType, root).location(),
            "requests to `"
                + operation.name()
                + "` can be "
                + mediaType
                + " as well; only what they are as JSON is read");
      }
    }

    void add(Operation operation) {
      Optional<SchemaNode> divided =
          operation
              .json()
              .map(body -> body.get("items").filter(SchemaNode::isObject).orElse(body))
              .filter(task -> !member(task).isEmpty() && !variants(task).isEmpty());
      if (divided.isPresent()) {
        addVariants(operation.path(), divided.get());
        reportBesideBody(operation);
      } else {
        others.add(operation);
      }
    }

    private static List<SchemaNode> variants(SchemaNode task) {
      List<SchemaNode> variants = new ArrayList<>(task.items("oneOf"));
      variants.addAll(task.items("anyOf"));
      return variants;
    }

    private static String member(SchemaNode task) {
      return task.at("discriminator", "propertyName")
          .map(name -> name.value().asString(""))
          .orElse("");
    }

    private void addVariants(String path, SchemaNode task) {
      String member = member(task);
      for (SchemaNode variant : variants(task)) {
        Optional<String> id = variant.at("properties", member).flatMap(Operations::constant);
        id.ifPresentOrElse(
            found -> models.add(variant(path, variant, found)),
            () ->
                findings.add(
                    Kind.NOT_IMPORTED,
                    variant.location(),
                    "a form of the request to `"
                        + path
                        + "` is left out: it does not fix `"
                        + member
                        + "`, and so names no model"));
      }
    }

    private static Optional<String> constant(SchemaNode value) {
      List<SchemaNode> listed = value.items("enum");
      return value
          .get("const")
          .or(() -> listed.size() == 1 ? Optional.of(listed.get(0)) : Optional.empty())
          .map(constant -> constant.value().asString(""))
          .filter(text -> !text.isEmpty());
    }

    private PublishedFile variant(String path, SchemaNode request, String id) {
      return new PublishedFile(
          root.get("info").orElse(root),
          request,
          Optional.empty(),
          Optional.empty(),
          "",
          "",
          new PublishedFile.Variant(
              id,
              "",
              root.items("servers").stream()
                  .flatMap(server -> server.text("url").stream())
                  .findFirst()
                  .orElse(""),
              path.substring(path.lastIndexOf('/') + 1)));
    }
  }
}
