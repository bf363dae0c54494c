package dev.callsheet.sandbox;

import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.parser.SpecException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** Models made up for the tests, of which the specs lie beside them. */
public final class InkwellModels {
  private InkwellModels() {}

  /** A sandbox that has them. */
  public static SandboxOptions.Builder options() {
    try {
      return SandboxOptions.builder()
          .catalogue(ModelCatalogue.of(List.of(Path.of("src/test/resources/specs"))));
    } catch (SpecException e) {
      throw new AssertionError(e);
    }
  }

  /** A task for one image, under a UUID of its own, whose results are waited for. */
  public static ObjectNode image() {
    return task("imageInference", "inkwell:etching@1").put("positivePrompt", "A heron, asleep");
  }

  /** A task for one video, under a UUID of its own. */
  public static ObjectNode video() {
    return task("videoInference", "inkwell:flipbook@1").put("positivePrompt", "A heron, waking");
  }

  /** A task whose result is a text and no media, under a UUID of its own. */
  public static ObjectNode sound() {
    return task("audioInference", "inkwell:chime@1");
  }

  private static ObjectNode task(String taskType, String model) {
    return HttpTestClient.task(taskType)
        .put("taskUUID", UUID.randomUUID().toString())
        .put("model", model);
  }
}
