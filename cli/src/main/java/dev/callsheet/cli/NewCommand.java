package dev.callsheet.cli;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.spec.internal.file.FileErrors;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code callsheet new}: a spec to start from. */
@Command(name = "new", description = "Write a spec to start from, which `callsheet check` passes.")
final class NewCommand implements Callable<Integer> {
  /** Who made the model, its name, and what follows: only letters that need no quotes in YAML. */
  private static final Pattern ID =
      Pattern.compile(
          "([A-Za-z0-9][A-Za-z0-9._-]*):([A-Za-z0-9][A-Za-z0-9._-]*)(@[A-Za-z0-9._-]+)?");

  private static final String TEMPLATE =
      """
      # For completion in an editor: callsheet schema --spec-language > callsheet-1.schema.json, and
      # yaml-language-server: $schema=callsheet-1.schema.json
      #
      # Fill in what the model's page says, then: callsheet check ${file}
      # The words are explained in docs/spec-language.md.
      callsheet: 1
      model:
        id: "${id}"
        name: ${name}
        creator: ${creator}
        status: live
        capabilities: [text-to-${kind}]
        # documentation: https://... (the page that this is written from)
        summary: Makes ${kind} from a text.
      include: [platforms/runware/task]
      required: [positivePrompt]

      parameters:
        taskType: {const: ${kind}Inference}
        model: {const: "${id}"}
        positivePrompt:
          type: string
          minLength: 2
          maxLength: 2000
          section: core
          description: What to make.
        numberResults:
          type: integer
          minimum: 1
          maximum: 4
          default: 1
          section: core
          description: How many results to make.

      # rules:
      #   - id: strength-needs-photo
      #     description: There is nothing to paint over without `inputs.photo`.
      #     when: strength
      #     require: inputs.photo

      pricing:
        currency: USD
        charges:
          - id: results
            times: numberResults
            rates:
              - {label: a result, price: 0.01}

      response:
        required: [${kind}UUID]
        properties:
          ${kind}UUID: {type: string, format: uuid4, media: ${kind}, description: The UUID of the result.}
          ${kind}URL: {type: string, format: uri, media: ${kind}, description: Where to download it.}

      tests:
        - title: two results
          price: 0.02
          request:
            taskType: ${kind}Inference
            taskUUID: 0b6c1a52-8a39-4c46-9a0e-5d0f3c7be1a4
            model: "${id}"
            positivePrompt: A harbour in the rain
            numberResults: 2
        - title: too many results
          breaks: out-of-range
          request:
            taskType: ${kind}Inference
            taskUUID: 0b6c1a52-8a39-4c46-9a0e-5d0f3c7be1a4
            model: "${id}"
            positivePrompt: A harbour in the rain
            numberResults: 5
      """;

  /** What a model makes. */
  private enum Kind {
    IMAGE,
    VIDEO,
    AUDIO
  }

  @Parameters(
      paramLabel = "MODEL-ID",
      description = "The model's identifier in requests, such as acme:still@1.")
  private String id = "";

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description = "What the model makes: image (default), video, audio.")
  private Kind kind = Kind.IMAGE;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to write; by default a file in this directory, named after the model.")
  private @Nullable Path out;

  private final Console console;

  NewCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Matcher parts = ID.matcher(id);
    if (!parts.matches()) {
      throw new UserErrorException(
          "'" + id + "' is not the identifier of a model: write it as in acme:still@1");
    }
    Path file = out == null ? Path.of(parts.group(2).toLowerCase(Locale.ROOT) + ".yaml") : out;
    try {
      Files.writeString(
          file, text(parts.group(1), parts.group(2), file), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new UserErrorException(file + " is there already; write to another with --out", e);
    } catch (IOException e) {
      throw new UserErrorException(file + ": " + FileErrors.reason(e), e);
    }
    console.out().println(file);
    return ExitStatus.DONE;
  }

  private String text(String creator, String model, Path file) {
    return TEMPLATE
        .replace("${file}", file.toString().replaceAll("\\p{Cntrl}", "?"))
        .replace("${id}", id)
        .replace("${name}", quoted(words(model)))
        .replace("${creator}", quoted(words(creator)))
        .replace("${kind}", kind.name().toLowerCase(Locale.ROOT));
  }

  /** A text that is no number, boolean or null to YAML, whatever it is. */
  private static String quoted(String text) {
    return "\"" + text + "\"";
  }

  private static String words(String name) {
    return Arrays.stream(name.split("[-_]+", -1))
        .filter(word -> !word.isEmpty())
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining(" "));
  }
}
