package dev.callsheet.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Runs the steps of a composite action as a runner of GitHub does: expressions replaced, each
 * {@code run} in the shell that it names, outputs of steps handed on. Of an action that it {@code
 * uses}, only what it is given is noted.
 *
 * @param definition what the action's file holds
 * @param action where the action is checked out
 * @param workspace the repository that uses it
 * @param path programs that are found first
 */
record CompositeAction(JsonNode definition, Path action, Path workspace, Optional<Path> path) {
  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{ *(.*?) *}}");
  private static final Pattern COMPARISON = Pattern.compile("(\\S+) (==|!=) '([^']*)'");

  /**
   * What a run did.
   *
   * @param status of the first step that failed; 0 if none did
   * @param output of all steps, standard error included
   * @param used what each action that was used was given, by the action's name without its version
   */
  record Run(int status, String output, Map<String, Map<String, String>> used) {}

  static CompositeAction read(Path file, Path action, Path workspace) throws IOException {
    return new CompositeAction(
        YamlTree.parse(Files.readString(file)), action, workspace, Optional.empty());
  }

  CompositeAction withPath(Path directory) {
    return new CompositeAction(definition, action, workspace, Optional.of(directory));
  }

  Run run(Map<String, String> inputs) throws Exception {
    Map<String, String> values = new HashMap<>();
    values.put("runner.temp", action.resolveSibling("runner-temp").toString());
    values.put("runner.os", "Linux");
    values.put("runner.arch", "X64");
    definition
        .path("inputs")
        .properties()
        .forEach(
            input ->
                values.put(
                    "inputs." + input.getKey(), input.getValue().path("default").asString("")));
    for (var input : inputs.entrySet()) {
      if (values.put("inputs." + input.getKey(), input.getValue()) == null) {
        throw new IllegalArgumentException("the action has no input " + input.getKey());
      }
    }
    StringBuilder output = new StringBuilder();
    Map<String, Map<String, String>> used = new LinkedHashMap<>();
    for (JsonNode step : definition.at("/runs/steps")) {
      if (step.has("if") && !isTrue(step.path("if").asString(), values)) {
        continue;
      }
      if (step.has("uses")) {
        used.put(
            step.path("uses").asString().replaceFirst("@.*", ""), texts(step.path("with"), values));
        continue;
      }
      Path outputs = Files.createTempFile(action.resolveSibling(""), "outputs", ".txt");
      int status = run(step, values, outputs, output);
      if (status != 0) {
        return new Run(status, output.toString(), used);
      }
      for (String line : Files.readAllLines(outputs)) {
        int equals = line.indexOf('=');
        values.put(
            "steps.%s.outputs.%s".formatted(step.path("id").asString(), line.substring(0, equals)),
            line.substring(equals + 1));
      }
    }
    return new Run(0, output.toString(), used);
  }

  private int run(JsonNode step, Map<String, String> values, Path outputs, StringBuilder output)
      throws Exception {
    // What `shell: bash` stands for.
    Path script = Files.createTempFile(action.resolveSibling(""), "step", ".sh");
    Files.writeString(script, step.path("run").asString());
    ProcessBuilder builder =
        new ProcessBuilder(
                step.path("shell").asString(),
                "--noprofile",
                "--norc",
                "-e",
                "-o",
                "pipefail",
                script.toString())
            .directory(workspace.toFile())
            .redirectErrorStream(true);
    builder.environment().putAll(texts(step.path("env"), values));
    builder.environment().put("GITHUB_ACTION_PATH", action.toString());
    builder.environment().put("GITHUB_OUTPUT", outputs.toString());
    path.ifPresent(
        directory -> {
          builder.environment().remove("JAVA_HOME");
          builder.environment().put("PATH", directory + File.pathSeparator + System.getenv("PATH"));
        });
    Process process = builder.start();
    output.append(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    return process.waitFor();
  }

  private static Map<String, String> texts(JsonNode texts, Map<String, String> values) {
    Map<String, String> replaced = new HashMap<>();
    texts
        .properties()
        .forEach(text -> replaced.put(text.getKey(), replaced(text.getValue().asString(), values)));
    return replaced;
  }

  private static String replaced(String text, Map<String, String> values) {
    return EXPRESSION
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), values)));
  }

  /** Comparisons with a text, joined by {@code &&}. */
  private static boolean isTrue(String condition, Map<String, String> values) {
    for (String term : List.of(condition.split(" && ", -1))) {
      Matcher comparison = COMPARISON.matcher(term);
      if (!comparison.matches()) {
        throw new IllegalArgumentException("not understood: " + condition);
      }
      boolean equal = value(comparison.group(1), values).equals(comparison.group(3));
      if (equal != comparison.group(2).equals("==")) {
        return false;
      }
    }
    return true;
  }

  private static String value(String expression, Map<String, String> values) {
    return Objects.requireNonNull(values.get(expression), "no value of " + expression);
  }
}
