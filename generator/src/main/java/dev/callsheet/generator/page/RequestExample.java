package dev.callsheet.generator.page;

import dev.callsheet.generator.internal.java.stagedbuilder.RequestCode;
import dev.callsheet.generator.internal.java.type.JavaModel;
import dev.callsheet.generator.internal.java.type.ModeBuilderClass;
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
  static RequestExample of(JavaModel java, Optional<ModeBuilderClass> mode, JsonNode request) {
    ModelSpec model = java.spec();
    return new RequestExample(
        request,
        "var request = " + RequestCode.of(java, mode, request) + ";",
        CurlText.of(model, request).orElse(null));
  }

  /** The request as JSON, in lines. */
  public String json() {
    return JsonText.pretty(request);
  }
}
