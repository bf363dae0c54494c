package dev.callsheet.cli.workbench;

import dev.callsheet.generator.page.JsonText;
import dev.callsheet.generator.page.ModelPage;
import dev.callsheet.generator.page.ParameterEntry;
import dev.callsheet.generator.page.ParameterSection;
import dev.callsheet.spec.analysis.ModeProfile;
import dev.callsheet.spec.analysis.Presence;
import dev.callsheet.spec.analysis.RequestSearch;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.RequestEnvelope;
import dev.callsheet.spec.model.RequestIdentity;
import dev.callsheet.spec.model.RuleInterpretation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The form of a model: its modes with what each makes of the parameters, a smallest request of each
 * to begin with, and the parameters under their headings. It takes the solver some tenths of a
 * second.
 *
 * @param json without the address of the model's documentation
 */
record ModelForm(ObjectNode json) {
  /** What stands for a mode where there are none. */
  private static final String ANY = "";

  static ModelForm of(ModelSpec model) {
    ModelPage page = ModelPage.of(model);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", model.id())
        .put("name", model.metadata().name())
        .put("summary", page.summary().toString())
        .put("isEnveloped", RequestEnvelope.isEnvelope(RequestEnvelope.around(model, json)));
    RequestIdentity identity = model.metadata().identity();
    json.put("idMember", identity.id());
    ArrayNode modes = json.putArray("modes");
    page.modes()
        .forEach(
            mode ->
                modes
                    .addObject()
                    .put("name", mode.name())
                    .put("title", mode.title())
                    .put("description", mode.description().toString())
                    .put("condition", mode.condition().toString()));
    addModes(json, model);
    addSections(json.putArray("sections"), model, page);
    return new ModelForm(json);
  }

  private static void addModes(ObjectNode json, ModelSpec model) {
    RequestSearch search = new RequestSearch(model, RuleInterpretation.ENFORCED);
    ObjectNode presences = json.putObject("presences");
    ObjectNode starts = json.putObject("starts");
    for (ModeProfile profile : ModeProfile.of(model)) {
      String mode = profile.mode().name();
      ObjectNode ofMode = presences.putObject(mode);
      profile
          .presences()
          .forEach(
              (path, presence) -> {
                if (presence != Presence.OPTIONAL) {
                  ofMode.put(path.toString(), presence.id());
                }
              });
      addStart(starts, mode, model, search.smallestRequestOf(profile.mode()));
    }
    if (model.modes().isEmpty()) {
      addStart(starts, ANY, model, search.smallestRequest());
    }
  }

  /** Where no request was found, one begins with what goes without saying. */
  private static void addStart(
      ObjectNode starts, String mode, ModelSpec model, Optional<JsonNode> found) {
    JsonNode start = found.orElseGet(() -> constants(model));
    starts.put(mode, JsonText.pretty(RequestEnvelope.around(model, start)));
  }

  private static ObjectNode constants(ModelSpec model) {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    for (Parameter member : model.request().members()) {
      List<JsonNode> listed = member.shape().listedValues();
      if (member.required() && listed.size() == 1) {
        request.set(member.name(), listed.get(0));
      }
    }
    return request;
  }

  private static void addSections(ArrayNode json, ModelSpec model, ModelPage page) {
    Map<ParameterPath, ParameterEntry> entries = new HashMap<>();
    page.requestParameters().forEach(entry -> entries.putIfAbsent(entry.path(), entry));
    FormFields fields = new FormFields(entries);
    for (ParameterSection section : page.request()) {
      ObjectNode shown = json.addObject().put("title", section.title());
      fields.add(
          shown.putArray("fields"),
          Stream.concat(section.containers().stream().limit(1), section.parameters().stream())
              .limit(section.containers().isEmpty() ? Long.MAX_VALUE : 1)
              .flatMap(entry -> top(model, entry).stream())
              .toList());
    }
  }

  private static Optional<Parameter> top(ModelSpec model, ParameterEntry entry) {
    return model.request().member(entry.name());
  }

  /** The form with the address of the model's documentation. */
  JsonNode toJson(Optional<String> documentation) {
    ObjectNode whole = json.deepCopy();
    documentation.ifPresent(address -> whole.put("docs", address));
    return whole;
  }
}
