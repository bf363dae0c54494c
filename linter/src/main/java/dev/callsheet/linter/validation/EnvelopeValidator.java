package dev.callsheet.linter.validation;

import dev.callsheet.linter.validation.RequestValidator.DispatchedTask;
import dev.callsheet.runtime.Problem;
import dev.callsheet.runtime.Requirement;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.logic.JsonLocation;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Platform;
import dev.callsheet.spec.model.RequestEnvelope;
import dev.callsheet.spec.source.SpellingSuggestion;
import dev.callsheet.spec.validation.ViolationCollector;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Validates what is around a request, apart from the request itself. */
final class EnvelopeValidator {
  private final ModelCatalogue catalogue;

  EnvelopeValidator(ModelCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * What an envelope says.
   *
   * @param violations of the envelope itself, with pointers from it
   * @param model of the request; null when that is not known
   * @param request null when there is none, or it is no object
   */
  record OpenedEnvelope(
      List<Violation> violations, @Nullable ModelSpec model, @Nullable JsonNode request) {
    /** The task in the envelope, where its model is known. */
    Optional<DispatchedTask> task() {
      return model == null || request == null
          ? Optional.empty()
          : Optional.of(new DispatchedTask(model, request));
    }
  }

  OpenedEnvelope open(JsonNode envelope) {
    ViolationCollector violations = new ViolationCollector();
    JsonLocation root = JsonLocation.root(envelope);
    Set<String> misspelt = addUnknownMembers(root, violations);
    Optional<Platform> platform = platform(root, misspelt, violations);
    JsonNode request = request(root, misspelt, violations);
    ModelSpec model =
        platform.isPresent() ? model(root, platform.get(), misspelt, violations) : null;
    return new OpenedEnvelope(violations.violations(), model, request);
  }

  /** Reports unknown members, and returns those that are probably meant by them. */
  private static Set<String> addUnknownMembers(
      JsonLocation envelope, ViolationCollector violations) {
    Set<String> misspelt = new HashSet<>();
    for (String name : envelope.value().propertyNames()) {
      JsonLocation member = RequestEnvelope.MEMBERS.contains(name) ? null : envelope.member(name);
      if (member != null) {
        Optional<String> meant =
            SpellingSuggestion.nearest(
                name,
                RequestEnvelope.MEMBERS.stream()
                    .filter(known -> envelope.member(known) == null)
                    .toList());
        meant.ifPresent(misspelt::add);
        violations.addInvalidValue(member, new Problem.UnknownEnvelopeMember(meant.orElse(null)));
      }
    }
    return misspelt;
  }

  private Optional<Platform> platform(
      JsonLocation envelope, Set<String> misspelt, ViolationCollector violations) {
    List<String> names = catalogue.platforms().stream().map(Platform::name).toList();
    Requirement.OneOf known = new Requirement.OneOf(names);
    JsonLocation name = envelope.member(RequestEnvelope.PLATFORM);
    if (name == null) {
      addMissing(envelope, RequestEnvelope.PLATFORM, known, misspelt, violations);
      return Optional.empty();
    }
    String text = name.value().asString("");
    Optional<Platform> platform = catalogue.platform(text);
    if (platform.isEmpty()) {
      violations.addInvalidValue(
          name,
          new Problem.WrongValue(
              name.value(), known, SpellingSuggestion.nearest(text, names).orElse(null)));
    }
    return platform;
  }

  private static @Nullable JsonNode request(
      JsonLocation envelope, Set<String> misspelt, ViolationCollector violations) {
    JsonLocation request = envelope.member(RequestEnvelope.REQUEST);
    if (request == null) {
      addMissing(envelope, RequestEnvelope.REQUEST, Requirement.Type.OBJECT, misspelt, violations);
      return null;
    }
    if (!request.value().isObject()) {
      violations.addInvalidValue(
          request,
          new Problem.WrongType(request.value(), Requirement.Type.OBJECT, Problem.TypeHint.NONE));
      return null;
    }
    return request.value();
  }

  /** A model that the request names need not be named again. */
  private @Nullable ModelSpec model(
      JsonLocation envelope,
      Platform platform,
      Set<String> misspelt,
      ViolationCollector violations) {
    JsonLocation id = envelope.member(RequestEnvelope.MODEL);
    JsonLocation request = envelope.member(RequestEnvelope.REQUEST);
    String named = platform.identity().model();
    if (id == null && request != null && named != null) {
      id = request.member(named);
    }
    if (id == null) {
      addMissing(envelope, RequestEnvelope.MODEL, new Requirement.ModelId(), misspelt, violations);
      return null;
    }
    if (!id.value().isString()) {
      violations.addInvalidValue(
          id, new Problem.WrongType(id.value(), new Requirement.ModelId(), Problem.TypeHint.NONE));
      return null;
    }
    Optional<ModelSpec> model = catalogue.find(platform.name(), id.value().stringValue());
    if (model.isEmpty()) {
      addUnknownModel(envelope, id, platform, violations);
    }
    return model.orElse(null);
  }

  /** Where another platform has a model of that very id, that platform was meant. */
  private void addUnknownModel(
      JsonLocation envelope, JsonLocation model, Platform platform, ViolationCollector violations) {
    String id = model.value().stringValue();
    Optional<String> nearest = catalogue.nearestId(platform.name(), id);
    List<String> others =
        catalogue.withId(id).stream()
            .flatMap(other -> other.metadata().platformName().stream())
            .toList();
    JsonLocation name = envelope.member(RequestEnvelope.PLATFORM);
    if (nearest.isPresent() || others.isEmpty() || name == null) {
      violations.addInvalidValue(
          model, new Problem.UnknownModel(id, platform.name(), nearest.orElse(null)));
    } else {
      violations.addInvalidValue(
          name,
          new Problem.WrongValue(
              name.value(),
              new Requirement.OneOf(others),
              JsonNodeFactory.instance.stringNode(others.get(0))));
    }
  }

  private static void addMissing(
      JsonLocation envelope,
      String name,
      Requirement.Description requirement,
      Set<String> misspelt,
      ViolationCollector violations) {
    if (!misspelt.contains(name)) {
      violations.addMissingParameter(envelope, new Problem.MissingParameter(name, requirement));
    }
  }
}
