package dev.callsheet.sandbox.internal.service;

import dev.callsheet.runtime.client.RawRequest;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Platform;
import dev.callsheet.spec.parser.SpecException;
import dev.callsheet.spec.parser.SpecParser;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * Specs that stand in for those of models that nobody has described: one for each kind of task, of
 * the platform's own fragments, so that what all models have in common is validated and results
 * have the fields that clients read. What only a model's own spec could say is taken as it comes.
 *
 * <p>For kinds that no fragment is of, the results are those of the types of {@code
 * @runware/sdk-js} 1.3.2.
 */
final class UndescribedModels {
  private static final String ID = "undescribed:";
  private static final String VIDEO = " video";

  /** What a task works from, wherever it stood in earlier days. */
  private static final String INPUT =
      """
        inputs: {type: object, properties: {image: {type: string}, video: {type: string}}}
      """;

  /** The response of what is written and not drawn. */
  private static final String TEXT =
      """
      response:
        required: [text]
        properties: {text: {type: string, description: What was written.}}
      """;

  /** By the kind of task: what its spec has beside its head. */
  private static final Map<String, String> BODIES =
      Map.ofEntries(
          Map.entry("imageInference", includes("image-inference")),
          Map.entry("videoInference", includes("video-inference")),
          Map.entry("audioInference", includes("audio-inference")),
          Map.entry("3dInference", includes("3d-inference")),
          Map.entry("vectorize", includes("vectorize") + parameters("vectorize", INPUT)),
          Map.entry("upscale", includes("image-output", "upscale") + parameters("upscale", INPUT)),
          Map.entry(
              "upscale" + VIDEO,
              includes("video-output", "upscale") + parameters("upscale", INPUT)),
          Map.entry(
              "removeBackground",
              includes("image-output", "remove-background")
                  + parameters("removeBackground", INPUT)),
          Map.entry(
              "removeBackground" + VIDEO,
              includes("video-output", "remove-background")
                  + parameters("removeBackground", INPUT)),
          Map.entry("controlNetPreprocess", picture("controlNetPreprocess", "guideImage")),
          Map.entry("imageMasking", picture("imageMasking", "maskImage")),
          Map.entry("caption", text("caption", INPUT)),
          Map.entry(
              "promptEnhance",
              "required: [prompt]\n"
                  + text(
                      "promptEnhance",
                      """
                    prompt: {type: string, minLength: 1}
                    promptVersions: {type: integer, minimum: 1, maximum: 5, default: 1}
                  """)),
          Map.entry("textInference", text("textInference", "")));

  private final ModelCatalogue catalogue;
  private final Map<String, ModelSpec> specs = new ConcurrentHashMap<>();

  UndescribedModels(ModelCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The spec by which a task is read whose model is not described; empty for other kinds. */
  Optional<ModelSpec> standIn(JsonNode task) {
    JsonNode kind = task.path("taskType");
    String today =
        catalogue
            .platform(RawRequest.PLATFORM)
            .map(Platform::legacy)
            .flatMap(legacy -> legacy.task(kind))
            .orElse(kind.asString(""));
    boolean isVideo = task.path("inputs").has("video") && BODIES.containsKey(today + VIDEO);
    return withKind(isVideo ? today + VIDEO : today);
  }

  /** The stand-in of that id. */
  Optional<ModelSpec> withId(String id) {
    return id.startsWith(ID)
        ? withKind(id.substring(ID.length()).replace('@', ' ').strip())
        : Optional.empty();
  }

  /** Whether a spec is one of these. */
  boolean has(ModelSpec spec) {
    return spec.id().startsWith(ID);
  }

  private Optional<ModelSpec> withKind(String kind) {
    return BODIES.containsKey(kind)
        ? Optional.of(specs.computeIfAbsent(kind, UndescribedModels::parse))
        : Optional.empty();
  }

  private static ModelSpec parse(String kind) {
    String id = ID + kind.replace(' ', '@');
    String spec =
        """
        callsheet: 1
        model: {id: "%s", name: A model that no spec describes, status: live}
        """
                .formatted(id)
            + Objects.requireNonNull(BODIES.get(kind));
    try {
      return new SpecParser(ModelCatalogue.bundledFragments()).parse(id, spec);
    } catch (SpecException wrong) {
      throw new IllegalStateException(wrong);
    }
  }

  private static String includes(String... fragments) {
    return "include: ["
        + String.join(
            ", ", List.of(fragments).stream().map(name -> "platforms/runware/" + name).toList())
        + "]\n";
  }

  private static String parameters(String kind, String more) {
    return "parameters:\n  taskType: {const: " + kind + "}\n" + more;
  }

  private static String text(String kind, String parameters) {
    return includes("task")
        + parameters(
            kind,
            """
              deliveryMethod: {enum: [sync, async], default: sync}
            """
                + parameters)
        + TEXT;
  }

  private static String picture(String kind, String field) {
    return includes("image-output")
        + "without: {response: [imageUUID, imageURL, imageBase64Data, imageDataURI]}\n"
        + parameters(kind, INPUT)
        + """
          response:
            properties:
              FIELDUUID: {type: string, format: uuid4, media: image}
              FIELDURL: {type: string, format: uri, media: image}
              FIELDBase64Data: {type: string, accepts: [base64], media: image}
              FIELDDataURI: {type: string, accepts: [dataUri], media: image}
          """
            .replace("FIELD", field);
  }
}
