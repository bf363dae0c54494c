package dev.callsheet.linter.repair;

import dev.callsheet.linter.internal.textedit.TextEdit;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Carries repairs out: the patch by Jakarta JSON Processing's RFC 6902, the text by hand. */
public final class RepairApplier {
  private RepairApplier() {}

  /** The text of a request after its patch. */
  public static String applyPatch(String text, Repair repair) {
    JsonArrayBuilder patch = Json.createArrayBuilder();
    for (JsonPatchOperation operation : repair.patch()) {
      JsonObjectBuilder step = Json.createObjectBuilder().add("op", operation.op());
      step.add("path", operation.path());
      String from = operation.from();
      if (from != null) {
        step.add("from", from);
      }
      JsonNode value = operation.value();
      if (value != null) {
        step.add("value", value(value));
      }
      patch.add(step);
    }
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      JsonStructure request = reader.read();
      return Json.createPatch(patch.build()).apply(request).toString();
    }
  }

  /** The text of a request after its replacements. */
  public static String applyReplacements(String text, Repair repair) {
    List<TextEdit> edits =
        repair.replacements().stream()
            .map(
                (TextReplacement each) ->
                    new TextEdit(each.startOffset(), each.endOffset(), each.newText()))
            .toList();
    return TextEdit.applyAll(text, edits);
  }

  /** A request as a tree of Jakarta's. */
  public static JsonValue parse(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.read();
    }
  }

  private static JsonValue value(JsonNode value) {
    try (JsonReader reader = Json.createReader(new StringReader("[" + value + "]"))) {
      return reader.readArray().get(0);
    }
  }
}
