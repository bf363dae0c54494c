package dev.callsheet.sandbox.internal.platform;

import dev.callsheet.linter.validation.RequestValidator;
import dev.callsheet.runtime.JsonPointer;
import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.Violation;
import dev.callsheet.runtime.internal.platform.PlatformReply;
import dev.callsheet.runtime.protocol.Locator;
import dev.callsheet.runtime.protocol.PlatformProtocol;
import dev.callsheet.runtime.protocol.PlatformProtocol.Route;
import dev.callsheet.runtime.protocol.PlatformProtocol.Submit;
import dev.callsheet.sandbox.behavior.UnknownModelPolicy;
import dev.callsheet.sandbox.internal.json.ExactDecimalJson;
import dev.callsheet.sandbox.internal.platform.RefusalException.Reason;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Platform;
import dev.callsheet.spec.model.RuleInterpretation;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads what a request asks to make, and validates it by the spec of its model. */
final class SubmissionReader {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String MODEL_NAME = "{model}";
  private static final String LIST_SUFFIX = "[]";

  private final Platform platform;
  private final PlatformProtocol protocol;
  private final ModelCatalogue catalogue;
  private final UnknownModelPolicy unknownModel;
  private final RequestValidator validator;

  SubmissionReader(PlayedPlatform played, Clock clock) {
    this.platform = played.platform();
    this.protocol = played.protocol();
    this.catalogue = played.catalogue();
    this.unknownModel = played.behavior().unknownModel();
    this.validator = new RequestValidator(catalogue, RuleInterpretation.ENFORCED, clock);
  }

  /**
   * Reads a request.
   *
   * @param names what its address says
   * @throws RefusalException if it is none, or breaks the spec
   */
  Submission read(PlatformCall call, Map<String, String> names) throws RefusalException {
    Optional<MultipartForm> form =
        MultipartForm.parse(call.header("Content-Type").orElse(""), call.body());
    ObjectNode body = form.isPresent() ? object(form.get()) : object(call.body());
    String model = model(body, names);
    Optional<ModelSpec> spec = catalogue.find(platform.name(), model);
    if (spec.isEmpty() && unknownModel == UnknownModelPolicy.REFUSED) {
      throw unknown(model);
    }
    if (form.isPresent()) {
      convertTexts(body, spec);
    }
    ObjectNode input = input(body);
    checkRoute(body, names);
    if (spec.isPresent()) {
      validate(spec.get(), input);
    }
    return new Submission(model, spec.orElse(null), body, input);
  }

  /** What was read of a request whose body was kept; its spec may have gone since. */
  Submission restored(String model, ObjectNode body) {
    try {
      return new Submission(
          model, catalogue.find(platform.name(), model).orElse(null), body, input(body));
    } catch (RefusalException otherProtocol) {
      return new Submission(model, null, body, body);
    }
  }

  private static ObjectNode object(byte[] body) throws RefusalException {
    try {
      if (ExactDecimalJson.MAPPER.readTree(body) instanceof ObjectNode object) {
        return object;
      }
      throw invalid("invalid_json", "The body must be a JSON object.");
    } catch (JacksonException wrong) {
      throw invalid("invalid_json", "The body is not JSON: " + wrong.getOriginalMessage());
    }
  }

  private static RefusalException invalid(String code, String message) {
    return new RefusalException(Reason.INVALID_REQUEST, code, message);
  }

  private RefusalException unknown(String model) {
    String nearest =
        catalogue
            .nearestId(platform.name(), model)
            .map(near -> "; did you mean `" + near + "`?")
            .orElse("");
    return new RefusalException(
        Reason.NOT_FOUND,
        "model_not_found",
        "This sandbox knows no model `"
            + model
            + "` of "
            + platform.title()
            + nearest
            + " (--pass-unknown accepts it)");
  }

  /** The model's id: in the address, in a member beside the input, or in the input. */
  private String model(ObjectNode body, Map<String, String> names) throws RefusalException {
    return Stream.of(
            Optional.ofNullable(names.get("model")),
            protocol.submit().with().entrySet().stream()
                .filter(member -> member.getValue().contains(MODEL_NAME))
                .flatMap(member -> modelIn(member.getValue(), body.path(member.getKey())).stream())
                .findFirst(),
            Optional.ofNullable(platform.identity().model())
                .flatMap(member -> body.path(member).stringValueOpt()))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(() -> invalid("missing_model", "The request does not say which model."));
  }

  private static Optional<String> modelIn(String template, JsonNode value) {
    int start = template.indexOf(MODEL_NAME);
    Matcher found =
        Pattern.compile(
                Pattern.quote(template.substring(0, start))
                    + "(.+)"
                    + Pattern.quote(template.substring(start + MODEL_NAME.length())))
            .matcher(value.asString(""));
    return found.matches() ? Optional.of(found.group(1)) : Optional.empty();
  }

  private ObjectNode input(ObjectNode body) throws RefusalException {
    Submit submit = protocol.submit();
    String wrap = submit.wrap();
    if (wrap == null) {
      ObjectNode input = body.deepCopy();
      submit.with().keySet().forEach(input::remove);
      return input;
    }
    if (body.path(wrap) instanceof ObjectNode input) {
      return input;
    }
    throw new RefusalException(
        Reason.INVALID_REQUEST,
        List.of(
            new PlatformError(
                "missing_parameter",
                "`" + wrap + "` has to be an object, the input of the model.",
                List.of(wrap))));
  }

  /** What stands in the body says which address it belongs to. */
  private void checkRoute(ObjectNode body, Map<String, String> names) throws RefusalException {
    String route = names.get("route");
    PlatformReply asked = PlatformReply.ofBody(body);
    Optional<String> meant =
        protocol.submit().routes().stream()
            .filter(one -> one.condition() == null || asked.matches(one.condition()))
            .map(Route::path)
            .findFirst();
    if (route != null && meant.isPresent() && !meant.get().equals(route)) {
      throw invalid(
          "wrong_address",
          "By what it has, this request belongs to `" + meant.get() + "`, not to `" + route + "`.");
    }
  }

  private void validate(ModelSpec spec, ObjectNode input) throws RefusalException {
    List<PlatformError> errors =
        validator.ofModel(spec).validate(input).violations().stream()
            .filter(violation -> violation.severity() == Severity.ERROR)
            .map(SubmissionReader::error)
            .toList();
    if (!errors.isEmpty()) {
      throw new RefusalException(Reason.INVALID_REQUEST, errors);
    }
  }

  private static PlatformError error(Violation violation) {
    String pointer =
        violation.pointer().isEmpty()
            ? violation.related().stream().findFirst().orElse("")
            : violation.pointer();
    return new PlatformError(
        violation.rule().replace('-', '_'),
        violation.message(),
        JsonPointer.parse(pointer).steps());
  }

  /** The JSON that says the same as a form, as far as that is known without a spec. */
  private ObjectNode object(MultipartForm form) throws RefusalException {
    ObjectNode body = JSON.objectNode();
    try {
      for (MultipartForm.Part part : form.parts()) {
        if (!part.isFile()) {
          put(body, part.name(), JSON.stringNode(part.text()));
        }
      }
      addFiles(body, form);
      return body;
    } catch (JacksonException conflict) {
      throw invalid(
          "invalid_form", "One part of the form says that another is a list, or an object.");
    }
  }

  private static void put(ObjectNode body, String name, JsonNode value) {
    if (name.endsWith(LIST_SUFFIX)) {
      body.withArrayProperty(name.substring(0, name.length() - LIST_SUFFIX.length())).add(value);
    } else {
      body.set(name, value);
    }
  }

  /** A form has texts alone: where a parameter takes none, one is a number or a truth value. */
  private static void convertTexts(ObjectNode body, Optional<ModelSpec> spec) {
    for (Map.Entry<String, JsonNode> member : body.properties()) {
      Set<JsonType> types =
          spec.flatMap(model -> model.parameter(ParameterPath.parse(member.getKey())))
              .map(Parameter::shape)
              .map(shape -> shape.types())
              .orElse(Set.of(JsonType.STRING));
      if (!types.contains(JsonType.STRING) && member.getValue().isString()) {
        try {
          member.setValue(
              ExactDecimalJson.MAPPER.readTree(
                  member.getValue().stringValue().getBytes(StandardCharsets.UTF_8)));
        } catch (JacksonException text) {
          // is refused as the text that it is
        }
      }
    }
  }

  /** A file becomes a data URI, where the JSON that says the same has one. */
  private void addFiles(ObjectNode body, MultipartForm form) {
    Map<String, Integer> counts = new HashMap<>();
    for (MultipartForm.Part part : form.parts()) {
      if (part.isFile()) {
        JsonNode file =
            JSON.stringNode(
                "data:"
                    + (part.mediaType() == null ? "application/octet-stream" : part.mediaType())
                    + ";base64,"
                    + Base64.getEncoder().encodeToString(part.bytes()));
        String name = part.name().replace(LIST_SUFFIX, "");
        String place = platform.sandbox().parts().get(name);
        int item = counts.merge(name, 1, Integer::sum) - 1;
        if (place == null) {
          put(body, part.name(), file);
        } else {
          ReplyDraft.put(body, new Locator(place), item, file);
        }
      }
    }
  }
}
