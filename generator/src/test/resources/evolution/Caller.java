package com.caller;

import com.acme.models.acmesketch.AcmeSketch;
import com.acme.models.acmesketch.AcmeSketchRequest;
import com.acme.models.acmesketch.AcmeSketchResult;
import com.acme.models.acmesketch.Paper;
import com.acme.models.acmesketch.Stroke;
import com.acme.models.acmesketch.Style;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/** Uses what the documentation shows: builders, accessors, constants, JSON, results. */
public final class Caller implements Function<String, String> {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Override
  public String apply(String result) {
    AcmeSketchRequest request =
        AcmeSketch.request()
            .prompt("A whale")
            .style(Style.CHALK)
            .seed(7)
            .strokes(List.of(blue()))
            .paper(Paper.of(made -> made.grain(3)))
            .build();
    String json = JSON.writeValueAsString(request);
    AcmeSketchRequest again = JSON.readValue(json, AcmeSketchRequest.class);
    AcmeSketchResult read = JSON.readValue(result, AcmeSketchResult.class);
    AcmeSketchResult built = AcmeSketchResult.builder().taskUUID("b").build();
    return again.equals(request)
        + " " + request.check().size()
        + " " + request.toBuilder().seed(1001).build().check().size()
        + " " + request.strokes().get(0).colour()
        + " " + name(request.style())
        + " " + read.imageURL()
        + " " + built.taskUUID();
  }

  private static Stroke blue() {
    return Stroke.builder().colour("blue").width(2).build();
  }

  private static String name(Style style) {
    return switch (style) {
      case INK -> "ink";
      case CHALK -> "chalk";
      default -> "new";
    };
  }
}
