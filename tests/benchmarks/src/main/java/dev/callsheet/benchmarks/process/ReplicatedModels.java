package dev.callsheet.benchmarks.process;

import dev.callsheet.benchmarks.corpus.RequestCorpus;
import dev.callsheet.benchmarks.environment.BenchmarkDirectories;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.parser.SpecException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * As many models as there will be: the bundled ones, and copies of them under other names.
 *
 * @param specs a folder of specs, the bundled ones not among them
 * @param schemas a folder with a schema for each model, the bundled ones included
 * @param openApi all of these schemas as one OpenAPI document
 * @param count how many models there are
 */
record ReplicatedModels(Path specs, Path schemas, Path openApi, int count) {
  /**
   * How many models there are to be; {@code -Dcallsheet.benchmarks.models=60} tries it with few.
   */
  static final int COUNT = Integer.getInteger("callsheet.benchmarks.models", 300);

  private static final JsonMapper JSON = new JsonMapper();

  static ReplicatedModels make(BenchmarkDirectories workplace, int count) throws IOException {
    Path specs = workplace.folder("models/specs");
    Path copies = workplace.emptyFolder("models/specs/models");
    List<Path> originals = originals(workplace.root().resolve("spec/models"));
    for (int i = 0; i < count - originals.size(); i++) {
      String copy = copy(Files.readString(originals.get(i % originals.size())), i + 2);
      Files.writeString(copies.resolve("copy-" + i + ".yaml"), copy);
    }
    Path schemas = workplace.emptyFolder("models/schemas");
    ObjectNode components = JSON.createObjectNode();
    for (ModelSpec model : all(specs)) {
      String name = model.metadata().name().replaceAll("[^A-Za-z0-9]", "");
      JsonNode task = RequestCorpus.schema(model).at("/$defs/task");
      Files.writeString(schemas.resolve(name + ".json"), task.toString());
      components.set(name, task);
    }
    Path openApi = workplace.folder("models").resolve("openapi.json");
    Files.writeString(openApi, openApi(components).toString());
    return new ReplicatedModels(specs, schemas, openApi, components.size());
  }

  /** The spec of a model of its own, which is not among the bundled ones. */
  Path copy() {
    return specs.resolve("models/copy-0.yaml");
  }

  /** The files of models; tests and measured prices lie beside them, as {@code x.tests.yaml}. */
  private static List<Path> originals(Path models) throws IOException {
    try (Stream<Path> files = Files.walk(models)) {
      return files
          .filter(file -> file.getFileName().toString().matches("[^.]+\\.yaml"))
          .sorted()
          .toList();
    }
  }

  /** The spec under another id, wherever that stands by itself, and another name. */
  private static String copy(String spec, int number) {
    String id =
        spec.split("(?m)^ +id: ", 2)[1].lines().findFirst().orElseThrow().replace("\"", "").strip();
    return spec.replaceAll(Pattern.quote(id) + "(?![\\w.@-])", "$0-" + number)
        .replaceFirst("(?m)^( +name: .*?)\\s*$", "$1 No " + number);
  }

  private static List<ModelSpec> all(Path specs) throws IOException {
    try {
      return ModelCatalogue.of(List.of(specs)).models();
    } catch (SpecException e) {
      throw new IOException(e);
    }
  }

  private static ObjectNode openApi(ObjectNode schemas) {
    ObjectNode document = JSON.createObjectNode();
    document.put("openapi", "3.1.0");
    document.putObject("info").put("title", "Models").put("version", "1");
    document.putObject("paths");
    document.putObject("components").set("schemas", schemas);
    return document;
  }
}
