package dev.callsheet.tests.specs;

import static dev.callsheet.tests.specs.RandomParameters.json;

import dev.callsheet.tests.specs.RandomParameter.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The files of a few models made at random, in all words of the language: a fragment that includes
 * another, a model that includes it, and mostly a sister that extends the model and leaves out some
 * of it. They are JSON, which is YAML. The same seed makes the same files; every file is one that
 * the parser takes, whatever {@code check} may say of it.
 */
public final class RandomSpecFiles {
  private final long seed;
  private final Random random;
  private final RandomParameters shapes;
  private final Map<String, ObjectNode> files = new LinkedHashMap<>();
  private final List<RandomParameter> parameters = new ArrayList<>();

  private RandomSpecFiles(long seed) {
    this.seed = seed;
    this.random = new Random(seed);
    this.shapes = new RandomParameters(random);
  }

  /** Writes the files of a seed below a directory of specs. */
  public static void write(long seed, Path directory) throws IOException {
    RandomSpecFiles made = new RandomSpecFiles(seed);
    made.make();
    for (Map.Entry<String, ObjectNode> file : made.files.entrySet()) {
      Path path = directory.resolve(file.getKey() + ".yaml");
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue().toPrettyString());
    }
  }

  private void make() {
    ObjectNode fragment = fragment();
    ObjectNode model = model("a");
    model.putArray("include").add("platforms/random/f" + seed);
    ObjectNode described = addParameters(fragment, 1, "f");
    ObjectNode own = addParameters(model, 3 + random.nextInt(4), "p");
    RandomRules rules = new RandomRules(random, List.copyOf(parameters));
    fragment.putArray("rules").add(rules.rule("shared-rule"));
    ArrayNode list = model.putArray("rules");
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      list.add(rules.rule("rule-" + i));
    }
    addRequired(model, own);
    addModes(model, rules);
    if (random.nextInt(3) > 0) {
      model.set("pricing", new RandomCharges(random, rules).pricing());
    }
    addAge(own, rules);
    files.put("platforms/random/f" + seed, fragment);
    files.put("models/a" + seed, model);
    if (random.nextInt(3) > 0) {
      files.put("models/b" + seed, sister(described));
    }
  }

  private ObjectNode fragment() {
    ObjectNode fragment =
        json("{'callsheet': 1, 'fragment': {'name': 'f%d', 'description': 'Shared.'}}", seed);
    fragment.putArray("include").add("platforms/runware/task");
    return fragment;
  }

  private ObjectNode model(String name) {
    ObjectNode model = json("{'callsheet': 1}");
    model.set(
        "model",
        json(
            "{'id': 'random:%1$s%2$d@1', 'name': 'Random %1$s%2$d', 'status': 'live'}",
            name, seed));
    model.set(
        "parameters",
        json(
            "{'taskType': {'const': 'imageInference'}, 'model': {'const': 'random:%s%d@1'}}",
            name, seed));
    model.set(
        "response",
        json(
            "{'properties': {'imageURL': {'type': 'string', 'format': 'uri', 'media': 'image'}}}"));
    return model;
  }

  /** Adds so many parameters to a file; gives what it describes. */
  private ObjectNode addParameters(ObjectNode file, int count, String prefix) {
    ObjectNode described =
        file.get("parameters") instanceof ObjectNode there ? there : file.putObject("parameters");
    for (int i = 0; i < count; i++) {
      List<RandomParameter> made = shapes.parameter(prefix + i);
      described.set(prefix + i, made.get(0).schema());
      parameters.addAll(made);
    }
    return described;
  }

  private void addRequired(ObjectNode model, ObjectNode own) {
    List<String> required =
        own.propertyNames().stream()
            .filter(name -> name.startsWith("p") && random.nextInt(6) == 0)
            .toList();
    if (!required.isEmpty()) {
      required.forEach(model.putArray("required")::add);
    }
  }

  /** By value where there is a choice to tell them by, by any condition else. */
  private void addModes(ObjectNode model, RandomRules rules) {
    List<RandomParameter> choices = rules.ofKind(Kind.CHOICE);
    if (random.nextInt(3) == 0) {
      return;
    }
    ObjectNode modes = model.putObject("modes");
    if (!choices.isEmpty() && random.nextBoolean()) {
      RandomParameter choice = rules.one(choices);
      JsonNode matched = choice.matches().get(0);
      ObjectNode other = json("{}").set("not", json("{}").set(choice.path(), matched));
      putMode(modes, "chosen", json("{}").set(choice.path(), matched));
      putMode(modes, "not-chosen", other);
    } else {
      putMode(modes, "plain");
      putMode(modes, "special", rules.condition(1));
    }
  }

  private static void putMode(ObjectNode modes, String name, JsonNode... conditions) {
    ObjectNode mode = modes.putObject(name).put("description", "A way to use it.");
    mode.putArray("provides").addAll(List.of(conditions));
  }

  private void addAge(ObjectNode own, RandomRules rules) {
    for (String name : own.propertyNames()) {
      if (!name.startsWith("p") || !(own.get(name) instanceof ObjectNode schema)) {
        continue;
      }
      switch (random.nextInt(12)) {
        case 0 -> schema.put("deprecated", "It is not needed any more.");
        case 1 -> schema.put("sunset", "2026-09-01");
        case 2 -> schema.set("ignoredWhen", rules.condition(0));
        default -> {}
      }
    }
  }

  /** The model again, with another parameter, without some, and with one rule replaced. */
  private ObjectNode sister(ObjectNode shared) {
    ObjectNode sister = model("b");
    sister.remove("response");
    sister.put("extends", "models/a" + seed);
    sister.putObject("without").putArray("rules").add("rule-0");
    List<RandomParameter> all = new ArrayList<>(parameters);
    parameters.clear();
    addParameters(sister, 1, "q");
    all.addAll(parameters);
    sister.putArray("rules").add(new RandomRules(random, all).rule("rule-0"));
    shared
        .propertyNames()
        .forEach(
            name ->
                ((ObjectNode) sister.get("parameters"))
                    .set(name, json("{'description': 'Described anew.'}")));
    return sister;
  }
}
