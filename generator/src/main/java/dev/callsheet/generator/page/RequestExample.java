package dev.callsheet.generator.page;

import dev.callsheet.generator.internal.java.stagedbuilder.RequestCode;
import dev.callsheet.generator.internal.java.type.JavaModel;
import dev.callsheet.generator.internal.java.type.ModeBuilderClass;
import dev.callsheet.spec.logic.FormulaCompiler;
import dev.callsheet.spec.logic.JsonLocation;
import dev.callsheet.spec.model.ModelMode;
import dev.callsheet.spec.model.ModelSpec;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request, in every way in which it can be written.
 *
 * @param request as it is sent
 * @param java the same with the generated classes
 * @param curl the command line that sends it; null where nothing says how
 */
public record RequestExample(JsonNode request, String java, @Nullable String curl) {
  /** A valid request of a model. */
  public static RequestExample of(ModelSpec model, JsonNode request) {
    JavaModel java = JavaModel.of(model, "com.example");
    JsonLocation task = JsonLocation.root(request);
    return of(
        java,
        java.modes().stream().filter(mode -> isOf(mode.profile().mode(), model, task)).findFirst(),
        request);
  }

  private static boolean isOf(ModelMode mode, ModelSpec model, JsonLocation task) {
    return FormulaCompiler.compile(mode.condition(model.modes())).holdsIn(task);
  }

  static RequestExample of(JavaModel java, Optional<ModeBuilderClass> mode, JsonNode request) {
    ModelSpec model = java.spec();
    return new RequestExample(
        request,
        "var request = " + RequestCode.of(java, mode, request) + ";",
        HttpRequestExample.of(model, request).map(HttpRequestExample::curl).orElse(null));
  }

  /** The request as JSON, in lines. */
  public String json() {
    return JsonText.pretty(request);
  }
}
